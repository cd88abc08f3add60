import CommonMark

/// The pieces of a chapter as one Swift program.
///
/// 1. Each piece stands behind a line directive with its place among the chapter's code, so that the compiler's words can
///    be carried over to the chapter (`CodeLines`), and the program does not change where only prose does.
/// 2. A call before each piece and each top-level statement tells the engine that it begins.
/// 3. A last expression stands in a call that shows its value; a number is an expression of its own.
/// 4. Lines of the engine's own are marked as belonging to no file of the book.
struct Program: Equatable {
  /// What the program is for.
  enum Purpose: Equatable {
    /// To be parsed: the pieces alone.
    case outline
    /// To be run, telling each statement that it reaches and showing the values of last expressions.
    case run
  }

  /// The name that the compiler is told for the chapter.
  static let chapterFile = "chapter.md"
  /// The name that the compiler is told for the engine's own lines.
  static let ownFile = "engine"
  /// The line that opens the call around a last expression; a message about it is about the expression.
  static let valueCall = hook("Value") + "("
  /// What opens the call around a number, on the line before it.
  static let numberCall = hook("Number") + "("

  /// The source.
  private(set) var text = ""
  /// Where each piece stands in the source, by its index in the chapter.
  private(set) var ranges: [Int: Range<Int>] = [:]

  /// Writes the program of some pieces of a chapter.
  ///
  /// - Parameters:
  ///   - pieces: the pieces with their indices in the chapter.
  ///   - lines: where the code of each piece stands.
  ///   - outline: the statements of each piece as the parser found them, with offsets in the piece; without it,
  ///     no statement is told of and no value shown.
  init(
    _ pieces: [(index: Int, piece: Chapter.Piece)], at lines: CodeLines, for purpose: Purpose,
    outline: [Int: [ParseTree.Statement]] = [:]
  ) {
    if purpose != .outline { writeOwn("import Display\n\(hook("Begin"))()") }
    for (index, piece) in pieces {
      if purpose != .outline { writeOwn("\(hook("Piece"))(\(index))") }
      switch piece {
      case .number(let number): write(number, index, line: lines.start(of: index), for: purpose)
      case .cell(let cell): write(cell, index, line: lines.start(of: index), statements: outline[index] ?? [])
      }
    }
    if purpose != .outline { writeOwn("\(hook("End"))()") }
  }

  private mutating func write(_ number: InlineNumber, _ index: Int, line: Int, for purpose: Purpose) {
    writePlace(line: purpose == .outline ? line : line - 1)
    if purpose != .outline { text += Program.numberCall + "\n" }
    let start = text.utf8.count
    text += "\"\(number.interpolation)\"\n"
    ranges[index] = start..<text.utf8.count
    if purpose != .outline { text += ")\n" }
  }

  private mutating func write(
    _ cell: Cell, _ index: Int, line: Int, statements: [ParseTree.Statement]
  ) {
    let code = Array(cell.code.utf8)
    let lines = SourceLines(code)
    var written = 0
    /// Writes the code up to an offset and gives the place where it goes on.
    func write(upTo offset: Int) -> SourcePosition {
      text += String(decoding: code[written..<offset], as: UTF8.self)
      written = offset
      let position = lines.position(of: offset)
      return SourcePosition(line: line + position.line - 1, column: position.column)
    }
    writePlace(line: line)
    let start = text.utf8.count
    for statement in statements where statement.isExecuted {
      let place = write(upTo: statement.start)
      writeOwn("\(hook("Reached"))(\(place.line), \(place.column))")
      writePlace(line: place.line, column: place.column)
    }
    let value = statements.last.flatMap { $0.isValue ? $0 : nil }
    if let value {
      let place = write(upTo: value.start)
      writePlace(line: place.line - 1)
      text += Program.valueCall + "\n" + String(repeating: " ", count: place.column - 1)
    }
    _ = write(upTo: code.count)
    if value != nil { text += ")\n" }
    ranges[index] = start..<text.utf8.count
  }

  private mutating func writeOwn(_ lines: String) {
    writeDirective(file: Program.ownFile, line: 1)
    text += lines + "\n"
  }

  private mutating func writePlace(line: Int, column: Int = 1) {
    writeDirective(file: Program.chapterFile, line: line)
    text += String(repeating: " ", count: column - 1)
  }

  /// A line directive; it must begin a line.
  private mutating func writeDirective(file: String, line: Int) {
    if text.utf8.last != UInt8(ascii: "\n"), !text.isEmpty { text += "\n" }
    text += "#sourceLocation(file: \"\(file)\", line: \(line))\n"
  }
}

/// One of the engine's own functions in `Display`, whatever a cell calls by the same name.
private func hook(_ name: String) -> String { "Display::_book\(name)" }
