public import CommonMark

/// A fenced block of Swift in a chapter.
public struct Cell: Equatable, Sendable {
  /// What becomes of a cell.
  public enum Kind: String, CaseIterable, Sendable {
    /// Shown and run.
    case shown = ""
    /// Run; its code is folded away.
    case hidden
    /// Shown, never compiled.
    case `static`
    /// Must not compile; the compiler's words are its output.
    case fails
    /// Must trap; the trap's message is its output.
    case traps
    /// Run; folded away with its output, the solution of an exercise.
    case solution

    /// Whether the cell is part of the chapter's program.
    public var runs: Bool { self == .shown || self == .hidden || self == .solution }
  }

  /// What becomes of the cell.
  public var kind: Kind
  /// The name by which the cell is referred to.
  public var id: String?
  /// What stands below the cell's output.
  public var caption: Caption?
  /// A file or folder that the chapter reads, seen from the book's folder.
  public var reads: String?
  /// The code, each line with its newline.
  public var code: String
  /// The index of the block in the chapter's document.
  public var node: Int
  /// Where the fence opens.
  public var opening: SourcePosition
  /// The line of the chapter on which the code begins.
  public var firstLine: Int
  /// By how many bytes each line of the code stands to the right of its place in the block, where the block is
  /// in a list or a quotation.
  public var indents: [Int]

  /// The lines of the chapter that the code covers.
  public var lines: Range<Int> { firstLine..<firstLine + indents.count }

  /// The place in the chapter of a line of the chapter and a column of the code.
  public func position(line: Int, column: Int) -> SourcePosition {
    let indent = lines.contains(line) ? indents[line - firstLine] : 0
    return SourcePosition(line: line, column: column + indent)
  }
}

/// A number in a sentence, a code span that holds a Swift interpolation; or in the caption of a cell.
public struct InlineNumber: Equatable, Sendable {
  /// A word of the interpolation, which may stand on a line of its own.
  public struct Word: Equatable, Sendable {
    /// How many bytes of the interpolation stand before the word.
    public var offset: Int
    /// Where the word stands in the chapter.
    public var position: SourcePosition
  }

  /// The interpolation, `\(…)`.
  public var interpolation: String
  /// The index of the code span in the chapter's document, or of the cell whose caption holds the number.
  public var node: Int
  /// Where the interpolation begins.
  public var position: SourcePosition
  /// The interpolation's words, between its spaces.
  public var words: [Word]

  /// The place in the chapter of a column of the number's first line, were all of the number on it.
  public func position(column: Int) -> SourcePosition {
    let offset = column - position.column
    guard let word = words.last(where: { $0.offset <= offset }) else {
      return SourcePosition(line: position.line, column: column)
    }
    return SourcePosition(line: word.position.line, column: word.position.column + offset - word.offset)
  }
}
