/// One set of points in a chart, joined by a line or not.
public struct Series: Sendable {
  /// How a line is drawn.
  public enum Style: Sendable, Hashable, CaseIterable {
    /// A style that no other line of the chart has, while there are any.
    case automatic
    /// Unbroken.
    case solid
    /// In dashes.
    case dashed
    /// In dots.
    case dotted
    /// In dashes and dots by turns.
    case dashDotted
    /// In long dashes.
    case longDashed
  }

  enum Kind: Sendable, Hashable {
    case line
    case points
    /// A line with a direction.
    case path
    /// Bars of this width about their x, from zero.
    case bars(width: Double)
  }

  /// What the legend calls it.
  public let name: String
  let kind: Kind
  let style: Style
  let quantity: Quantity?
  let x: [Double]
  let y: [Double]
  /// What a band spans around its line, or a bar through its point.
  let interval: (lower: [Double], upper: [Double])?
  /// Values that had no partner, the sequences being of unequal lengths.
  let unpaired: Int

  init(
    _ name: String, _ kind: Kind, _ style: Style = .automatic, _ quantity: Quantity? = nil, x: [Double],
    y: [Double], interval: (lower: [Double], upper: [Double])? = nil
  ) {
    let counts = [x.count, y.count] + (interval.map { [$0.lower.count, $0.upper.count] } ?? [])
    let count = counts.min() ?? 0
    self.name = name
    self.kind = kind
    self.style = style
    self.quantity = quantity
    self.x = Array(x.prefix(count))
    self.y = Array(y.prefix(count))
    self.interval = interval.map { (Array($0.lower.prefix(count)), Array($0.upper.prefix(count))) }
    unpaired = (counts.max() ?? 0) - count
  }

  /// Whether a line joins the points.
  var isJoined: Bool { kind == .line || kind == .path }
}

extension Series {
  /// A line through the points (x, y) in the order given.
  ///
  /// A value that is not finite, or not positive on a logarithmic axis, leaves a gap. Where one of the two is
  /// longer than the other, its rest is left out. The chart says how many points it left out. A `quantity` gives the
  /// line that quantity's colour.
  public static func line(
    _ name: String, x: some Sequence<some BinaryFloatingPoint>, y: some Sequence<some BinaryFloatingPoint>,
    style: Style = .automatic, quantity: Quantity? = nil
  ) -> Series {
    Series(name, .line, style, quantity, x: x.map { Double($0) }, y: y.map { Double($0) })
  }

  /// A line whose x are whole numbers, such as steps.
  public static func line(
    _ name: String, x: some Sequence<some BinaryInteger>, y: some Sequence<some BinaryFloatingPoint>,
    style: Style = .automatic, quantity: Quantity? = nil
  ) -> Series {
    Series(name, .line, style, quantity, x: x.map { Double($0) }, y: y.map { Double($0) })
  }

  /// A line through `y` at 0, 1, 2 and so on.
  public static func line(
    _ name: String, y: some Sequence<some BinaryFloatingPoint>, style: Style = .automatic,
    quantity: Quantity? = nil
  ) -> Series {
    let values = y.map { Double($0) }
    return Series(name, .line, style, quantity, x: values.indices.map { Double($0) }, y: values)
  }

  /// Points that no line joins.
  public static func points(
    _ name: String, x: some Sequence<some BinaryFloatingPoint>, y: some Sequence<some BinaryFloatingPoint>,
    quantity: Quantity? = nil
  ) -> Series {
    Series(name, .points, .automatic, quantity, x: x.map { Double($0) }, y: y.map { Double($0) })
  }

  /// Points whose x are whole numbers.
  public static func points(
    _ name: String, x: some Sequence<some BinaryInteger>, y: some Sequence<some BinaryFloatingPoint>,
    quantity: Quantity? = nil
  ) -> Series {
    Series(name, .points, .automatic, quantity, x: x.map { Double($0) }, y: y.map { Double($0) })
  }

  /// The curve of `f` at `samples` places over `range`, both ends among them.
  ///
  /// The places are evenly spaced on the scale named by `spacing`, which should be that of the x axis.
  public static func function(
    _ name: String, over range: ClosedRange<Double>, samples: Int = 121, spacing: Axis.Scale = .linear,
    style: Style = .automatic, quantity: Quantity? = nil, _ f: (Double) -> Double
  ) -> Series {
    let count = max(samples, 2)
    let ends = (spacing.place(of: range.lowerBound), spacing.place(of: range.upperBound))
    guard let lower = ends.0, let upper = ends.1 else { return Series(name, .line, x: [], y: []) }
    let x = (0..<count).map { index -> Double in
      if index == 0 { return range.lowerBound }
      if index == count - 1 { return range.upperBound }
      return spacing.value(at: lower + (upper - lower) * Double(index) / Double(count - 1))
    }
    return Series(name, .line, style, quantity, x: x, y: x.map(f))
  }
}
