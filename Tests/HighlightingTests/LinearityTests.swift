import Highlighting
import Testing

/// Long texts that would take a lexer that looks ahead, or recurses, far too long or too deep.
///
/// Time that grows with the square of the length goes beyond the limit here.
@Suite struct LinearityTests {
  @Test(
    .timeLimit(.minutes(1)),
    arguments: [
      "\"\\(", "/*", "(", "#", "#\"\"\"", "#\"\"\"\\#(", "\"\"\"\\(", "#/\n", "#/\n\\/#", "##/\n#/\n", "/a\\",
      "a /\\/",
      "(/[", " /a", "`", "x.", "final ", "await ", "a:", "+", ".", "\\", "\"", "'\\(", "0x1.f", "#/a/# ",
      "{if ", "@a.",
      "1e", "\"\\u{", "/*\n*/x", "_", "#\"\"\"\\#(#\"\"\"\\#(\"",
    ])
  func manyOfTheSame(unit: String) {
    let text = String(repeating: unit, count: 200_000 / unit.utf8.count)
    #expect(isWhole(text))
  }

  @Test(.timeLimit(.minutes(1))) func openingsOfEveryLength() {
    for (opening, end) in [("\"\"\"", "\\("), ("/\n", ""), ("\"\"\"", "\n"), ("/", "\n")] {
      let openings = (1...600).map { String(repeating: "#", count: $0) + opening + end }
      #expect(isWhole(openings.joined()))
      #expect(isWhole(openings.reversed().joined()))
    }
  }
}
