import Foundation
import Notebook
import Site
import Testing

/// What `check` says of a site that is not what the sources give.
@Suite struct CheckTests {
  private static let text = """
    # A

    It is `\\(1 + 1)` and
    always was.

    ```swift
    import Display
    let rows = [1, 2, 3]; rows
    ```

    > ```swift
    > Chart("Loss", x: "step", y: "error", series: [.line("GRU", y: [4.0, 2, 1])])
    > ```

    ```swift
    claim("it is so", 1, atMost: 2)
    ```
    """

  private func built() async throws -> TemporaryBook {
    let book = try TemporaryBook(["a": Self.text, "b": "# B\n\nMore.\n"])
    #expect(try await book.build().diagnostics == [])
    return book
  }

  /// What check says, with the temporary folder left out.
  private func check(_ book: TemporaryBook) async throws -> String {
    var build = BookBuild(folder: book.book.path, output: book.site.path)
    build.isCheck = true
    let before = try book.siteFiles()
    let report = try await Workshop.shared.build(build)
    #expect(try book.siteFiles() == before)
    return book.headlines(of: report.diagnostics).replacing(book.folder.path + "/", with: "")
  }

  /// Changes a page of the site.
  private func change(_ book: TemporaryBook, _ old: String, to new: String) throws {
    let page = try String(contentsOf: book.site.appending(path: "a.html"), encoding: .utf8)
    #expect(page.contains(old))
    try book.write(page.replacing(old, with: new), to: "site/a.html")
  }

  @Test func aSiteThatIsAsItShouldBeIsPassed() async throws {
    #expect(try await check(try await built()) == "")
  }

  @Test func aSentenceIsNamedWithItsLine() async throws {
    let book = try await built()
    try change(book, "<output>2</output>", to: "<output>3</output>")
    let line = try lineOfPage(book, "<p>It is")
    #expect(
      try await check(book) == """
        a.md:3:1: error: the site differs from this [site-differs]
        site/a.html:\(line):1: note: the site has: It is 3 and
        a.md:3:1: note: the sources give: It is 2 and

        """)
  }

  private func lineOfPage(_ book: TemporaryBook, _ text: String) throws -> Int {
    let page = try String(contentsOf: book.site.appending(path: "a.html"), encoding: .utf8)
    let lines = page.split(separator: "\n", omittingEmptySubsequences: false)
    return try #require(lines.firstIndex { $0.contains(text) }) + 1
  }

  @Test func aCellsOutputIsNamedWithItsFence() async throws {
    let book = try await built()
    try change(book, "[1, 2, 3]</pre>", to: "[1, 2, 4]</pre>")
    let found = try await check(book)
    #expect(found.hasPrefix("a.md:6:1: error: the site differs from this [site-differs]\n"))
    #expect(found.contains("note: the site has: [1, 2, 4]\n"))
    #expect(found.contains("a.md:6:1: note: the sources give: [1, 2, 3]\n"))
  }

  @Test func aClaimIsNamedWithItsFence() async throws {
    let book = try await built()
    try change(book, "1.000 ≤ 2.000", to: "1.500 ≤ 2.000")
    #expect(try await check(book).hasPrefix("a.md:15:1: error:"))
  }

  /// A picture has few words; what changed in it is shown as it is written.
  @Test func aPictureThatDriftedShowsWhatChanged() async throws {
    let book = try await built()
    let article = try book.article("a")
    let path = String(try #require(article.between(" d=\"", "\"")))
    try change(book, path, to: path + " L9,9")
    let found = try await check(book)
    #expect(found.hasPrefix("a.md:11:3: error: the site differs from this [site-differs]\n"))
    #expect(found.contains(" L9,9"))
  }

  @Test func pagesThatAreMissingOrTooManyAreNamed() async throws {
    let book = try await built()
    try FileManager.default.removeItem(at: book.site.appending(path: "b.html"))
    try book.write("x", to: "site/old.html")
    try book.write("x", to: "site/style.css")
    let found = try await check(book)
    #expect(found.contains("b.md:1:1: error: the site has no page 'b.html' of this [site-differs]\n"))
    #expect(found.contains("site/old.html:1:1: error: the sources give no such page [site-differs]\n"))
    #expect(found.contains("site/style.css:1:1: error: the site differs from this [site-differs]\n"))
  }

  /// What the search knows differs whenever a page does.
  @Test func theSearchIsNamedWhereNothingElseDiffers() async throws {
    let book = try await built()
    try book.write("x", to: "site/search-index.js")
    try book.write("x", to: "site/search/b.js")
    let found = try await check(book)
    #expect(found.hasPrefix("site/search-index.js:1:1: error: the site differs from this [site-differs]\n"))
    #expect(!found.contains("b.js"))
    try book.write("# B\n\nLess.\n", to: "book/b.md")
    let changed = try await check(book)
    #expect(changed.hasPrefix("b.md:3:1: error:") || changed.contains("\nb.md:3:1: error:"))
    #expect(!changed.contains("search"))
  }

  @Test func withoutASiteThereIsNothingToCheck() async throws {
    let book = try TemporaryBook(["a": "# A\n"])
    var build = BookBuild(folder: book.book.path, output: book.site.path)
    build.isCheck = true
    let report = try await Workshop.shared.build(build)
    #expect(report.diagnostics.map(\.message) == ["there is no site here; build-book makes one"])
  }
}
