/// The lines of a text, by number, as bytes of UTF-8 without their line endings.
///
/// A line ends at `\n`, `\r\n` or `\r`, as in CommonMark. Finding the lines takes one pass; a line is then
/// found in constant time.
public struct SourceLines: Sendable {
  /// The whole text.
  public let bytes: [UInt8]
  private let lines: [Range<Int>]

  /// Finds the lines of a text.
  public init(_ bytes: [UInt8]) {
    self.bytes = bytes
    let newline = UInt8(ascii: "\n")
    let carriageReturn = UInt8(ascii: "\r")
    var lines: [Range<Int>] = []
    var start = 0
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      guard byte == newline || byte == carriageReturn else {
        index += 1
        continue
      }
      lines.append(start..<index)
      index += byte == carriageReturn && index + 1 < bytes.count && bytes[index + 1] == newline ? 2 : 1
      start = index
    }
    if start < bytes.count { lines.append(start..<bytes.count) }
    self.lines = lines
  }

  /// How many lines there are.
  public var count: Int { lines.count }

  /// The bytes of a line counted from 1; empty where there is no such line.
  public subscript(line: Int) -> ArraySlice<UInt8> {
    lines.indices.contains(line - 1) ? bytes[lines[line - 1]] : []
  }

  /// A line as text, its bytes read as UTF-8.
  public func text(_ line: Int) -> String {
    String(decoding: self[line], as: UTF8.self)
  }

  /// The offset in `bytes` of a place; a column past the end of its line gives the line's end.
  public func offset(of position: SourcePosition) -> Int {
    guard lines.indices.contains(position.line - 1) else { return bytes.count }
    let line = lines[position.line - 1]
    return line.lowerBound + min(max(position.column - 1, 0), line.count)
  }

  /// The place of an offset in `bytes`.
  ///
  /// - Complexity: logarithmic in the number of lines.
  public func position(of offset: Int) -> SourcePosition {
    var low = 0
    var high = lines.count
    while low < high {
      let middle = (low + high) / 2
      if lines[middle].lowerBound <= offset { low = middle + 1 } else { high = middle }
    }
    guard low > 0 else { return .start }
    return SourcePosition(line: low, column: offset - lines[low - 1].lowerBound + 1)
  }
}
