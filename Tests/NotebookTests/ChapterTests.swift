import CommonMark
import Testing

@testable import Notebook

@Suite struct ChapterTests {
  private func chapter(_ text: String) throws(Failure) -> Chapter {
    try Chapter(reading: Array(text.utf8), path: "book/a.md", name: "a")
  }

  @Test func cellsKnowTheirPlaces() throws {
    let cells = try chapter("# T\n\n> - ```swift id=x\n>   1\n>\n>     2\n>   ```\n\n\t```swift\n").cells
    let cell = try #require(cells.first)
    #expect(cells.count == 1)
    #expect(cell.opening == SourcePosition(line: 3, column: 5))
    #expect(cell.code == "1\n\n  2\n")
    #expect(cell.lines == 4..<7)
    #expect(cell.indents == [4, 1, 4])
    #expect(cell.position(line: 6, column: 3) == SourcePosition(line: 6, column: 7))
    #expect(cell.position(line: 9, column: 3) == SourcePosition(line: 9, column: 3))
  }

  @Test func numbersKnowThePlacesOfTheirWords() throws {
    let numbers = try chapter("# T\n\n- a `\\(1 +\n     22)` and `` \\(3) ``\n").numbers
    #expect(numbers.map(\.interpolation) == ["\\(1 + 22)", "\\(3)"])
    let first = try #require(numbers.first)
    #expect(first.position == SourcePosition(line: 3, column: 6))
    #expect(first.position(column: 8) == SourcePosition(line: 3, column: 8))
    #expect(first.position(column: 12) == SourcePosition(line: 4, column: 6))
    #expect(first.position(column: 13) == SourcePosition(line: 4, column: 7))
  }

  @Test func onlyACodeSpanThatIsAnInterpolationIsANumber() throws {
    #expect(
      try chapter("# T\n\n`(a)` `\\(a` `x\\(a)` `\\(a) ` \\`\\(a)` `\\[a]` <b>\\(a)</b>\n").numbers.isEmpty)
  }

  @Test func titleIsTheTextOfTheFirstHeading() throws {
    #expect(try chapter("x\n\n*A* `b` <i>&amp;</i>\nc\n===\n\n# D\n").title == "A b & c")
    #expect(try chapter("\u{FEFF}# A\n").title == "A")
  }

  @Test(arguments: [
    "\u{FEFF}# A\u{0}\n", "# A\r\n\r\n```swift\r\n1\r\n```\r\n", "# A\r\r~~~swift\r1\r~~~\r",
    "# A\n\n```swift\n```\n```swift\n```",
  ])
  func oddLineEndsAndCharacters(text: String) throws {
    let chapter = try chapter(text)
    #expect(chapter.title.hasPrefix("A"))
    #expect(chapter.cells.allSatisfy { ["", "1\n"].contains($0.code) })
  }

  @Test func allFaultsAreFoundTogether() throws {
    let text = "\n```swift id=a\n#sourceLocation()\n```\n```swift id=a x\n1\n"
    let failure = #expect(throws: Failure.self) { try chapter(text) }
    #expect(
      failure?.diagnostics.map(\.description) == [
        "book/a.md:3:1: error: a line directive in a cell would have the compiler speak of lines that are not the chapter's [line-directive]",
        "book/a.md:5:1: error: this fence is not closed [unclosed-fence]",
        "book/a.md:5:15: error: unknown attribute 'x' [unknown-attribute]",
        "book/a.md:5:1: error: id 'a' is taken [duplicate-id]\nbook/a.md:2:1: note: it is taken here",
        "book/a.md:1:1: error: a chapter needs a title: a heading of level 1 that holds text [no-title]",
      ])
  }
}
