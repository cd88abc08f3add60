extension LBFGS {
  /// What a step came to.
  public struct Outcome: Equatable, Sendable {
    /// The loss where the step began.
    public let initialLoss: Element
    /// The loss where the step left the parameters.
    ///
    /// It is nil where nothing evaluated it: without a line search, the move that reaches ``LBFGS/iterations`` is
    /// the last thing a step does.
    public let finalLoss: Element?
    /// How many moves were made.
    public let iterations: Int
    /// How many times the loss was asked for.
    public let evaluations: Int
    /// Why the step ended.
    public let end: End
  }

  /// Why a step ended.
  public enum End: Equatable, Sendable {
    /// It made all its moves.
    case iterations
    /// It used up its evaluations.
    case evaluations
    /// No element of the gradient is beyond the tolerance: a stationary point, if a wide one.
    case smallGradient
    /// The loss falls less than the tolerance along the direction, per unit of it; no move was made there.
    case smallSlope
    /// The last move was within the tolerance in each parameter.
    case smallMove
    /// The last move changed the loss by less than the tolerance.
    case smallChange
    /// A loss or a gradient was not finite. A smaller rate may help.
    case notFinite
  }
}
