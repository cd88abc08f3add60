import CommonMark
import Testing

@testable import Notebook

@Suite struct ProgramTests {
  private func program(
    _ text: String, for purpose: Program.Purpose, outline: [Int: [ParseTree.Statement]] = [:]
  ) throws -> Program {
    let chapter = try Chapter(reading: Array(text.utf8), path: "a.md", name: "a")
    return Program(
      chapter.pieces.enumerated().map { ($0.offset, $0.element) }, at: CodeLines(of: chapter), for: purpose,
      outline: outline)
  }

  private let chapter = "# T `\\(0)`\n\n> ```swift\n> let a = 1; a\n> ```\n\né `\\(a)`\n"

  @Test func outlineHoldsThePiecesAlone() throws {
    let program = try program(chapter, for: .outline)
    #expect(
      program.text == """
        #sourceLocation(file: "chapter.md", line: 2)
        "\\(0)"
        #sourceLocation(file: "chapter.md", line: 4)
        let a = 1; a
        #sourceLocation(file: "chapter.md", line: 6)
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
    let program = try program(chapter, for: .run, outline: [1: statements])
    #expect(
      program.text == """
        #sourceLocation(file: "engine", line: 1)
        import Display
        Display::_bookBegin()
        #sourceLocation(file: "engine", line: 1)
        Display::_bookPiece(0)
        #sourceLocation(file: "chapter.md", line: 1)
        Display::_bookNumber(
        "\\(0)"
        )
        #sourceLocation(file: "engine", line: 1)
        Display::_bookPiece(1)
        #sourceLocation(file: "chapter.md", line: 4)
        #sourceLocation(file: "engine", line: 1)
        Display::_bookReached(4, 1)
        #sourceLocation(file: "chapter.md", line: 4)
        let a = 1;\u{20}
        #sourceLocation(file: "engine", line: 1)
        Display::_bookReached(4, 12)
        #sourceLocation(file: "chapter.md", line: 4)
                  \u{20}
        #sourceLocation(file: "chapter.md", line: 3)
        Display::_bookValue(
                   a
        )
        #sourceLocation(file: "engine", line: 1)
        Display::_bookPiece(2)
        #sourceLocation(file: "chapter.md", line: 5)
        Display::_bookNumber(
        "\\(a)"
        )
        #sourceLocation(file: "engine", line: 1)
        Display::_bookEnd()

        """)
  }

  /// Prose may grow, and the cell may move into a list: the program stays.
  @Test func theProgramDoesNotDependOnProse() throws {
    let moved = "# T\n\nA line.\n\n`\\(0)`\n\n- ```swift\n  let a = 1; a\n  ```\n\n`\\(a)`\n"
    #expect(try program(moved, for: .run) == program(chapter, for: .run))
  }

  /// A line and a column of the program, and where they are in the chapter.
  @Test(arguments: [(2, 2, 1, 6), (2, 4, 1, 8), (4, 1, 4, 3), (4, 12, 4, 14), (6, 2, 7, 5)])
  func linesAreCarriedOverToTheChapter(line: Int, column: Int, chapterLine: Int, chapterColumn: Int) throws {
    let chapter = try Chapter(reading: Array(chapter.utf8), path: "a.md", name: "a")
    let lines = CodeLines(of: chapter)
    #expect(
      lines.position(line: line, column: column)
        == SourcePosition(line: chapterLine, column: chapterColumn))
    for between in [0, 1, 3, 5, 7] { #expect(lines.position(line: between, column: 1) == nil) }
    #expect(lines.piece(at: 4) == 1)
  }
}
