/// How much of each pixel of a row is covered.
struct Coverage {
  /// What a pixel has that is covered whole.
  static let whole = Crossings.linesPerRow * Crossings.parts

  /// Of each pixel alone, and what begins or ends to hold for all from it on.
  private var own: [Int]
  private var change: [Int]
  /// The pixels that are touched by any.
  private var touched: Range<Int>

  init(width: Int) {
    own = [Int](repeating: 0, count: width + 1)
    change = own
    touched = 0..<0
  }

  /// Adds a stretch of one line, in parts of a pixel.
  mutating func add(_ start: Int, _ end: Int) {
    let (first, last) = (start / Crossings.parts, end / Crossings.parts)
    if first == last {
      own[first] += end - start
    } else {
      own[first] += (first + 1) * Crossings.parts - start
      change[first + 1] += Crossings.parts
      change[last] -= Crossings.parts
      own[last] += end - last * Crossings.parts
    }
    touched =
      touched.isEmpty ? first..<last + 1 : min(touched.lowerBound, first)..<max(touched.upperBound, last + 1)
  }

  /// The stretches of pixels that are covered alike, which are forgotten.
  mutating func taken() -> [(columns: Range<Int>, covered: Int)] {
    var stretches: [(columns: Range<Int>, covered: Int)] = []
    var (sum, start, value) = (0, touched.lowerBound, 0)
    for x in touched {
      sum += change[x]
      let here = sum + own[x]
      (own[x], change[x]) = (0, 0)
      if here == value { continue }
      if value > 0 { stretches.append((start..<x, value)) }
      (start, value) = (x, here)
    }
    if value > 0 { stretches.append((start..<touched.upperBound, value)) }
    touched = 0..<0
    return stretches
  }
}
