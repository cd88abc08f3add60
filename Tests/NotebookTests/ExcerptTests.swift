import CommonMark
import Testing

@testable import Notebook

@Suite struct ExcerptTests {
  private func excerpt(_ line: String, _ columns: Range<Int>, repair: Repair? = nil) -> [String] {
    Excerpt(Array(line.utf8)[...], range: places(columns), repair: repair).lines
  }

  private func places(_ columns: Range<Int>) -> Range<SourcePosition> {
    SourcePosition(line: 1, column: columns.lowerBound)..<SourcePosition(line: 1, column: columns.upperBound)
  }

  @Test func theCaretStandsBelowWhatIsMeant() {
    #expect(excerpt("let x = y", 5..<6) == ["let x = y", "    ^"])
    #expect(excerpt("let x = y", 5..<10) == ["let x = y", "    ^~~~~"])
    #expect(excerpt("let x = y", 5..<5) == ["let x = y", "    ^"])
    #expect(excerpt("x", 40..<41) == ["x", " ^"])
  }

  @Test func widthIsWhatATerminalShows() {
    #expect(excerpt("é x", 4..<5) == ["é x", "  ^"])
    #expect(excerpt("门 x", 5..<6) == ["门 x", "   ^"])
    #expect(excerpt("😀 x", 6..<7) == ["😀 x", "   ^"])
    #expect(excerpt("e\u{301} x", 5..<6) == ["e\u{301} x", "  ^"])
    #expect(excerpt("\tx y", 4..<5) == ["\tx y", "\t  ^"])
    #expect(excerpt("门门", 1..<7) == ["门门", "^~~~"])
  }

  @Test func aRepairStandsBelowTheCaret() {
    #expect(excerpt("a = b", 3..<4, repair: Repair(places(3..<4), to: "==")) == ["a = b", "  ^", "  =="])
    let both = Repair([Repair.Edit(places(1..<1), to: "("), Repair.Edit(places(6..<6), to: ")!")])
    #expect(excerpt("a + b", 1..<2, repair: both) == ["a + b", "^", "(    )!"])
    #expect(excerpt("a b", 1..<2, repair: Repair(places(1..<2), to: "")) == ["a b", "^"])
    let elsewhere = Repair(SourcePosition(line: 2, column: 1)..<SourcePosition(line: 2, column: 1), to: "x")
    #expect(excerpt("a b", 1..<2, repair: elsewhere) == ["a b", "^"])
  }

  @Test func aLongLineIsCutAroundTheCaret() {
    let lines = excerpt(
      String(repeating: "a", count: 500) + "X" + String(repeating: "b", count: 500), 501..<502)
    #expect(lines[0].hasPrefix("…aaa") && lines[0].hasSuffix("bbb…"))
    #expect(Array(lines[0])[41] == "X")
    #expect(lines[1] == String(repeating: " ", count: 41) + "^")
  }

  @Test func aBlankLineIsNotShown() {
    #expect(excerpt("", 1..<2) == [])
    #expect(excerpt("  \t", 1..<2) == [])
  }

  @Test func nothingThatATerminalObeysIsPrinted() {
    #expect(
      Excerpt.harmless("a\u{1B}[31mb\u{7}\r\u{9B}c\u{202E}d\u{2066}")
        == "a\u{FFFD}[31mb\u{FFFD}\u{FFFD}\u{FFFD}c\u{FFFD}d\u{FFFD}")
    #expect(Excerpt.harmless("a\tb\n门 😀👨‍👩‍👧") == "a\tb\n门 😀👨‍👩‍👧")
    let diagnostic = Diagnostic(.notAChapter, path: "a\u{1B}.md", "no '\u{1B}[2J'")
    #expect(
      ConsoleForm { _ in nil }.text(of: diagnostic)
        == "a\u{FFFD}.md:1:1: error: no '\u{FFFD}[2J' [not-a-chapter]")
  }
}
