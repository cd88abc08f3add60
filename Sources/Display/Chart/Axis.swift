/// One axis of a chart: its title, its scale and, where the data shall not decide, its range.
///
/// A string literal is a linear axis with that title.
public struct Axis: Sendable, Hashable, ExpressibleByStringInterpolation {
  /// How values become lengths.
  public enum Scale: Sendable, Hashable {
    /// Equal differences are equal lengths.
    case linear
    /// Equal ratios are equal lengths; what is not positive cannot be drawn and is left out.
    case logarithmic
  }

  /// What the axis measures, with its unit.
  public var title: String
  /// How values become lengths.
  public var scale: Scale
  /// What the axis spans, in the data's own unit; `nil` for what the data span.
  ///
  /// What lies beyond it is cut off. A range that the scale cannot show counts as `nil`.
  public var range: ClosedRange<Double>?

  /// An axis called `title`.
  public init(_ title: String, scale: Scale = .linear, range: ClosedRange<Double>? = nil) {
    self.title = title
    self.scale = scale
    self.range = range
  }

  /// A linear axis called `value`.
  public init(stringLiteral value: String) { self.init(value) }

  /// A linear axis called `title`.
  public static func linear(_ title: String, range: ClosedRange<Double>? = nil) -> Axis {
    Axis(title, range: range)
  }

  /// A logarithmic axis called `title`.
  public static func logarithmic(_ title: String, range: ClosedRange<Double>? = nil) -> Axis {
    Axis(title, scale: .logarithmic, range: range)
  }
}

extension Axis.Scale {
  /// Where `value` stands before it is fitted to a length: itself or its logarithm; `nil` where it cannot stand.
  ///
  /// Beyond 10³⁰⁰ a difference might overflow, so that counts as infinite.
  func place(of value: Double) -> Double? {
    guard value.magnitude <= 1e300 else { return nil }
    switch self {
    case .linear: return value
    case .logarithmic: return value > 0 ? commonLogarithm(value) : nil
    }
  }

  /// The value that stands at `place`.
  func value(at place: Double) -> Double {
    switch self {
    case .linear: place
    case .logarithmic: powerOfTen(place)
    }
  }
}
