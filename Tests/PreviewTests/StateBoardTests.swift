import Foundation
import Notebook
import Testing

@testable import Preview

/// What opened pages are told.
@Suite struct StateBoardTests {
  private let warning = Diagnostic(.compiler, .warning, path: "a.md", "unused")
  private let error = Diagnostic(
    .compiler, path: "a.md", "wrong", notes: [Diagnostic.Note(path: "b.md", at: .start, "there")])

  @Test func onlyAGoodBuildGivesAnotherSite() {
    let board = StateBoard(session: "s")
    #expect(board.state == PreviewState(build: "s-0"))
    board.post([error, warning])
    let note = PreviewState.Fault(place: "b.md:1:1", message: "there")
    let fault = PreviewState.Fault(place: "a.md:1:1", message: "wrong", notes: [note])
    #expect(board.state == PreviewState(build: "s-0", errors: [fault]))
    board.post([warning])
    #expect(board.state == PreviewState(build: "s-1"))
  }

  @Test(.timeLimit(.minutes(1))) func readersAreToldThePresentStateAndEachNewOne() async {
    let board = StateBoard(session: "s")
    board.post([error])
    var states = board.states().makeAsyncIterator()
    #expect(await states.next() == board.state)
    board.post([])
    #expect(await states.next() == PreviewState(build: "s-1"))
    // Who comes late hears the newest only.
    board.post([error])
    board.post([])
    #expect(await states.next() == PreviewState(build: "s-2"))
  }

  @Test func aFaultHasItsLineOfSource() throws {
    let folder = try TemporaryFolder()
    try folder.write("# A\r\n\r\n  let x = \"</script>\"\r\n\n", to: "a.md")
    func source(_ name: String, _ line: Int) -> String? {
      let path = folder.url.appending(path: name).path
      let diagnostic = Diagnostic(.compiler, path: path, at: .init(line: line, column: 3), "wrong")
      return PreviewState.Fault(diagnostic, in: ConsoleForm(readingFiles: [diagnostic])).source
    }
    #expect(source("a.md", 3) == "  let x = \"</script>\"\n  ^")
    #expect(source("a.md", 2) == nil && source("a.md", 9) == nil && source("b.md", 1) == nil)
    #expect(source("a.md", 0) == nil)
    try folder.write("secret", to: "a.txt")
    #expect(source("a.txt", 1) == nil)
  }

  @Test func jsonIsOneLine() {
    let state = PreviewState(build: "1", errors: [.init(place: "a/b.md:1:1", message: "two\nlines")])
    #expect(
      state.json
        == #"{"build":"1","errors":[{"message":"two\nlines","notes":[],"place":"a/b.md:1:1"}]}"#)
  }
}
