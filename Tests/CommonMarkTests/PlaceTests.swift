import CommonMark
import Testing

@Suite struct PlaceTests {
  private func place(_ line: Int, _ column: Int) -> SourcePosition {
    SourcePosition(line: line, column: column)
  }

  /// The first byte of each link, wherever it stands, is its bracket.
  @Test(arguments: [
    "[a](b)", "é [a](b)\n", "- x\n  [a](b)\n     y [c](d)\nlazy [e](f)\n",
    "> x\n>   [a](b)\nlazy [c](d)\n> > deep\n> [e](f)\n",
    "p\n   [a](b) *e\n  [c](d)* [e\nf](g) [h](i)\n", "## [a](b)\n\nx\n [c](d)\n===\n",
    "1. > - x\n   >   [a](b)\r\n   >   é [c](d)\n",
    "-\tx\n\t[a](b)\n",
  ])
  func linksStandAtTheirBrackets(text: String) {
    let document = Document(parsing: text)
    let brackets = document.lines.bytes.indices.filter { document.lines.bytes[$0] == UInt8(ascii: "[") }
    let links = document.nodes.compactMap { node in
      if case .link = node.kind { node.range?.start } else { nil }
    }
    #expect(links.sorted() == brackets.map(document.lines.position(of:)))
  }

  @Test func blocksStandWhereTheyBeginAndEnd() {
    let document = Document(parsing: "# A\n\n> - ```swift\n>   1\n>   ```\n>\n> b\n")
    let ranges = document.nodes.map { node in (node.kind, node.range) }
    #expect(ranges.first { $0.0 == .codeBlock(info: "swift") }?.1 == SourceRange(place(3, 5), place(5, 7)))
    #expect(ranges.first { $0.0 == .blockQuote }?.1 == SourceRange(place(3, 1), place(7, 3)))
  }

  @Test func childrenAndText() {
    let document = Document(parsing: "a *b*\n`c` <i>d\\\ne\n\n- f\n")
    #expect(document.children(of: 0).count == 2)
    #expect(document.plainText(of: 1) == "a b c d e")
    #expect(document.nodes.indices.allSatisfy { document.nodes[$0].end > $0 })
    #expect(document.nodes.dropFirst().allSatisfy { $0.parent != nil })
  }
}

@Suite struct SourceLinesTests {
  @Test(
    arguments: [
      ("", []), ("a", ["a"]), ("a\n", ["a"]), ("a\nb", ["a", "b"]), ("\n\n", ["", ""]),
      ("a\r\nb\rc\n\rd", ["a", "b", "c", "", "d"]),
      ("é\u{2028}\n", ["é\u{2028}"]),
    ] as [(String, [String])])
  func lines(text: String, expected: [String]) {
    let lines = SourceLines(Array(text.utf8))
    #expect((0..<lines.count).map { lines.text($0 + 1) } == expected)
    #expect(lines.text(0) == "" && lines.text(lines.count + 1) == "")
  }

  @Test func placesAndOffsetsAreEachOthersInverse() {
    let lines = SourceLines(Array("é\r\n\r\nab\rc".utf8))
    for offset in [0, 1, 2, 4, 6, 7, 8, 9] { #expect(lines.offset(of: lines.position(of: offset)) == offset) }
    #expect(lines.offset(of: SourcePosition(line: 3, column: 99)) == 8)
    #expect(lines.offset(of: SourcePosition(line: 99, column: 1)) == lines.bytes.count)
  }
}
