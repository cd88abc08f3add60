// The order of the sums makes the limits of the cell exact to the bit, as long as no sum overflows:
//
//   r = 0            n is that of the one-layer perceptron `asMLP`, in both forms
//   r = 1            n is the next state of the plain cell `asRNN`, in both forms
//   z = 0            h is n
//   z = 1            h is h₋, except that a −0 in h₋ may come out as 0, which `==` does not tell apart
//
// For that, the after form's r ⊙ (U h₋ + b_hn) is summed as r ⊙ U h₋ beside r ⊙ b_hn, each with its partner:
// (W x + r ⊙ U h₋) + (b + r ⊙ b_hn). At r = 1 that is (W x + U h₋) + (b + b_hn), the plain cell's own
// order. No product of this module is −0, because its sum starts at 0, so adding 0 or −0 to it changes
// nothing. Where the forms agree only as real numbers (one unit, or a gate of equal elements) they agree here
// within rounding.

extension GRUCell {
  /// One step, from an input of I and a state of H elements; O(H(I + H)).
  ///
  /// A gate that is held takes the given value in place of its sigmoid. A wrong size stops the program.
  @inlinable
  public func step(
    _ x: Vector<Element>, from h: Vector<Element>,
    update: GateSetting<Element> = .computed, reset: GateSetting<Element> = .computed
  ) -> GRUStep<Element> {
    candidate.requireSizes(x, h)
    let updateSum = updateGate.sum(x, h)
    let z = update.value(of: updateSum)
    let resetSum = resetGate.sum(x, h)
    let r = reset.value(of: resetSum)
    let candidateSum = candidateSum(x, h, r)
    let n = tanh(candidateSum)
    return GRUStep(
      input: x, previous: h,
      updateSum: updateSum, updateGate: z,
      resetSum: resetSum, resetGate: r,
      candidateSum: candidateSum, candidate: n,
      state: z ⊙ h + (1 - z) ⊙ n)
  }

  @inlinable
  func candidateSum(_ x: Vector<Element>, _ h: Vector<Element>, _ r: Vector<Element>) -> Vector<Element> {
    switch reset {
    case .before:
      candidate.sum(x, r ⊙ h)
    case .after:
      (candidate.input * x + r ⊙ (candidate.recurrent * h)) + (candidate.bias + r ⊙ recurrentBias)
    }
  }

  /// The steps over a sequence; the first starts from `h0`, or from zeros. No inputs give no steps.
  @inlinable
  public func states(
    over xs: [Vector<Element>], from h0: Vector<Element>? = nil,
    update: GateSetting<Element> = .computed, reset: GateSetting<Element> = .computed
  ) -> [GRUStep<Element>] {
    var h = h0 ?? .zeros(hiddenSize)
    var steps: [GRUStep<Element>] = []
    steps.reserveCapacity(xs.count)
    for x in xs {
      let step = step(x, from: h, update: update, reset: reset)
      steps.append(step)
      h = step.state
    }
    return steps
  }

  /// The steps over each sequence of a batch, every sequence on its own; lengths may differ.
  ///
  /// Sequence i starts from state i of `h0`, or from zeros. Another number of states than of sequences stops
  /// the program.
  @inlinable
  public func states(
    overBatch batch: [[Vector<Element>]], from h0: [Vector<Element>]? = nil,
    update: GateSetting<Element> = .computed, reset: GateSetting<Element> = .computed
  ) -> [[GRUStep<Element>]] {
    if let h0 {
      require(h0.count == batch.count, "\(h0.count) initial states for a batch of \(batch.count) sequences")
    }
    var result: [[GRUStep<Element>]] = []
    result.reserveCapacity(batch.count)
    for i in batch.indices {
      result.append(states(over: batch[i], from: h0?[i], update: update, reset: reset))
    }
    return result
  }
}
