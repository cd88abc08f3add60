import Display
import Foundation
import Notebook

/// A built book: every file of the site, by its path in the site's folder.
public struct Site: Equatable, Sendable {
  /// The content of each file.
  public var files: [String: [UInt8]]
  /// Files of the book's folder that have the name of one of the site's own; they are not in the site.
  var clashes: [String] = []

  /// A site of the given files.
  init(files: [String: [UInt8]]) { self.files = files }

  /// Makes the pages of a book.
  ///
  /// 1. Everything that has a name is named.
  /// 2. Each chapter becomes an article, and the article a page.
  /// 3. All articles together become a page to print.
  ///
  /// - Parameters:
  ///   - book: the book.
  ///   - transcripts: what each chapter's program showed, in the book's order; a chapter without one shows nothing.
  ///   - library: the pages of the library that cells import, to which names in code lead.
  ///   - pictures: the pictures that links to its pages are shown with.
  ///   - placed: whether each block and cell says where in its chapter it stands.
  init(
    of book: Book, transcripts: [Transcript], library: LibraryReference = .none,
    pictures: PagePictures = PagePictures(), placed: Bool = false
  ) {
    files = StyleSheets.files.merging(pictures.files) { first, _ in first }
    files["site.js"] = PackageResources.site_js
    files["search.js"] = PackageResources.search_js
    files["search-engine.js"] = PackageResources.search_engine_js
    let transcripts = book.chapters.indices.map { index in
      transcripts.indices.contains(index) ? transcripts[index] : .empty
    }
    let links = book.chapters.map { Page.Link(title: $0.title, address: $0.address) }
    let names = BookNames(of: book, transcripts: transcripts)
    let shelf = LibraryShelf(of: library, for: book)
    func contents(
      _ current: Int?, _ sections: [PageNames.Section] = [], root: String, module: String? = nil
    ) -> String {
      Contents(
        of: book, current: current, sections: sections, root: root, library: shelf.overviews, module: module
      ).html
    }
    func article(_ index: Int?, whole: Bool = false) -> String {
      guard let index else {
        return Article(
          book.summary, source: nil, formulas: book.formulas, page: names.page(nil), book: names,
          isInWhole: whole, placed: placed
        ).html
      }
      let chapter = book.chapters[index]
      return Article(
        chapter.document, source: chapter.name, pieces: chapter.pieces, formulas: chapter.formulas,
        ledgers: chapter.ledgers, transcript: transcripts[index], page: names.page(index), book: names,
        links: shelf.links(of: index, root: whole ? "" : chapter.root), isInWhole: whole, placed: placed
      ).html
    }
    func page(_ index: Int?) -> Page {
      let chapter = index.map { book.chapters[$0] }
      let root = chapter?.root ?? ""
      let article = article(index)
      func link(_ index: Int) -> Page.Link? {
        links.indices.contains(index)
          ? Page.Link(title: links[index].title, address: root + links[index].address) : nil
      }
      return Page(
        title: chapter?.title ?? book.title, book: book.title, file: chapter?.address ?? "index.html",
        about: opening(of: article), address: book.settings.address,
        picture: pictures.picture(index), root: root,
        contents: contents(index, names.page(index).sections, root: root),
        article: article, previous: index.flatMap { link($0 - 1) },
        next: link(index.map { $0 + 1 } ?? 0))
    }
    files["index.html"] = Array(page(nil).html.utf8)
    for (index, chapter) in book.chapters.enumerated() {
      files[chapter.name + ".html"] = Array(page(index).html.utf8)
    }
    let searched = book.chapters.enumerated().map { index, chapter in
      SearchPage(
        reading: chapter, anchors: names.page(index).headings, values: chapter.values(in: transcripts[index]))
    }
    let first = SearchPage(
      readingSummary: book.summary, title: book.title, anchors: names.page(nil).headings)
    files.merge(SearchIndex(of: [first] + searched).files) { first, _ in first }
    let whole = Page(
      title: "\(book.title), whole", book: book.title, file: WholeBook.file,
      about: "All chapters of \(HTML.escape(book.title)), one below the other.",
      address: book.settings.address, picture: pictures.picture(nil), root: "",
      contents: contents(nil, root: ""),
      article: WholeBook.article(([nil] + book.chapters.indices.map { $0 }).map { article($0, whole: true) }))
    files[WholeBook.file] = Array(whole.html.utf8)
    files[LostPage.file] = Array(LostPage.page(of: book, contents: { contents(nil, root: $0) }).html.utf8)
    var addresses = ["index.html"] + book.chapters.map(\.address)
    for module in shelf.modules {
      let contents = contents(nil, root: LibraryShelf.root, module: module)
      for page in shelf.pages(of: module) {
        addresses.append(page.address)
        files[page.file] = Array(
          Page(
            title: page.title, book: book.title, file: page.address,
            about: opening(of: "<p>\(page.about)</p>"),
            address: book.settings.address, root: LibraryShelf.root, contents: contents, article: page.article
          ).html.utf8)
      }
    }
    if let address = book.settings.address {
      files["sitemap.xml"] = SiteMap.xml(of: addresses, at: address)
    }
    let own = Set(files.keys.map { $0.lowercased() })
    clashes = book.files.keys.filter { own.contains($0.lowercased()) }.sorted()
    files.merge(book.files.filter { !clashes.contains($0.key) }) { own, _ in own }
  }
}

/// The list of pages that search engines read (sitemaps.org, protocol 0.9).
private enum SiteMap {
  static func xml(of pages: [String], at address: String) -> [UInt8] {
    let lines = pages.map { "<url><loc>\(HTML.escape(address + $0))</loc></url>\n" }.joined()
    return Array(
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
      \(lines)</urlset>

      """.utf8)
  }
}

/// The beginning of an article's first paragraph, as HTML without elements, of about 160 characters.
private func opening(of article: String) -> String {
  guard let tag = article.range(of: "<p>") ?? article.range(of: "<p data-sourcepos="),
    let start = article[tag.lowerBound...].firstIndex(of: ">").map(article.index(after:)),
    let end = article.range(of: "</p>", range: start..<article.endIndex)?.lowerBound
  else { return "" }
  var (text, isInTag) = ("", false)
  for character in article[start..<end] {
    if character == "<" {
      isInTag = true
    } else if character == ">" {
      isInTag = false
    } else if !isInTag {
      text.append(character)
    }
  }
  var opening = ""
  for word in text.split(whereSeparator: \.isWhitespace) {
    guard opening.count + word.count < 160 else { return opening + " …" }
    opening += (opening.isEmpty ? "" : " ") + word
  }
  return opening
}
