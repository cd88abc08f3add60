extension Chart {
  /// A straight line across the plot at a value worth naming, such as a bound.
  public struct Annotation: Sendable, Hashable {
    enum Direction: Sendable, Hashable {
      case horizontal
      case vertical
    }

    let direction: Direction
    let value: Double
    let label: String

    /// A level line at `y`. A value that the y axis cannot show is left out.
    public static func horizontal(_ y: some BinaryFloatingPoint, _ label: String = "") -> Annotation {
      Annotation(direction: .horizontal, value: Double(y), label: label)
    }

    /// An upright line at `x`. A value that the x axis cannot show is left out.
    public static func vertical(_ x: some BinaryFloatingPoint, _ label: String = "") -> Annotation {
      Annotation(direction: .vertical, value: Double(x), label: label)
    }
  }
}
