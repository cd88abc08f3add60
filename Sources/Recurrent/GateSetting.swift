/// What a gate's value is taken from: its weights, or an experimenter's hand.
@frozen
public enum GateSetting<Element: Scalar>: Equatable, Sendable {
  /// The sigmoid of the gate's weighted sum.
  case computed

  /// One value for every unit.
  case held(at: Element)

  /// A value for each unit: H elements.
  case heldAt(Vector<Element>)

  @inlinable
  func value(of sum: Vector<Element>) -> Vector<Element> {
    switch self {
    case .computed:
      return sigmoid(sum)
    case .held(let value):
      return Vector(repeating: value, count: sum.count)
    case .heldAt(let values):
      require(
        values.count == sum.count, "a gate held at \(values.count) values in a cell of \(sum.count) units")
      return values
    }
  }
}
