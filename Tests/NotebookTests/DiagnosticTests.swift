import CommonMark
import Testing

@testable import Notebook

@Suite struct DiagnosticTests {
  private func diagnostic(_ line: Int, _ column: Int, _ message: String, path: String = "a.md") -> Diagnostic
  {
    Diagnostic(.trap, path: path, at: SourcePosition(line: line, column: column), message)
  }

  @Test func textIsWrittenAsCompilersDo() {
    let note = Diagnostic.Note(path: "b.md", at: SourcePosition(line: 3, column: 4), "here")
    #expect(
      Diagnostic(.deadLink, .warning, path: "a.md", "odd", notes: [note]).description
        == "a.md:1:1: warning: odd [dead-link]\nb.md:3:4: note: here")
  }

  @Test func readingOrderIsByPlaceThenAsFoundAndEachOnce() {
    let found = [
      diagnostic(2, 1, "d"), diagnostic(1, 9, "c"), diagnostic(1, 2, "b"), diagnostic(1, 2, "a"),
      diagnostic(2, 1, "d"),
      diagnostic(1, 1, "z", path: "A.md"),
    ]
    #expect(found.inReadingOrder.map(\.message) == ["z", "b", "a", "c", "d"])
  }

  @Test func aWarningIsNoError() {
    #expect(![Diagnostic(.deadLink, .warning, path: "a", "b")].containsError)
    #expect([Diagnostic(.deadLink, .warning, path: "a", "b"), diagnostic(1, 1, "c")].containsError)
  }

  @Test func jsonHasEveryPart() throws {
    let start = SourcePosition(line: 3, column: 4)
    let range = start..<SourcePosition(line: 3, column: 9)
    let note = Diagnostic.Note(path: "b.md", at: range, "here", repair: Repair(start..<start, to: "\"\n"))
    let diagnostic = Diagnostic(
      .unknownAttribute, path: "a/b.md", at: range, "unknown 'hiden'", notes: [note],
      repair: Repair(range, to: "hidden"))
    #expect(
      diagnostic.json == #"""
        {"end":{"column":9,"line":3},"identifier":"unknown-attribute","message":"unknown 'hiden'","notes":\#
        [{"end":{"column":9,"line":3},"message":"here","path":"b.md","repair":\#
        [{"end":{"column":4,"line":3},"start":{"column":4,"line":3},"text":"\"\n"}],\#
        "start":{"column":4,"line":3}}],"path":"a/b.md","repair":\#
        [{"end":{"column":9,"line":3},"start":{"column":4,"line":3},"text":"hidden"}],\#
        "severity":"error","start":{"column":4,"line":3}}
        """#)
    #expect(
      Diagnostic(.deadLink, .warning, path: "a\n\u{1}", "b").json
        == #"{"end":{"column":1,"line":1},"identifier":"dead-link","message":"b","path":"a\n\u0001","severity":"warning","start":{"column":1,"line":1}}"#
    )
  }

  @Test(arguments: Diagnostic.Identifier.allCases)
  func everyIdentifierIsExplained(identifier: Diagnostic.Identifier) {
    #expect(identifier.explanation.count > 60)
    #expect(!identifier.explanation.contains("\n## "))
    #expect(identifier.rawValue.wholeMatch(of: #/[a-z0-9]+(-[a-z0-9]+)*/#) != nil)
  }
}
