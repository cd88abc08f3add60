// Forward                          Backward, with δv for ∂L/∂v
//
//   z = σ(W_z x + b_z)             δa_z = δz ⊙ z ⊙ (1 − z)
//   n = φ(W x + b)                 δa = δn ⊙ φ′
//   h = z ⊙ h₋ + (1 − z) ⊙ n       δz = δh ⊙ (h₋ − n)    δn = δh ⊙ (1 − z)
//
//   δx = W_zᵀ δa_z + Wᵀ δa         δh₋ = δh ⊙ z
//
// Source: the chain rule applied to the equations of Feng et al. 2024, arXiv:2410.01201, section 3.1.

extension MinGRUCell {
  /// One step backward: adds to `weights` and returns ∂L/∂x and ∂L/∂h₋, given ∂L/∂h.
  ///
  /// ∂L/∂h counts every path from h to the loss, later steps included. A gate that was held in the forward
  /// step must be held here: it passes no gradient on.
  @inlinable
  public func backward(
    through step: MinGRUStep<Element>, from dh: Vector<Element>, into weights: inout MinGRUCell,
    update: GateSetting<Element> = .computed
  ) -> (input: Vector<Element>, previous: Vector<Element>) {
    let (x, h, z, n) = (step.input, step.previous, step.updateGate, step.candidate)
    let daz = dh ⊙ (h - n) ⊙ update.slope(z)
    let da = dh ⊙ (1 - z) ⊙ activation.slope(n)
    weights.updateGate.weights.accumulate(daz, x)
    weights.updateGate.bias = weights.updateGate.bias + daz
    weights.candidate.weights.accumulate(da, x)
    weights.candidate.bias = weights.candidate.bias + da
    return (
      input: updateGate.weights.transposed * daz + candidate.weights.transposed * da,
      previous: dh ⊙ z
    )
  }

  /// The gradient through a whole sequence, given what the loss takes from each state directly.
  ///
  /// `dh` holds ∂L/∂h of each step with the other steps held fixed: H elements each. A gate that was held in
  /// the forward steps must be held here. O(T H I).
  @inlinable
  public func gradient(
    through steps: [MinGRUStep<Element>], of dh: [Vector<Element>],
    update: GateSetting<Element> = .computed
  ) -> SequenceGradient<MinGRUCell, Vector<Element>> {
    requireOneGradientAStep(dh.count, steps.count)
    var gradient = SequenceGradient(
      weights: zeroed, inputs: steps.map { $0.input }, initial: Vector<Element>.zeros(hiddenSize))
    for t in steps.indices.reversed() {
      let (input, previous) = backward(
        through: steps[t], from: dh[t] + gradient.initial, into: &gradient.weights, update: update)
      gradient.inputs[t] = input
      gradient.initial = previous
    }
    return gradient
  }
}
