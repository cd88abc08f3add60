/// Everything one step of a minimal gated unit computed.
@frozen
public struct MGUStep<Element: Scalar>: Equatable, Sendable {
  /// x, the input of the step: I elements. All other vectors have H.
  public let input: Vector<Element>

  /// h₋, the state before the step.
  public let previous: Vector<Element>

  /// The forget gate's weighted sum, before its sigmoid; computed also when the gate is held.
  public let forgetSum: Vector<Element>

  /// f, the share of the state that is replaced, and the share that the candidate sees.
  public let forgetGate: Vector<Element>

  /// The candidate's weighted sum, before its tanh.
  public let candidateSum: Vector<Element>

  /// n, the state that the step proposes.
  public let candidate: Vector<Element>

  /// h = (1 − f) ⊙ h₋ + f ⊙ n, the state after the step.
  public let state: Vector<Element>

  @inlinable
  init(
    input: Vector<Element>, previous: Vector<Element>, forgetSum: Vector<Element>,
    forgetGate: Vector<Element>, candidateSum: Vector<Element>, candidate: Vector<Element>,
    state: Vector<Element>
  ) {
    self.input = input
    self.previous = previous
    self.forgetSum = forgetSum
    self.forgetGate = forgetGate
    self.candidateSum = candidateSum
    self.candidate = candidate
    self.state = state
  }
}

extension MGUCell {
  /// One step, from an input of I and a state of H elements; O(H(I + H)).
  ///
  /// To the bit, f = 0 keeps h₋ and f = 1 gives the next state of the plain cell of the candidate's weights.
  /// A wrong size stops the program.
  @inlinable
  public func step(
    _ x: Vector<Element>, from h: Vector<Element>, forget: GateSetting<Element> = .computed
  ) -> MGUStep<Element> {
    candidate.requireSizes(x, h)
    let forgetSum = forgetGate.sum(x, h)
    let f = forget.value(of: forgetSum)
    let candidateSum = candidate.sum(x, f ⊙ h)
    let n = tanh(candidateSum)
    return MGUStep(
      input: x, previous: h, forgetSum: forgetSum, forgetGate: f, candidateSum: candidateSum,
      candidate: n, state: (1 - f) ⊙ h + f ⊙ n)
  }

  /// The steps over a sequence; the first starts from `h0`, or from zeros. No inputs give no steps.
  @inlinable
  public func states(
    over xs: [Vector<Element>], from h0: Vector<Element>? = nil, forget: GateSetting<Element> = .computed
  ) -> [MGUStep<Element>] {
    var h = h0 ?? .zeros(hiddenSize)
    var steps: [MGUStep<Element>] = []
    steps.reserveCapacity(xs.count)
    for x in xs {
      let step = step(x, from: h, forget: forget)
      steps.append(step)
      h = step.state
    }
    return steps
  }
}
