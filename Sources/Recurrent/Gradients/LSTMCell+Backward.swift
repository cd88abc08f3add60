// Forward                                     Backward, with δv for ∂L/∂v
//
//   i = σ(a_i), a_i = … + p_i ⊙ c₋              δa_i = δi ⊙ i ⊙ (1 − i)    δi = δc ⊙ g    δp_i += δa_i ⊙ c₋
//   f = σ(a_f), a_f = … + p_f ⊙ c₋              δa_f = δf ⊙ f ⊙ (1 − f)    δf = δc ⊙ c₋   δp_f += δa_f ⊙ c₋
//   g = tanh(a_g)                               δa_g = δg ⊙ (1 − g²)       δg = δc ⊙ i
//   c = f ⊙ c₋ + i ⊙ g                          δc += δh ⊙ o ⊙ (1 − tanh²c) + p_o ⊙ δa_o
//   o = σ(a_o), a_o = … + p_o ⊙ c               δa_o = δo ⊙ o ⊙ (1 − o)                   δp_o += δa_o ⊙ c
//   h = o ⊙ tanh(c)                             δo = δh ⊙ tanh(c)
//
// where … stands for W x + U h₋ + b of the gate's own map, whose weights take δa xᵀ, δa h₋ᵀ and δa, and
//
//   δx  = Σ Wᵀ δa      over all four maps
//   δh₋ = Σ Uᵀ δa      over all four maps
//   δc₋ = δc ⊙ f + p_i ⊙ δa_i + p_f ⊙ δa_f
//
// Source: K. Greff et al., "LSTM: a search space odyssey", IEEE Transactions on Neural Networks and Learning
// Systems 28, 2017, arXiv:1503.04069, section II.B.

extension LSTMCell {
  /// One step backward: adds to `weights` and returns ∂L/∂x, ∂L/∂h₋ and ∂L/∂c₋, given ∂L/∂h and ∂L/∂c.
  ///
  /// ∂L/∂h counts every path from h to the loss, later steps included; ∂L/∂c every path but that through
  /// this step's own h and o. A gate that was held in the forward step must be held here: it passes no
  /// gradient on.
  @inlinable
  public func backward(
    through step: LSTMStep<Element>, from d: LSTMState<Element>, into weights: inout LSTMCell,
    input: GateSetting<Element> = .computed, forget: GateSetting<Element> = .computed,
    output: GateSetting<Element> = .computed
  ) -> (input: Vector<Element>, previous: LSTMState<Element>) {
    let (x, h, previousCell) = (step.input, step.previous.hidden, step.previous.cell)
    let (i, f, g, o) = (step.inputGate, step.forgetGate, step.candidate, step.outputGate)

    let dao = d.hidden ⊙ step.squashedCell ⊙ output.slope(o)
    var dc = d.cell + d.hidden ⊙ o ⊙ tanhSlope(step.squashedCell)
    if let peepholes { dc = dc + peepholes.outputGate ⊙ dao }
    let dai = dc ⊙ g ⊙ input.slope(i)
    let daf = dc ⊙ previousCell ⊙ forget.slope(f)
    let dag = dc ⊙ i ⊙ tanhSlope(g)
    var cell = dc ⊙ f
    if let peepholes { cell = cell + peepholes.inputGate ⊙ dai + peepholes.forgetGate ⊙ daf }

    weights.inputGate.accumulate(dai, x, h)
    weights.forgetGate.accumulate(daf, x, h)
    weights.candidate.accumulate(dag, x, h)
    weights.outputGate.accumulate(dao, x, h)
    if let sums = weights.peepholes {
      weights.peepholes = Peepholes(
        inputGate: sums.inputGate + dai ⊙ previousCell,
        forgetGate: sums.forgetGate + daf ⊙ previousCell,
        outputGate: sums.outputGate + dao ⊙ step.cell)
    }
    let hidden =
      inputGate.toState(dai) + forgetGate.toState(daf) + candidate.toState(dag) + outputGate.toState(dao)
    return (
      input: inputGate.toInput(dai) + forgetGate.toInput(daf) + candidate.toInput(dag)
        + outputGate.toInput(dao),
      previous: LSTMState(hidden: hidden, cell: cell)
    )
  }

  /// The gradient through a whole sequence, given what the loss takes from each hidden state directly.
  ///
  /// `dh` holds ∂L/∂h of each step with the other steps held fixed, `lastCell` ∂L/∂c of the last step, or
  /// zeros: H elements each. Gates that were held in the forward steps must be held here. O(T H(I + H)).
  @inlinable
  public func gradient(
    through steps: [LSTMStep<Element>], of dh: [Vector<Element>], lastCell: Vector<Element>? = nil,
    input: GateSetting<Element> = .computed, forget: GateSetting<Element> = .computed,
    output: GateSetting<Element> = .computed
  ) -> SequenceGradient<LSTMCell, LSTMState<Element>> {
    requireOneGradientAStep(dh.count, steps.count)
    var gradient = SequenceGradient(
      weights: zeroed, inputs: steps.map { $0.input }, initial: LSTMState<Element>.zeros(hiddenSize))
    if let lastCell { gradient.initial.cell = gradient.initial.cell + lastCell }
    for t in steps.indices.reversed() {
      gradient.initial.hidden = dh[t] + gradient.initial.hidden
      let (dx, previous) = backward(
        through: steps[t], from: gradient.initial, into: &gradient.weights,
        input: input, forget: forget, output: output)
      gradient.inputs[t] = dx
      gradient.initial = previous
    }
    return gradient
  }
}
