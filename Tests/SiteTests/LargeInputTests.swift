import CommonMark
import Foundation
import Notebook
import Testing

@testable import Site

/// Inputs that are larger or deeper than any author's end in a page or a diagnostic, in time that grows with their length.
@Suite struct LargeInputTests {
  private static func times(_ count: Int, _ text: String) -> String { String(repeating: text, count: count) }

  /// A text by name: it is made in the test, and too long to be shown.
  private static let texts: [String: String] = [
    "nested quotations": times(100_000, ">") + " x\n",
    "nested lists": times(100_000, "1. ") + "x\n",
    "nested bullets": times(10_000, "- ") + "x\n",
    "nested emphasis": times(50_000, "*a ") + "x" + times(50_000, "*") + "\n",
    "brackets": times(100_000, "[") + "\n",
    "images": times(50_000, "![") + "x" + times(50_000, "](x:a)") + "\n",
    "links that do not end": times(100_000, "[a]("),
    "runs of backticks": (1..<2000).map { times($0, "`") + "x" }.joined(),
    "the same heading": times(50_000, "## same\n"),
    "references": (0..<10_000).map { "[r\($0)]: x:\($0)\n" }.joined() + "\n"
      + (0..<10_000).map { "[r\($0)] " }.joined(),
    "mathematics": times(20_000, "$`x`$") + "\n",
    "callouts in quotations": times(100, times(200, "> ") + "[!NOTE]\n"),
    "a line of ten megabytes": times(10_000, times(1024, "x")) + "\n",
    "a chapter of fifty megabytes": times(50_000, times(200, "word ") + "\n\n"),
  ]

  @Test(arguments: texts.keys.sorted())
  func aPageIsWritten(name: String) async throws {
    let text = try #require(Self.texts[name])
    let book = try TemporaryBook(["a": "# A\n\n\(text)"])
    #expect(try await book.build().diagnostics == [])
    let page = try Data(contentsOf: book.site.appending(path: "a.html"))
    #expect(page.suffix(8) == Data("</html>\n".utf8))
  }

  @Test func aSummaryOfNestedLists() async throws {
    let book = try TemporaryBook(["a": "# A\n"])
    try book.write(Self.times(50_000, "1. ") + "[A](a.md)\n", to: "book/SUMMARY.md")
    #expect(try await book.build().diagnostics == [])
    try book.write("- [A](a.md)\n" + Self.times(20_000, "- Part\n"), to: "book/SUMMARY.md")
    #expect(try await book.build().diagnostics == [])
  }

  /// Each is told, and each excerpt is cut out of a long line without reading all of it.
  @Test func thousandsOfFaultsOnALine() throws {
    let book = try TemporaryBook([
      "first": "# A\n\n" + Self.times(500, "[x](frist.md) ") + Self.times(500, "[x] ")
        + "\n\n[x]: frist.md\n",
      "attributes": "# B\n\n```swift " + Self.times(500, "hiden ") + "\n```\n",
    ])
    let failure = #expect(throws: Failure.self) { try Book(readingAt: book.book.path) }
    let said = book.text(of: failure?.diagnostics ?? [])
    #expect(failure?.diagnostics.count == 1500)
    #expect(said.split(separator: "\n").allSatisfy { $0.count < 200 })
    #expect(said.contains("…x](frist.md)") || said.contains("frist.md) [x](frist.md)"))
  }

  /// A NUL is U+FFFD to CommonMark, with which cmark counts columns; numbers around it keep their places.
  @Test func numbersAmongNULs() throws {
    let text = "# A\n\n" + Self.times(5000, "`\\(\u{0})` ") + "\u{0} `\\(1)`\n"
    let chapter = try Chapter(reading: Array(text.utf8), path: "a.md", name: "a")
    #expect(chapter.numbers.count == 5001)
    #expect(Set(chapter.numbers.map(\.position)).count == 5001)
    #expect(chapter.numbers.last?.interpolation == "\\(1)")
    #expect(chapter.numbers.last?.position == SourcePosition(line: 3, column: 5000 * 9 + 6))
  }
}
