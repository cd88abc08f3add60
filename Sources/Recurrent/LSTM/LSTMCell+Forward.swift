// The limits of the cell are exact to the bit, as long as no sum overflows:
//
//   f = 1 and i = 0   c is c₋, except that a −0 in c₋ may come out as 0, which `==` does not tell apart
//   f = 0 and i = 1   c is g, with the same exception
//   f = 1 and i = 1   c is c₋ + g, rounded once: the cell counts
//   o = 1             h is tanh(c)
//   o = 0             h is 0, or −0 where c is negative
//
// The first holds because a product with 1 is exact, and one of 0 and |g| ≤ 1 is 0 or −0, which adds nothing.

extension LSTMCell {
  /// One step, from an input of I elements and two states of H; O(H(I + H)).
  ///
  /// A gate that is held takes the given value in place of its sigmoid. A wrong size stops the program.
  @inlinable
  public func step(
    _ x: Vector<Element>, from state: LSTMState<Element>,
    input: GateSetting<Element> = .computed, forget: GateSetting<Element> = .computed,
    output: GateSetting<Element> = .computed
  ) -> LSTMStep<Element> {
    requireSizes(x, state)
    let (h, previousCell) = (state.hidden, state.cell)
    let inputSum = seen(inputGate.sum(x, h), previousCell, peepholes?.inputGate)
    let i = input.value(of: inputSum)
    let forgetSum = seen(forgetGate.sum(x, h), previousCell, peepholes?.forgetGate)
    let f = forget.value(of: forgetSum)
    let candidateSum = candidate.sum(x, h)
    let g = tanh(candidateSum)
    let c = f ⊙ previousCell + i ⊙ g
    let squashed = tanh(c)
    let outputSum = seen(outputGate.sum(x, h), c, peepholes?.outputGate)
    let o = output.value(of: outputSum)
    return LSTMStep(
      input: x, previous: state,
      inputSum: inputSum, inputGate: i,
      forgetSum: forgetSum, forgetGate: f,
      candidateSum: candidateSum, candidate: g,
      cell: c, squashedCell: squashed,
      outputSum: outputSum, outputGate: o,
      state: o ⊙ squashed)
  }

  /// A gate's sum together with what the gate sees of the cell state.
  @inlinable
  func seen(_ sum: Vector<Element>, _ cell: Vector<Element>, _ peephole: Vector<Element>?) -> Vector<Element>
  {
    if let peephole { sum + peephole ⊙ cell } else { sum }
  }

  @inlinable
  func requireSizes(_ x: Vector<Element>, _ state: LSTMState<Element>) {
    candidate.requireSizes(x, state.hidden)
    require(
      state.cell.count == hiddenSize,
      "a cell state of \(state.cell.count) elements to a cell of hidden size \(hiddenSize)")
  }

  /// The steps over a sequence; the first starts from `initial`, or from zeros. No inputs give no steps.
  @inlinable
  public func states(
    over xs: [Vector<Element>], from initial: LSTMState<Element>? = nil,
    input: GateSetting<Element> = .computed, forget: GateSetting<Element> = .computed,
    output: GateSetting<Element> = .computed
  ) -> [LSTMStep<Element>] {
    var state = initial ?? .zeros(hiddenSize)
    var steps: [LSTMStep<Element>] = []
    steps.reserveCapacity(xs.count)
    for x in xs {
      let step = step(x, from: state, input: input, forget: forget, output: output)
      steps.append(step)
      state = step.next
    }
    return steps
  }

  /// The steps over each sequence of a batch, every sequence on its own; lengths may differ.
  ///
  /// Sequence i starts from state i of `initial`, or from zeros. Another number of states than of sequences
  /// stops the program.
  @inlinable
  public func states(
    overBatch batch: [[Vector<Element>]], from initial: [LSTMState<Element>]? = nil,
    input: GateSetting<Element> = .computed, forget: GateSetting<Element> = .computed,
    output: GateSetting<Element> = .computed
  ) -> [[LSTMStep<Element>]] {
    if let initial {
      require(
        initial.count == batch.count,
        "\(initial.count) initial states for a batch of \(batch.count) sequences")
    }
    var result: [[LSTMStep<Element>]] = []
    result.reserveCapacity(batch.count)
    for k in batch.indices {
      result.append(
        states(over: batch[k], from: initial?[k], input: input, forget: forget, output: output))
    }
    return result
  }
}
