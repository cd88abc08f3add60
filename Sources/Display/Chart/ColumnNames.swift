/// The names below columns: level where they fit, in several lines where that is allowed, else turned; thinned
/// where even that is too dense.
struct ColumnNames {
  /// The lines of each name.
  let names: [[String]]
  let cellWidth: Double
  let isTurned: Bool
  let stride: Int
  let height: Double

  /// The least width of a column whose name is turned.
  static let leastWidth = 18.0
  private static let longest = 90.0

  /// The names of columns of `cellWidth`, each in no more than so many lines.
  init(_ names: [String], cellWidth: Double, lines: Int = 1) {
    let widest = names.map { SVG.textWidth($0) }.max() ?? 0
    let areNumbers = names.allSatisfy { Int($0) != nil }
    let wrapped = names.map { Self.wrapped($0, to: cellWidth - 4) }
    self.cellWidth = cellWidth
    if areNumbers {
      isTurned = false
      stride = Self.roundStride(atLeast: (widest + 8) / cellWidth)
      height = 20
      self.names = names.map { [$0] }
    } else if wrapped.allSatisfy({ ($0?.count ?? .max) <= lines }) {
      isTurned = false
      stride = 1
      self.names = wrapped.map { $0 ?? [] }
      height = 20 + Self.lineHeight * Double((self.names.map(\.count).max() ?? 1) - 1)
    } else {
      isTurned = true
      stride = max(1, Int((Self.leastWidth / cellWidth).rounded(.up)))
      height = min(widest, Self.longest) * Self.diagonal + 18
      self.names = names.map { [SVG.shortened($0, to: Self.longest)] }
    }
  }

  private static let lineHeight = 15.0

  /// The words of `name` in lines no longer than `width`; `nil` where a word is longer.
  private static func wrapped(_ name: String, to width: Double) -> [String]? {
    if SVG.textWidth(name) <= width { return [name] }
    var lines: [String] = []
    for word in name.split(separator: " ") {
      guard SVG.textWidth(String(word)) <= width else { return nil }
      if let line = lines.last, SVG.textWidth("\(line) \(word)") <= width {
        lines[lines.count - 1] = "\(line) \(word)"
      } else {
        lines.append(String(word))
      }
    }
    return lines
  }

  /// How far the turned names reach beyond the left edge of the first column.
  var overhang: Double {
    guard isTurned else { return 0 }
    return names.enumerated().map { index, name in
      (SVG.textWidth(name[0]) + 4) * Self.diagonal - (Double(index) + 0.5) * cellWidth
    }.max() ?? 0
  }

  /// The names of `range`, the first of which stands in the column at `left`.
  func labels(_ range: Range<Int>? = nil, left: Double, y: Double) -> [String] {
    let range = range ?? 0..<names.count
    return range.filter { $0.isMultiple(of: stride) }.flatMap { index in
      labels(of: index, x: left + (Double(index - range.lowerBound) + 0.5) * cellWidth, y: y)
    }
  }

  private func labels(of index: Int, x: Double, y: Double) -> [String] {
    guard isTurned else {
      return names[index].enumerated().map { line, text in
        SVG.text(text, x: x, y: y + 15 + Self.lineHeight * Double(line))
      }
    }
    return names[index].map { name in
      "<text transform=\"translate(\(SVG.number(x)) \(SVG.number(y + 10))) rotate(-45)\" dy=\".2em\">"
        + "\(HTML.escape(name))</text>"
    }
  }

  /// What a turned text takes of either direction, of its length.
  private static let diagonal = 0.71

  private static func roundStride(atLeast least: Double) -> Int {
    let strides = [1, 2, 5, 10, 20, 50, 100, 200, 500]
    return strides.first { Double($0) >= least } ?? 1000
  }
}
