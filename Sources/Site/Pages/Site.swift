public import Notebook

/// A built book: every file of the site, by its path in the site's folder.
public struct Site: Equatable, Sendable {
  /// The content of each file.
  public var files: [String: [UInt8]]

  /// A site of the given files.
  init(files: [String: [UInt8]]) { self.files = files }

  /// Makes the pages of a book.
  ///
  /// - Parameters:
  ///   - book: the book.
  ///   - transcripts: what each chapter's program showed, in the book's order; a chapter without one shows nothing.
  ///   - placed: whether each block and cell says where in its chapter it stands.
  public init(of book: Book, transcripts: [Transcript], placed: Bool = false) {
    files = ["style.css": PackageResources.style_css + PackageResources.figures_css]
    let transcripts = book.chapters.indices.map { index in
      transcripts.indices.contains(index) ? transcripts[index] : .empty
    }
    let links = book.chapters.map { Page.Link(title: $0.title, address: $0.address) }
    let names = BookNames(of: book, transcripts: transcripts)
    files["index.html"] = Array(
      Page(
        title: book.title, book: book.title, root: "",
        contents: Contents(of: book, current: nil, root: "").html,
        article: Article(
          book.summary, source: nil, formulas: book.formulas, page: names.page(nil), book: names,
          placed: placed
        ).html, previous: nil,
        next: links.first
      ).html.utf8)
    for (index, chapter) in book.chapters.enumerated() {
      let root = chapter.root
      func link(_ index: Int) -> Page.Link? {
        links.indices.contains(index)
          ? Page.Link(title: links[index].title, address: root + links[index].address) : nil
      }
      let article = Article(
        chapter.document, source: chapter.name, pieces: chapter.pieces, formulas: chapter.formulas,
        transcript: transcripts[index], page: names.page(index), book: names, placed: placed)
      let page = Page(
        title: chapter.title, book: book.title, root: root,
        contents: Contents(of: book, current: index, root: root).html, article: article.html,
        previous: link(index - 1), next: link(index + 1))
      files[chapter.name + ".html"] = Array(page.html.utf8)
    }
  }
}
