/// What an LSTM carries from step to step: a hidden state, which it shows, and a cell state, which it keeps.
///
/// It also serves as the gradient of a loss by such a pair.
@frozen
public struct LSTMState<Element: Scalar>: Equatable, Sendable {
  /// h, H elements.
  public var hidden: Vector<Element>

  /// c, H elements.
  public var cell: Vector<Element>

  /// A pair of states. The cell that takes it checks their sizes.
  @inlinable
  public init(hidden: Vector<Element>, cell: Vector<Element>) {
    self.hidden = hidden
    self.cell = cell
  }

  /// The usual beginning: both states zeros of `units` elements.
  @inlinable
  public static func zeros(_ units: Int) -> LSTMState {
    LSTMState(hidden: .zeros(units), cell: .zeros(units))
  }
}
