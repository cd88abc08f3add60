public import CommonMark
public import Mathematics

/// A chapter: Markdown with the cells and numbers that it holds.
public struct Chapter: Sendable {
  /// Something in a chapter that is computed.
  public enum Piece: Equatable, Sendable {
    /// A block of Swift.
    case cell(Cell)
    /// A number in a sentence.
    case number(InlineNumber)

    /// The index of the piece's node in the chapter's document.
    public var node: Int {
      switch self {
      case .cell(let cell): cell.node
      case .number(let number): number.node
      }
    }

    /// Where the piece begins.
    public var position: SourcePosition {
      switch self {
      case .cell(let cell): cell.opening
      case .number(let number): number.position
      }
    }

    /// Whether the piece is part of the chapter's program.
    public var runs: Bool {
      switch self {
      case .cell(let cell): cell.kind.runs
      case .number: true
      }
    }
  }

  /// The file, as the author named it: the book's folder and the file in it.
  public var path: String
  /// The file's path in the book's folder, without `.md`, such as `03-at-the-extremes`.
  public var name: String
  /// The text of the first heading of level 1.
  public var title: String
  /// The text, parsed.
  public var document: Document
  /// What is computed, in reading order.
  public var pieces: [Piece]
  /// The mathematics, by the nodes that hold it.
  public var formulas: [Int: Formula]
  /// The ledgers, by the nodes that hold them.
  public var ledgers: [Int: Ledger]
  /// What the author should know of the text, though it can be built.
  public var warnings: [Diagnostic]

  /// The numbers in sentences, in reading order.
  public var numbers: [InlineNumber] {
    pieces.compactMap { piece in
      if case .number(let number) = piece { number } else { nil }
    }
  }

  /// The cells, in reading order.
  public var cells: [Cell] {
    pieces.compactMap { piece in
      if case .cell(let cell) = piece { cell } else { nil }
    }
  }
}

extension [Chapter.Piece] {
  /// The pieces that are the numbers in the caption of a cell: they follow it.
  public func captionNumbers(ofCell index: Int) -> Range<Int> {
    let rest = self[(index + 1)...].prefix { $0.node == self[index].node }
    return rest.startIndex..<rest.endIndex
  }
}
