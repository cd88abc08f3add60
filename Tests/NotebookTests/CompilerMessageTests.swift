import CommonMark
import Testing

@testable import Notebook

@Suite struct CompilerMessageTests {
  @Test func messagesWithTheirNotes() throws {
    let messages = CompilerMessage.parse(
      """
      chapter.md:4:5: error: cannot find 'x' in scope; did you mean: 'y'?
      print(x)
          ^
      engine:1:2: note: 'y' declared here
      let y = 1
          ^
      chapter.md:9:1: warning: unused

      ^~~~
      """)
    #expect(messages.count == 2)
    #expect(messages[0].text == "cannot find 'x' in scope; did you mean: 'y'?")
    #expect(messages[0].position == SourcePosition(line: 4, column: 5))
    #expect(messages[0].snippet == "print(x)")
    #expect(messages[0].notes.map(\.text) == ["'y' declared here"])
    #expect(messages[0].notes.first?.file == "engine")
    #expect(messages[1].severity == .warning)
    #expect(messages[1].snippet == "")
  }

  @Test func aLineOfSourceThatLooksLikeAHeadlineIsNone() {
    let messages = CompilerMessage.parse(
      """
      chapter.md:4:5: error: first
      a:1:2: error: not a headline
          ^~~~
      chapter.md:5:5: error: second
      chapter.md:6:5: error: third
      """)
    #expect(messages.map(\.text) == ["first", "second", "third"])
    #expect(messages.first?.snippet == "a:1:2: error: not a headline")
  }

  @Test(arguments: [
    "", "\n\n", "error: no place\n", "chapter.md:x:1: error: a\n", "chapter.md:1: error: a", ":1:2: error: a",
    "chapter.md:99999999999999999999:1: error: a",
  ])
  func whatIsNoMessage(text: String) {
    #expect(CompilerMessage.parse(text) == [])
  }

  @Test func aNoteWithoutAMessageIsOne() {
    #expect(CompilerMessage.parse("a:1:2: note: alone\n").map(\.severity) == [.note])
  }
}
