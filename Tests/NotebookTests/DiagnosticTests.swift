import CommonMark
import Testing

@testable import Notebook

@Suite struct DiagnosticTests {
  private func diagnostic(_ line: Int, _ column: Int, _ message: String, path: String = "a.md") -> Diagnostic
  {
    Diagnostic(path: path, at: SourcePosition(line: line, column: column), message)
  }

  @Test func textIsWrittenAsCompilersDo() {
    let note = Diagnostic(.note, path: "b.md", at: SourcePosition(line: 3, column: 4), "here")
    #expect(
      Diagnostic(.warning, path: "a.md", "odd", notes: [note]).description
        == "a.md:1:1: warning: odd\nb.md:3:4: note: here")
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
    #expect(![Diagnostic(.warning, path: "a", "b")].containsError)
    #expect([Diagnostic(.warning, path: "a", "b"), diagnostic(1, 1, "c")].containsError)
  }
}
