import CommonMark
import Notebook
import Testing

@testable import Site

@Suite struct SearchPageTests {
  private func page(_ text: String) throws -> SearchPage {
    let chapter = try Chapter(reading: Array(text.utf8), path: "x/a b.md", name: "x/a b")
    return SearchPage(reading: chapter, anchors: PageNames(of: chapter.document).headings)
  }

  @Test func headingsOpenSectionsWithTheirAnchors() throws {
    let page = try page(
      "# A *title*\n\nLead\ntext.\n\n## Same `x`\n\n- one\n- two\n\n> ### Same x\n> quoted\n\n# Again\n\nlast\n"
    )
    #expect(page.title == "A title")
    #expect(page.address == "x/a%20b.html")
    #expect(page.sections.map(\.heading) == ["A title", "Same x", "Same x", "Again"])
    #expect(page.sections.map(\.anchor) == ["", "same-x", "same-x-2", ""])
    #expect(page.sections.map(\.text) == ["Lead text.", "one two", "quoted", "last"])
    #expect(page.sections.map(\.words) == page.sections.map(\.text))
  }

  @Test func statementsOfALedgerAreSections() throws {
    let page = try page(
      """
      # A

      Lead.

      ```ledger
      1 | a paper | not tested: *why* | It **is** so. |
      ```

      ## B

      Last.
      """)
    #expect(page.sections.map(\.heading) == ["A", "B", "It is so."])
    #expect(page.sections.map(\.anchor) == ["", "b", "item-1"])
    #expect(page.sections.map(\.text) == ["Lead.", "Last.", "not tested *why* a paper"])
  }

  @Test func theSummaryIsAPage() {
    let summary = Document(parsing: "# Book\n\nOn *gates*.\n\n- [A](a.md): first\n\n## More\n\nEnd.\n")
    let page = SearchPage(
      readingSummary: summary, title: "Book", anchors: PageNames(of: summary).headings)
    #expect((page.name, page.title, page.address) == ("index", "Book", "index.html"))
    #expect(page.sections.map(\.text) == ["On gates. A: first", "End."])
    #expect(page.sections.map(\.anchor) == ["", "more"])
  }

  @Test func anchorsAreThoseOfThePage() throws {
    let chapter = "# A\n\n```swift static id=b\n1\n```\n\n## B\n\n## `x` c\n\n## B\n\n## …\n"
    let files = try TemporaryBook(["a": chapter])
    let book = try withExtendedLifetime(files) { try Book(readingAt: files.book.path) }
    let site = Site(of: book, transcripts: []).files
    let index = String(decoding: site["search-index.js"] ?? [], as: UTF8.self)
    let page = String(decoding: site["a.html"] ?? [], as: UTF8.self)
    for anchor in ["b-2", "x-c", "b-3", "section"] {
      #expect(index.contains(",\"\(anchor)\",") && page.contains("<a class=\"anchor\" id=\"\(anchor)\""))
    }
  }

  @Test func codeAndFormulasAreNotSearched() throws {
    let section = try #require(
      try page(
        """
        # A

        The gate $`z_t`$, and $`r`$ costs $5 or `$`, `AffineMap` and \\$.

        ```swift static caption="Both *gates*"
        let secret = 1
        ```

        ```math
        hidden
        ```

        ```
        plain
        ```

        > [!NOTE]
        > A callout.

        > [!OTHER] text

        It is `\\(1 + 1)` <b>bold</b>.
        """
      ).sections.first)
    #expect(
      section.text
        == "The gate z_t, and r costs $5 or $, AffineMap and $. Both gates  A callout. [!OTHER] text It is … bold."
    )
    #expect(
      !section.words.contains("z_t") && !section.words.contains("…") && !section.words.contains("secret"))
    #expect(section.words.contains("AffineMap"))
  }

  @Test func numbersStandAsOnThePage() throws {
    let chapter = try Chapter(reading: Array("# A\n\nIt is `\\(1 + 1)`.\n".utf8), path: "a.md", name: "a")
    let number = try #require(chapter.numbers.first)
    let section = SearchPage(reading: chapter, anchors: [:], values: [number.node: "2"]).sections.first
    #expect(section?.text == "It is 2.")
    #expect(section?.words == "It is  .")
  }

  @Test func aLineEndsWithoutASpaceWithinChinese() throws {
    let sections = try page("# A\n\n更新\n门\n*决定*\nGRU\n的\n").sections
    #expect(sections.first?.text == "更新门决定 GRU 的")
  }
}
