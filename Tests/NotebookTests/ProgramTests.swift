import CommonMark
import Testing

@testable import Notebook

@Suite struct ProgramTests {
  private func pieces(_ text: String) throws -> [(index: Int, piece: Chapter.Piece)] {
    let chapter = try Chapter(reading: Array(text.utf8), path: "a.md", name: "a")
    return chapter.pieces.enumerated().map { ($0.offset, $0.element) }
  }

  private let chapter = "# T `\\(0)`\n\n> ```swift\n> let a = 1; a\n> ```\n\né `\\(a)`\n"

  @Test func outlineHoldsThePiecesAlone() throws {
    let program = try Program(pieces(chapter), for: .outline)
    #expect(
      program.text == """
        #sourceLocation(file: "chapter.md", line: 1)
        Display::_bookNumber(    "\\(0)"
        )
        #sourceLocation(file: "chapter.md", line: 4)
        let a = 1; a
        #sourceLocation(file: "chapter.md", line: 7)
           "\\(a)"

        """)
    #expect(program.ranges.count == 3)
    for range in program.ranges.values { #expect(range.upperBound <= program.text.utf8.count) }
  }

  @Test func runTellsEachStatementAndShowsTheLastExpression() throws {
    let statements = [
      ParseTree.Statement(start: 0, lastToken: 8, isValue: false, isExecuted: true),
      ParseTree.Statement(start: 4, lastToken: 4, isValue: false, isExecuted: false),
      ParseTree.Statement(start: 11, lastToken: 11, isValue: true, isExecuted: true),
    ]
    let program = try Program(pieces(chapter), for: .run, outline: [1: statements])
    #expect(
      program.text == """
        #sourceLocation(file: "engine", line: 1)
        import Display
        Display::_bookBegin()
        #sourceLocation(file: "engine", line: 1)
        Display::_bookPiece(0)
        #sourceLocation(file: "chapter.md", line: 1)
        Display::_bookNumber(    "\\(0)"
        )
        #sourceLocation(file: "engine", line: 1)
        Display::_bookPiece(1)
        #sourceLocation(file: "chapter.md", line: 4)
        #sourceLocation(file: "engine", line: 1)
        Display::_bookReached(4, 3)
        #sourceLocation(file: "chapter.md", line: 4)
        let a = 1;\u{20}
        #sourceLocation(file: "engine", line: 1)
        Display::_bookReached(4, 14)
        #sourceLocation(file: "chapter.md", line: 4)
                  \u{20}
        #sourceLocation(file: "chapter.md", line: 3)
        Display::_bookValue(
                   a
        )
        #sourceLocation(file: "engine", line: 1)
        Display::_bookPiece(2)
        #sourceLocation(file: "chapter.md", line: 6)
        Display::_bookNumber(
           "\\(a)"
        )
        #sourceLocation(file: "engine", line: 1)
        Display::_bookEnd()

        """)
  }
}
