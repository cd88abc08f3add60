package import CommonMark

/// The code of a chapter as one file, its pieces one below the other with a line between: what the compiler is told.
///
/// These lines do not depend on the prose, so neither does the program, nor anything that it could learn of them: `#line`
/// counts them, and a paragraph that grows moves none.
package struct CodeLines: Sendable {
  private let pieces: [Chapter.Piece]
  /// The first line of each piece.
  private let starts: [Int]

  package init(of chapter: Chapter) {
    pieces = chapter.pieces
    // A line is left before the first, too: for what the engine puts before a value.
    var next = 2
    starts = pieces.map { piece in
      defer { next += piece.lineCount + 1 }
      return next
    }
  }

  /// The first line of a piece.
  func start(of piece: Int) -> Int { starts[piece] }

  /// The piece that a line belongs to.
  func piece(at line: Int) -> Int? {
    starts.lastIndex { $0 <= line }.flatMap { line < starts[$0] + pieces[$0].lineCount ? $0 : nil }
  }

  /// The place in the chapter of a line and a column of the code, which a program may give as it likes.
  package func position(line: Int, column: Int) -> SourcePosition? {
    guard let piece = piece(at: line) else { return nil }
    let column = min(max(column, 1), Int(Int32.max))
    switch pieces[piece] {
    case .cell(let cell):
      return cell.position(line: cell.firstLine + line - starts[piece], column: column)
    case .number(let number):
      // A quotation mark stands in the first column, where the chapter has the backtick.
      return number.position(column: max(number.position.column + column - 2, 1))
    }
  }
}

extension Chapter.Piece {
  /// How many lines of code the piece has; none if it is never compiled.
  fileprivate var lineCount: Int {
    switch self {
    case .cell(let cell): cell.kind == .static ? 0 : cell.indents.count
    case .number: 1
    }
  }
}
