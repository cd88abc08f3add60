import Notebook

/// The addresses of a book's pages, for links from one chapter to another.
struct ChapterLinks {
  /// The chapter whose links are meant, as its path in the folder without `.md`; none for the summary.
  let source: String?
  private let names: Set<String>

  /// The links of the summary.
  init(in book: Book) {
    source = nil
    names = Set(book.chapters.map(\.name))
  }

  /// The links of a chapter, after those of the summary.
  init(from source: Chapter, like others: ChapterLinks) {
    self.source = source.name
    names = others.names
  }

  /// The page that a link to a chapter's Markdown file means, relative to the page it stands on; none for a link
  /// that means anything else.
  func page(for destination: String) -> String? {
    guard let link = ChapterLink(destination, in: source) else { return nil }
    let file = destination.prefix { $0 != "#" }
    let fragment = destination.dropFirst(file.count)
    if names.contains(link.name) { return file.dropLast(".md".count) + ".html" + fragment }
    return link == .summary ? file.dropLast("SUMMARY.md".count) + "index.html" + fragment : nil
  }
}
