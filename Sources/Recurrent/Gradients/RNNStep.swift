/// One step of a plain recurrent cell, with all that its gradient needs.
@frozen
public struct RNNStep<Element: Scalar>: Equatable, Sendable {
  /// x, the input of the step: I elements. The other vectors have H.
  public let input: Vector<Element>

  /// h₋, the state before the step.
  public let previous: Vector<Element>

  /// h, the state after the step.
  public let state: Vector<Element>

  @inlinable
  init(input: Vector<Element>, previous: Vector<Element>, state: Vector<Element>) {
    self.input = input
    self.previous = previous
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
      let state = step(x, from: h)
      steps.append(RNNStep(input: x, previous: h, state: state))
      h = state
    }
    return steps
  }
}
