/// How often values fall into each of several equal bins.
///
///     Histogram("Update gates after training", of: gates, x: "z", quantity: .updateGate)
///
/// A bin holds what is at or above its lower edge and below its upper one, the last bin its upper edge too.
/// Values that are not finite are left out, and the figure says how many those were.
public struct Histogram: Displayable, Sendable {
  /// How the bins are chosen.
  public enum Bins: Sendable, Hashable {
    /// By the rule of Freedman and Diaconis: twice the range of the middle half, divided by the cube root of
    /// the number of values, is about the width. Where that range is zero, by the rule of Sturges.
    ///
    /// Source: D. Freedman, P. Diaconis, "On the histogram as a density estimator: L₂ theory", 1981.
    case automatic
    /// So many, held to 1…200.
    case count(Int)
  }

  /// What stands above the figure.
  public var title: String
  /// What the values are, with their unit.
  public var x: String
  /// What the vertical axis counts.
  public var y: String
  /// Between two bins stands an edge; one more than there are bins, or none where there are no values.
  public let edges: [Double]
  /// How many values each bin holds.
  public let counts: [Int]
  /// What the figure shows, for those who do not see it; `nil` for a description computed from the values.
  public var alternative: String?
  let quantity: Quantity?
  let annotations: [Chart.Annotation]
  let leftOut: Int

  /// The histogram of `values`, over `range` or what they span; values beyond the range are left out.
  public init(
    _ title: String, of values: some Sequence<some BinaryFloatingPoint>, x: String, y: String = "values",
    bins: Bins = .automatic, range: ClosedRange<Double>? = nil, quantity: Quantity? = nil,
    annotations: [Chart.Annotation] = [], description: String? = nil
  ) {
    let all = values.map { Double($0) }
    let range = range.flatMap { $0.lowerBound < $0.upperBound ? $0 : nil }
    let kept = all.filter { $0.magnitude <= 1e300 && range?.contains($0) ?? true }.sorted()
    self.title = title
    self.x = x
    self.y = y
    self.quantity = quantity
    self.annotations = annotations
    alternative = description
    leftOut = all.count - kept.count
    edges = Self.edges(of: kept, bins: bins, range: range)
    counts = Self.counts(of: kept, between: edges)
  }

  /// The figure: its title, the picture, a note on what is left out, and the numbers, folded.
  public var html: String {
    Figure.html(title, kind: "histogram", note: leftOutWords, tables: [table]) { sheet in
      ChartLayout(chart, on: sheet).drawing(label: description)
    }
  }

  private static func edges(of sorted: [Double], bins: Bins, range: ClosedRange<Double>?) -> [Double] {
    guard let first = sorted.first, let last = sorted.last else { return [] }
    var (lower, upper) = (range?.lowerBound ?? first, range?.upperBound ?? last)
    // One value alone stands in the middle of one bin.
    guard upper - lower > max(abs(lower), abs(upper)) * 1e-12, upper - lower > 1e-290 else {
      let room = max(abs(lower) * 0.05, lower == 0 ? 0.5 : 1e-290)
      (lower, upper) = (lower - room, upper + room)
      return [lower, upper]
    }
    let count =
      switch bins {
      case .count(let count): min(max(count, 1), 200)
      case .automatic: automaticCount(sorted, span: upper - lower)
      }
    return (0...count).map { index in
      index == count ? upper : lower + (upper - lower) * Double(index) / Double(count)
    }
  }

  private static func automaticCount(_ sorted: [Double], span: Double) -> Int {
    let middleHalf = quantile(sorted, 0.75) - quantile(sorted, 0.25)
    let width = 2 * middleHalf / powerOfTen(commonLogarithm(Double(sorted.count)) / 3)
    // A quotient that misses a whole number by its last bits is that number.
    if width > span / 200 { return max(Int((span / width - 1e-9).rounded(.up)), 1) }
    if width > 0 { return 200 }
    return Int.bitWidth - (sorted.count - 1).leadingZeroBitCount + 1
  }

  /// Between the two values next to its place, as they are apart.
  private static func quantile(_ sorted: [Double], _ part: Double) -> Double {
    let place = part * Double(sorted.count - 1)
    let below = Int(place)
    let above = min(below + 1, sorted.count - 1)
    return sorted[below] + (sorted[above] - sorted[below]) * (place - Double(below))
  }

  private static func counts(of sorted: [Double], between edges: [Double]) -> [Int] {
    guard edges.count > 1 else { return [] }
    var counts = Array(repeating: 0, count: edges.count - 1)
    var bin = 0
    for value in sorted {
      while bin < counts.count - 1, value >= edges[bin + 1] { bin += 1 }
      counts[bin] += 1
    }
    return counts
  }
}

extension Histogram {
  var chart: Chart {
    let width = edges.count > 1 ? edges[1] - edges[0] : 1
    let middles = zip(edges, edges.dropFirst()).map { $0 + ($1 - $0) / 2 }
    let bars = Series("", .bars(width: width), .automatic, quantity, x: middles, y: counts.map { Double($0) })
    let span = edges.first.flatMap { first in edges.last.map { first...$0 } }
    return Chart(
      title, x: Axis(x, range: span), y: Axis(y), series: [bars], annotations: annotations)
  }

  var table: Table {
    Table(
      title,
      vectors: [
        .init("from", edges.dropLast()), .init(counts.count > 1 ? "to below" : "to", edges.dropFirst()),
        .init(y.isEmpty ? "count" : y, counts),
      ])
  }

  private var leftOutWords: String? {
    guard leftOut > 0 else { return nil }
    return "\(leftOut) \(leftOut == 1 ? "value" : "values") left out: not finite, or beyond the range."
  }
}

extension Histogram: CustomStringConvertible {
  /// The text alternative.
  public var description: String {
    [Figure.sentence(title), Figure.sentence(alternative ?? computedWords), leftOutWords ?? ""]
      .filter { !$0.isEmpty }.joined(separator: " ")
  }

  private var computedWords: String {
    guard let first = edges.first, let last = edges.last, let most = counts.max(),
      let peak = counts.firstIndex(of: most)
    else { return "Histogram without values" }
    func figure(_ x: Double) -> String { significant(x, digits: 3) }
    let all = counts.reduce(0, +)
    return "Histogram of \(all) \(all == 1 ? "value" : "values")\(x.isEmpty ? "" : " of \(x)") in "
      + "\(counts.count) \(counts.count == 1 ? "bin" : "bins") from \(figure(first)) to \(figure(last)); "
      + "most, \(most), from \(figure(edges[peak])) to \(figure(edges[peak + 1]))"
  }
}
