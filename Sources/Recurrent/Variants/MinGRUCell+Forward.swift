/// Everything one step of a minimal GRU computed.
@frozen
public struct MinGRUStep<Element: Scalar>: Equatable, Sendable {
  /// x, the input of the step: I elements. All other vectors have H.
  public let input: Vector<Element>

  /// h₋, the state before the step.
  public let previous: Vector<Element>

  /// The update gate's weighted sum, before its sigmoid; computed also when the gate is held.
  public let updateSum: Vector<Element>

  /// z, the share of the previous state that is kept.
  public let updateGate: Vector<Element>

  /// The candidate's weighted sum, before φ.
  public let candidateSum: Vector<Element>

  /// n, the state that the step proposes.
  public let candidate: Vector<Element>

  /// h = z ⊙ h₋ + (1 − z) ⊙ n, the state after the step.
  public let state: Vector<Element>

  @inlinable
  init(
    input: Vector<Element>, previous: Vector<Element>, updateSum: Vector<Element>,
    updateGate: Vector<Element>, candidateSum: Vector<Element>, candidate: Vector<Element>,
    state: Vector<Element>
  ) {
    self.input = input
    self.previous = previous
    self.updateSum = updateSum
    self.updateGate = updateGate
    self.candidateSum = candidateSum
    self.candidate = candidate
    self.state = state
  }
}

extension MinGRUCell {
  /// One step, from an input of I and a state of H elements; O(HI).
  ///
  /// z = 1 and z = 0 are exact as in ``GRUCell``, for a finite n. A wrong size stops the program.
  @inlinable
  public func step(
    _ x: Vector<Element>, from h: Vector<Element>, update: GateSetting<Element> = .computed
  ) -> MinGRUStep<Element> {
    require(x.count == inputSize, "an input of \(x.count) elements to a cell of input size \(inputSize)")
    require(h.count == hiddenSize, "a state of \(h.count) elements to a cell of hidden size \(hiddenSize)")
    let updateSum = updateGate.sum(x)
    let z = update.value(of: updateSum)
    let candidateSum = candidate.sum(x)
    let n = activation.value(candidateSum)
    return MinGRUStep(
      input: x, previous: h, updateSum: updateSum, updateGate: z, candidateSum: candidateSum,
      candidate: n, state: z ⊙ h + (1 - z) ⊙ n)
  }

  /// The steps over a sequence, one after the other; the first starts from `h0`, or from zeros.
  @inlinable
  public func states(
    over xs: [Vector<Element>], from h0: Vector<Element>? = nil, update: GateSetting<Element> = .computed
  ) -> [MinGRUStep<Element>] {
    var h = h0 ?? .zeros(hiddenSize)
    var steps: [MinGRUStep<Element>] = []
    steps.reserveCapacity(xs.count)
    for x in xs {
      let step = step(x, from: h, update: update)
      steps.append(step)
      h = step.state
    }
    return steps
  }
}
