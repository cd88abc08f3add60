/// A place in a text: a line and a column, both counted from 1, the column in bytes of UTF-8.
public struct SourcePosition: Hashable, Comparable, Codable, Sendable {
  /// The line, from 1.
  public var line: Int
  /// The column in bytes of UTF-8, from 1.
  public var column: Int

  /// A place in a text.
  public init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  /// Orders places as they are read.
  public static func < (left: Self, right: Self) -> Bool {
    (left.line, left.column) < (right.line, right.column)
  }

  /// The beginning of a text.
  public static let start = SourcePosition(line: 1, column: 1)
}

/// A stretch of a text; both ends belong to it, as cmark has it.
public struct SourceRange: Hashable, Sendable {
  /// The first byte's place.
  public var start: SourcePosition
  /// The last byte's place; a column of 0 means the line before ends the stretch.
  public var end: SourcePosition

  /// A stretch from `start` to `end`, both included.
  public init(_ start: SourcePosition, _ end: SourcePosition) {
    self.start = start
    self.end = end
  }

  /// The stretch of one byte at `position`.
  public init(at position: SourcePosition) {
    self.init(position, position)
  }
}
