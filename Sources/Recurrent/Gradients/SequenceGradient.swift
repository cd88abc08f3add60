/// The gradient of a loss L over one sequence: by the weights, by each input, and by the initial state.
@frozen
public struct SequenceGradient<Weights: Parameterised, State: Sendable>: Sendable {
  /// ∂L/∂θ for every parameter θ, summed over the steps, in the place of θ.
  public var weights: Weights

  /// ∂L/∂x for the input of each step: I elements each.
  public var inputs: [Vector<Weights.Element>]

  /// ∂L/∂h₀, H elements; for an LSTM the pair ∂L/∂h₀ and ∂L/∂c₀.
  public var initial: State

  /// A gradient of the given parts, as a cell of one's own returns it.
  @inlinable
  public init(weights: Weights, inputs: [Vector<Weights.Element>], initial: State) {
    self.weights = weights
    self.inputs = inputs
    self.initial = initial
  }
}

extension SequenceGradient: Equatable where Weights: Equatable, State: Equatable {}

@inlinable
func requireOneGradientAStep(_ gradients: Int, _ steps: Int) {
  require(gradients == steps, "\(gradients) gradients of the states for \(steps) steps")
}
