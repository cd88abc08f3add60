import CommonMark
import Notebook

/// Where a site that stands is not what the sources give.
///
/// 1. Where anything differs, the pages are made once more, with the place of each block in its text.
/// 2. A page that differs is compared line by line with the one that stands.
/// 3. What differs together is told once, at the line of the chapter that gives it, with what stands and what should.
struct Drift {
  private(set) var diagnostics: [Diagnostic] = []

  init(
    of folder: SiteFolder, from book: Book, pictures: PagePictures, fresh: [String: [UInt8]],
    placed: () -> Site
  ) throws(Failure) {
    let standing = try folder.files()
    if fresh == standing { return }
    let placed = placed().files
    let chapters = Dictionary(book.chapters.map { ($0.name + ".html", $0.path) }) { first, _ in first }
    // The page that holds all, pictures, and what the search knows, differ where another page does.
    func follows(_ name: String) -> Bool {
      name == WholeBook.file || name == "search-index.js" || pictures.files[name] != nil
        || name.hasPrefix("search/") && name.hasSuffix(".js")
    }
    let pages = fresh.sorted { (follows($0.key) ? 1 : 0, $0.key) < (follows($1.key) ? 1 : 0, $1.key) }
    for (name, content) in pages where standing[name] != content {
      if follows(name), !diagnostics.isEmpty, standing[name] != nil { continue }
      let page = "\(folder.path)/\(name)"
      guard let old = standing[name] else {
        diagnostics.append(
          Diagnostic(.siteDiffers, path: chapters[name] ?? page, "the site has no page '\(name)' of this"))
        continue
      }
      if book.files[name] != nil {
        diagnostics.append(Diagnostic(.siteDiffers, path: page, "the book has another file '\(name)'"))
        continue
      }
      if pictures.files[name] != nil {
        diagnostics.append(Diagnostic(.siteDiffers, path: page, "the sources give another picture"))
        continue
      }
      let source = chapters[name] ?? (name == "index.html" ? "\(book.path)/SUMMARY.md" : page)
      let lines = PlacedLines(
        String(decoding: placed[name] ?? content, as: UTF8.self), isOfOneText: name != WholeBook.file)
      diagnostics += differences(String(decoding: old, as: UTF8.self), lines, source: source, page: page)
    }
    for name in standing.keys.sorted() where fresh[name] == nil {
      diagnostics.append(
        Diagnostic(.siteDiffers, path: "\(folder.path)/\(name)", "the sources give no such page"))
    }
  }

  private func differences(
    _ old: String, _ new: PlacedLines, source: String, page: String
  ) -> [Diagnostic] {
    let old = old.split(separator: "\n", omittingEmptySubsequences: false).map { String($0) }
    var (removed, inserted): ([Int: String], [Int: String]) = ([:], [:])
    for change in new.lines.difference(from: old) {
      switch change {
      case .remove(let offset, let line, _): removed[offset] = line
      case .insert(let offset, let line, _): inserted[offset] = line
      }
    }
    var found: [Diagnostic] = []
    var (i, j) = (0, 0)
    while i < old.count || j < new.lines.count {
      var (was, now): ([String], [String]) = ([], [])
      let (firstOld, first) = (i, j)
      while let line = removed[i] {
        was.append(line)
        i += 1
      }
      while let line = inserted[j] {
        now.append(line)
        j += 1
      }
      if was.isEmpty && now.isEmpty {
        (i, j) = (i + 1, j + 1)
        continue
      }
      let place = new.places[min(first, new.places.count - 1)]
      let source = place == nil ? page : source
      let (standing, given) = excerpts(was, now)
      let notes = [
        Diagnostic.Note(
          path: page, at: SourcePosition(line: firstOld + 1, column: 1), "the site has: \(standing)"),
        Diagnostic.Note(path: source, at: place ?? .start, "the sources give: \(given)"),
      ]
      found.append(
        Diagnostic(
          .siteDiffers, path: place == nil ? page : source, at: place ?? .start, "the site differs from this",
          notes: notes)
      )
    }
    return found
  }

  /// The words of two runs of lines, or their markup where the words are the same, from shortly before the first
  /// difference on.
  private func excerpts(_ was: [String], _ now: [String]) -> (String, String) {
    var sides = [text(of: was), text(of: now)]
    if sides[0] == sides[1] || sides.allSatisfy(\.isEmpty) {
      sides = [was.joined(separator: " "), now.joined(separator: " ")]
    }
    let common = zip(sides[0], sides[1]).prefix { $0 == $1 }.count
    let start = common > 60 ? common - 30 : 0
    func excerpt(_ side: String) -> String {
      if side.isEmpty { return "nothing" }
      let rest = side.dropFirst(start)
      return (start > 0 ? "…" : "") + (rest.count <= 120 ? String(rest) : rest.prefix(120) + "…")
    }
    return (excerpt(sides[0]), excerpt(sides[1]))
  }

  private func text(of lines: [String]) -> String {
    lines.joined(separator: " ").replacing(#/<[^>]*>/#, with: "").split(whereSeparator: \.isWhitespace)
      .joined(separator: " ")
  }
}

/// The lines of a page, each with the place in the chapter of the block that it belongs to.
struct PlacedLines {
  private(set) var lines: [String] = []
  private(set) var places: [SourcePosition?] = []

  /// Reads a page whose blocks say where they stand, and takes that out.
  ///
  /// - Parameter isOfOneText: whether all of it comes from one file, so that a place tells something.
  init(_ page: String, isOfOneText: Bool) {
    let attribute = #/ data-sourcepos="(\d+):(\d+)-\d+:\d+"/#
    var place: SourcePosition?
    for line in page.split(separator: "\n", omittingEmptySubsequences: false) {
      if isOfOneText, let match = line.firstMatch(of: attribute), let row = Int(match.1),
        let column = Int(match.2)
      {
        place = SourcePosition(line: row, column: column)
      }
      if line.hasPrefix("</article>") { place = nil }
      lines.append(String(line.replacing(attribute, with: "")))
      places.append(place)
    }
  }
}
