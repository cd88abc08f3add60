import CommonMark
import Display
import Notebook
import Spelling

/// The names of all pages of a book, and where links lead.
struct BookNames: Sendable {
  private let chapters: [PageNames]
  private let summary: PageNames
  private let indices: [String: Int]
  private let titles: [String]
  private let chapterNames: [String]
  private let files: Set<String>
  /// The statements of ledgers that rest on a claim, by the claim's name on the page that holds the whole book.
  private var supported: [String: [SupportedEntry]] = [:]

  /// A statement of a ledger that rests on a claim.
  private struct SupportedEntry {
    var number: Int
    var name: String
    var chapter: Chapter
  }

  /// Names what a book holds, with the claims of its chapters.
  init(of book: Book, transcripts: [Transcript]) {
    summary = PageNames(of: book.summary, formulas: book.formulas)
    chapters = zip(book.chapters, transcripts).map { chapter, transcript in
      let lines = CodeLines(of: chapter)
      return PageNames(
        of: chapter.document, pieces: chapter.pieces, formulas: chapter.formulas, ledgers: chapter.ledgers,
        claims: transcript.claims.map { claim in
          (claim, lines.position(line: claim.line, column: claim.column) ?? .start)
        })
    }
    indices = Dictionary(book.chapters.enumerated().map { ($1.name, $0) }) { first, _ in first }
    titles = book.chapters.map(\.title)
    chapterNames = book.chapters.map(\.name)
    files = Set(book.files.keys)
    for chapter in book.chapters {
      for entry in chapter.ledgers.sorted(by: { $0.key < $1.key }).flatMap(\.value.entries) {
        for claim in Set(entry.claims.compactMap { follow($0, from: chapter.name)?.wholeID }) {
          supported[claim, default: []].append(
            SupportedEntry(number: entry.number, name: entry.name, chapter: chapter))
        }
      }
    }
  }

  /// Whether a chapter explains the terms of the book: its file is named `glossary.md`.
  private func isGlossary(_ chapter: Int) -> Bool {
    chapterNames[chapter].split(separator: "/").last == "glossary"
  }

  /// The names of a chapter's page; of the summary's where there is no index.
  func page(_ chapter: Int?) -> PageNames { chapter.map { chapters[$0] } ?? summary }

  /// Where a link leads, seen from the page it stands on.
  struct Destination {
    /// The page's address with the name; none for a place on the same page.
    var address: String
    /// The name of the same on the page that holds the whole book.
    var wholeID: String
    /// What the link is called that has no words of its own, as HTML.
    var words: String?
    /// Whether the page has what the link names.
    var isKnown: Bool
    /// What has the name.
    var target: PageNames.Target?
    /// The definition, where it is a term of the book's glossary.
    var definition: String?
    /// A name that was likely meant.
    var likely: String?
  }

  /// Follows a link to a chapter, to the summary, or to a name; none for a link to anything else.
  ///
  /// - Parameters:
  ///   - destination: as the text has it.
  ///   - source: the chapter that it stands in, by its path without `.md`; none for the summary.
  func follow(_ destination: String, from source: String?) -> Destination? {
    let file = destination.prefix { $0 != "#" && $0 != "?" }
    let fragment = String(destination.drop { $0 != "#" }.dropFirst())
    let name = fragment.removingPercentEncoding ?? fragment
    let target: Int?
    let address: String
    if file.isEmpty {
      guard destination.hasPrefix("#"), !name.isEmpty else { return nil }
      (target, address) = (source.flatMap { indices[$0] }, "#\(fragment)")
    } else {
      guard let link = ChapterLink(destination, in: source) else { return nil }
      if let index = indices[link.name] {
        (target, address) = (index, file.dropLast(".md".count) + ".html" + destination.dropFirst(file.count))
      } else if link == .summary {
        (target, address) = (
          nil, file.dropLast("SUMMARY.md".count) + "index.html" + destination.dropFirst(file.count)
        )
      } else {
        return nil
      }
    }
    let title = target.map { titles[$0] }
    let whole = WholeBook.id(name, in: target.map { chapterNames[$0] })
    guard !name.isEmpty else {
      return Destination(
        address: address, wholeID: whole, words: title.map { HTML.escape($0) }, isKnown: true)
    }
    let names = page(target).targets
    guard let found = names[name] else {
      return Destination(
        address: address, wholeID: whole, isKnown: false, likely: NearMiss.of(name, in: names.keys))
    }
    var words = found.words
    if !file.isEmpty, let title {
      switch found {
      case .figure, .equation, .cell: words += " of “\(HTML.escape(title))”"
      case .section, .claim, .entry: break
      }
    }
    return Destination(
      address: address, wholeID: whole, words: words, isKnown: true, target: found,
      definition: target.flatMap {
        isGlossary($0) && chapterNames[$0] != source ? page($0).openings[name] : nil
      })
  }

  /// Whether a link or a picture means a file in the book's folder.
  func isFile(_ destination: String, from source: String) -> Bool {
    bookPath(of: destination, from: source).map(files.contains) ?? false
  }

  /// The statements of ledgers that rest on a claim: the number and the address of each.
  ///
  /// - Parameters:
  ///   - claim: the claim's name.
  ///   - source: the chapter that it stands in, by its path without `.md`.
  ///   - isInWhole: whether the addresses are for the page that holds the whole book.
  func entries(restingOn claim: String, in source: String?, isInWhole: Bool) -> [(
    number: Int, address: String
  )] {
    let root = String(repeating: "../", count: (source ?? "").count { $0 == "/" })
    return (supported[WholeBook.id(claim, in: source)] ?? []).map { entry in
      let address =
        isInWhole
        ? "#" + WholeBook.id(entry.name, in: entry.chapter.name)
        : root + entry.chapter.address + "#" + entry.name
      return (entry.number, address)
    }
  }

  /// What is wrong with the names of a book and the links to them.
  func diagnostics(of book: Book) -> [Diagnostic] {
    var found: [Diagnostic] = []
    func look(_ links: [TextLink], path: String, name: String?, _ page: PageNames) {
      found += page.taken.map {
        Diagnostic(.duplicateID, path: path, at: $0.place, "the name '\($0.name)' is taken")
      }
      for link in links {
        guard !link.isPicture, let end = follow(link.destination, from: name), !end.isKnown else { continue }
        found.append(
          Diagnostic(
            .deadLink, path: path, at: link.position,
            "nothing is named '\(link.destination.drop { $0 != "#" }.dropFirst())' there"
              + (end.likely.map { "; did you mean '#\($0)'?" } ?? "")))
      }
    }
    /// What a ledger rests on must be claims.
    func look(_ chapter: Chapter) {
      for entry in chapter.ledgers.values.flatMap(\.entries) {
        for destination in entry.claims {
          let end = follow(destination, from: chapter.name)
          if case .claim? = end?.target { continue }
          let likely = end?.likely.map { "; did you mean '#\($0)'?" } ?? ""
          found.append(
            Diagnostic(
              .ledger, path: chapter.path, at: entry.place,
              "'\(destination)' is no claim of the book" + likely))
        }
      }
    }
    look(book.summary.links, path: book.path + "/SUMMARY.md", name: nil, summary)
    for (index, chapter) in book.chapters.enumerated() {
      look(chapter.links, path: chapter.path, name: chapter.name, chapters[index])
      look(chapter)
    }
    return found
  }
}
