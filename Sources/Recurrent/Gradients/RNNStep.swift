/// Everything one step of a plain recurrent cell computed, so that every intermediate can be shown.
@frozen
public struct RNNStep<Element: Scalar>: Equatable, Sendable {
  /// x, the input of the step: I elements. The other vectors have H.
  public let input: Vector<Element>

  /// h₋, the state before the step.
  public let previous: Vector<Element>

  /// W x + U h₋ + b, the weighted sum, before its tanh.
  public let sum: Vector<Element>

  /// h = tanh(W x + U h₋ + b), the state after the step.
  public let state: Vector<Element>

  @inlinable
  init(
    input: Vector<Element>, previous: Vector<Element>, sum: Vector<Element>, state: Vector<Element>
  ) {
    self.input = input
    self.previous = previous
    self.sum = sum
    self.state = state
  }
}

extension RNNCell {
  /// The steps over a sequence; the first starts from `h0`, or from zeros.
  @inlinable
  public func steps(over xs: [Vector<Element>], from h0: Vector<Element>? = nil) -> [RNNStep<Element>] {
    var h = h0 ?? .zeros(hiddenSize)
    var steps: [RNNStep<Element>] = []
    steps.reserveCapacity(xs.count)
    for x in xs {
      weights.requireSizes(x, h)
      let sum = weights.sum(x, h)
      let state = tanh(sum)
      steps.append(RNNStep(input: x, previous: h, sum: sum, state: state))
      h = state
    }
    return steps
  }
}
