import CommonMark
import Foundation
import Testing

@testable import Notebook

@Suite struct CrashTests {
  private func report(_ description: String, _ frames: String) -> Data {
    Data(
      #"{"description":"\#(description)","threads":[{"frames":[]},{"crashed":true,"frames":[\#(frames)]}]}"#
        .utf8)
  }
  private func frame(_ file: String, _ line: Int, _ column: Int) -> String {
    #"{"kind":"x","sourceLocation":{"file":"\#(file)","line":\#(line),"column":\#(column)}}"#
  }

  @Test(arguments: [
    ("Swift/Array.swift:12: Fatal error: Index out of range\n", "Fatal error: Index out of range"),
    (
      "Chapter/chapter.md:4: Precondition failed: a\nb\n\n*** Signal 4: Backtracing from 0x1... done ***\n\n",
      "Precondition failed: a\nb"
    ),
    ("Chapter/chapter.md:4: Assertion failed\n", "Assertion failed"),
    (
      "of the author's own\nFatal error: last\nswift-runtime: failed to suspend thread 1\n",
      "Fatal error: last"
    ),
    (
      "Could not cast value of type 'A' (0x7fef42bda698) to 'B' (0x7f).\n",
      "Could not cast value of type 'A' to 'B'."
    ),
    (
      "Simultaneous accesses to 0x5, but\nFatal access conflict detected.\n",
      "Fatal access conflict detected."
    ),
  ])
  func messageIsTheRuntimes(printed: String, message: String) {
    #expect(Crash(report: report("Illegal instruction", ""), printed: printed).message == message)
    #expect(Crash(report: Data(), printed: printed).message == message)
  }

  @Test func withoutAMessageTheBacktracerIsAsked() {
    #expect(Crash(report: report("Aborted", ""), printed: "").message == "Fatal error: Aborted")
    let overflow =
      #"{"description":"main"},{"description":"Swift runtime failure: arithmetic overflow + 12"}"#
    #expect(Crash(report: report("x", overflow), printed: "").message == "Fatal error: arithmetic overflow")
    let deep = Array(repeating: frame("a/chapter.md", 3, 1), count: 64).joined(separator: ",")
    #expect(
      Crash(report: report("Bad pointer dereference", deep), printed: "").message
        == "Fatal error: the stack is full")
    #expect(Crash(report: Data("no JSON".utf8), printed: "").message == nil)
  }

  @Test func placesAreThoseOfTheChapter() {
    let frames = [
      frame("/x/Array.swift", 1, 1), frame("/b/chapter.md", 7, 0), frame("/b/engine", 1, 1),
      frame("chapter.md", 9, 4),
    ]
    #expect(
      Crash(report: report("x", frames.joined(separator: ",")), printed: "").places
        == [SourcePosition(line: 7, column: 1), SourcePosition(line: 9, column: 4)])
  }
}
