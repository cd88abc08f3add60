/// Where a stretch of text holds a closing delimiter: a byte with number signs after it.
///
/// The stretch is read once; questions asked from left to right cost no more than that.
struct Closings {
  let end: Int
  /// From right to left, each with more number signs than any to its right.
  private var records: [(index: Int, hashes: Int)] = []

  /// The delimiters from `start` to `end`; those after an odd number of backslashes only if they are not `escapable`.
  init(of delimiter: UInt8, in bytes: [UInt8], from start: Int, to end: Int, escapable: Bool) {
    self.end = end
    var index = end - 1
    var hashes = 0
    while index >= start {
      if bytes[index] == UInt8(ascii: "#") {
        hashes += 1
      } else {
        if bytes[index] == delimiter, hashes > records.last?.hashes ?? 0 {
          let escapes =
            escapable ? bytes[start..<index].reversed().prefix { $0 == UInt8(ascii: "\\") }.count : 0
          if escapes.isMultiple(of: 2) { records.append((index, hashes)) }
        }
        hashes = 0
      }
      index -= 1
    }
  }

  /// Whether a delimiter with at least so many number signs stands at `index` or after it.
  mutating func contains(_ hashes: Int, from index: Int) -> Bool {
    while let last = records.last, last.index < index { records.removeLast() }
    return records.last.map { $0.hashes >= hashes } ?? false
  }
}
