import Foundation
import Notebook
import Site
import Testing

/// Pictures and other files of the book's folder, which go into the site with the pages.
@Suite struct LinkedFileTests {
  @Test func filesThatAreShownOrLinkedGoIntoTheSite() async throws {
    let book = try TemporaryBook([
      "a":
        "# A\n\n![p](pictures/p.png) [d](data/x%20y.csv?raw#top) [web](https://example.org/z.png) [b](part/b.md?q#s)\n",
      "part/b": """
      # B

      ![q](q.png) ![p](../pictures/p.png "t")

      ```swift caption="[more](q.png) ![p](../pictures/p.png)"
      1
      ```

      ## S
      """,
    ])
    try book.write("\u{0}png", to: "book/pictures/p.png")
    try book.write("q", to: "book/part/q.png")
    try book.write("1,2", to: "book/data/x y.csv")
    try book.write("unseen", to: "book/other.png")
    #expect(book.text(of: try await book.build().diagnostics) == "")
    let files = try book.siteFiles()
    #expect(files["pictures/p.png"] == Data("\u{0}png".utf8))
    #expect(files["part/q.png"] == Data("q".utf8))
    #expect(files["data/x y.csv"] == Data("1,2".utf8))
    #expect(files["other.png"] == nil)
    #expect(
      try book.article("a").contains(
        """
        <img src="pictures/p.png" alt="p" /> <a href="data/x%20y.csv?raw#top">d</a> \
        <a href="https://example.org/z.png">web</a> <a href="part/b.html?q#s">b</a>
        """))
    let part = try book.article("part/b")
    #expect(
      part.contains("<img src=\"q.png\" alt=\"q\" /> <img src=\"../pictures/p.png\" alt=\"p\" title=\"t\" />")
    )
    #expect(
      part.contains("<a href=\"q.png\">more</a> <img src=\"../pictures/p.png\" alt=\"p\" /></figcaption>"))
    let whole = try book.article("whole")
    #expect(
      whole.contains(
        "<img src=\"part/q.png\" alt=\"q\" /> <img src=\"part/../pictures/p.png\" alt=\"p\" title=\"t\" />"))
    #expect(whole.contains("<a href=\"part/q.png\">more</a>"))
  }

  @Test func filesThatAreNotThere() async throws {
    let book = try TemporaryBook([
      "a": "# A\n\n![p](pic.png) [d](data)\n[up](../x.csv) [root](/x.csv) ![md](no.md)\n",
      "part/b": "# B\n\n[in](../../site/index.html) ![p](pic.png)\n",
    ])
    try book.write("x", to: "book/pics.png")
    try book.write("x", to: "book/data/x")
    #expect(
      book.headlines(of: try await book.build().diagnostics) == """
        a.md:3:1: warning: there is no file 'pic.png' in the book's folder; did you mean 'pics.png'? [dead-link]
        a.md:3:15: warning: 'data' is a folder, and a page can show or link files only [dead-link]
        a.md:4:1: warning: '../x.csv' is outside the book's folder [outside-book]
        a.md:4:16: warning: '/x.csv' is outside the book's folder [outside-book]
        a.md:4:31: warning: there is no file 'no.md' in the book's folder [dead-link]
        part/b.md:3:1: warning: '../../site/index.html' is outside the book's folder [outside-book]
        part/b.md:3:29: warning: there is no file 'part/pic.png' in the book's folder [dead-link]

        """)
  }

  /// A symbolic link that leads out of the folder brings nothing of outside into the site.
  @Test func aLinkOutOfTheFolderIsNotFollowed() async throws {
    let book = try TemporaryBook(["a": "# A\n\n![p](secret.png)\n"])
    try book.write("x", to: "secret")
    try FileManager.default.createSymbolicLink(
      at: book.book.appending(path: "secret.png"), withDestinationURL: book.folder.appending(path: "secret"))
    #expect(
      book.headlines(of: try await book.build().diagnostics)
        == "a.md:3:1: warning: 'secret.png' is outside the book's folder [outside-book]\n")
  }

  @Test func aFileOfTheSiteKeepsItsName() async throws {
    let book = try TemporaryBook(["a": "# A\n\n[s](Style.css) [own](A.html)\n"])
    try book.write("x", to: "book/Style.css")
    try book.write("x", to: "book/A.html")
    #expect(
      book.headlines(of: try await book.build().diagnostics) == """
        A.html:1:1: error: the site has a file 'A.html' of its own; give this one another name [site-file]
        Style.css:1:1: error: the site has a file 'Style.css' of its own; give this one another name [site-file]

        """)
  }

  @Test func aFileThatDiffersIsNamed() async throws {
    let book = try TemporaryBook(["a": "# A\n\n![p](p.png)\n"])
    try book.write("1", to: "book/p.png")
    #expect(try await book.build().diagnostics == [])
    try book.write("2", to: "book/p.png")
    var check = BookBuild(folder: book.book.path, output: book.site.path)
    check.isCheck = true
    let found = try await Workshop.shared.build(check).diagnostics
    #expect(
      found.map { $0.description.replacing(book.folder.path + "/", with: "") }
        == ["site/p.png:1:1: error: the book has another file 'p.png' [site-differs]"])
  }
}
