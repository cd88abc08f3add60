// Forward                                     Backward, with δv for ∂L/∂v
//
//   z = σ(W_z x + U_z h₋ + b_z)                 δa_z = δz ⊙ z ⊙ (1 − z)
//   r = σ(W_r x + U_r h₋ + b_r)                 δa_r = δr ⊙ r ⊙ (1 − r)
//   n = tanh(a)                                 δa = δn ⊙ (1 − n²)
//   h = z ⊙ h₋ + (1 − z) ⊙ n                    δz = δh ⊙ (h₋ − n)    δn = δh ⊙ (1 − z)
//
//   before: a = W x + U s + b, s = r ⊙ h₋       δs = Uᵀ δa            δr = δs ⊙ h₋
//   after:  a = W x + b + r ⊙ q                 δq = δa ⊙ r           δr = δa ⊙ q
//           q = U h₋ + b_hn
//
// Each map's weights take δa vᵀ, v being what they multiply (`AffineMap+Backward.swift`), and
//
//   δx  = W_zᵀ δa_z + W_rᵀ δa_r + Wᵀ δa
//   δh₋ = δh ⊙ z + U_zᵀ δa_z + U_rᵀ δa_r + (before: δs ⊙ r; after: Uᵀ δq)
//
// Sources: the forward lines are equations 5 to 8 of Cho et al. 2014, arXiv:1406.1078v3; the backward lines are
// the chain rule applied to them from the last to the first (P. J. Werbos, "Backpropagation through time",
// Proceedings of the IEEE 78, 1990).

extension GRUCell {
  /// One step backward: adds to `weights` and returns ∂L/∂x and ∂L/∂h₋, given ∂L/∂h.
  ///
  /// ∂L/∂h counts every path from h to the loss, later steps included. A gate that was held in the forward
  /// step must be held here: it passes no gradient on.
  @inlinable
  public func backward(
    through step: GRUStep<Element>, from dh: Vector<Element>, into weights: inout GRUCell,
    update: GateSetting<Element> = .computed, reset: GateSetting<Element> = .computed
  ) -> (input: Vector<Element>, previous: Vector<Element>) {
    let (x, h, z, r, n) = (
      step.input, step.previous, step.updateGate, step.resetGate, step.candidate
    )
    let dz = dh ⊙ (h - n)
    let da = dh ⊙ (1 - z) ⊙ tanhSlope(n)

    let (dr, throughCandidate): (Vector<Element>, Vector<Element>)
    switch self.reset {
    case .before:
      let ds = candidate.toState(da)
      (dr, throughCandidate) = (ds ⊙ h, ds ⊙ r)
      weights.candidate.accumulate(da, x, r ⊙ h)
    case .after:
      let dq = da ⊙ r
      dr = da ⊙ (candidate.recurrent * h + recurrentBias)
      throughCandidate = candidate.toState(dq)
      weights.candidate.input.accumulate(da, x)
      weights.candidate.recurrent.accumulate(dq, h)
      weights.candidate.bias = weights.candidate.bias + da
      weights.recurrentBias = weights.recurrentBias + dq
    }

    let daz = dz ⊙ update.slope(z)
    let dar = dr ⊙ reset.slope(r)
    weights.updateGate.accumulate(daz, x, h)
    weights.resetGate.accumulate(dar, x, h)
    return (
      input: updateGate.toInput(daz) + resetGate.toInput(dar) + candidate.toInput(da),
      previous: dh ⊙ z + updateGate.toState(daz) + resetGate.toState(dar) + throughCandidate
    )
  }

  /// The gradient through a whole sequence, given what the loss takes from each state directly.
  ///
  /// `dh` holds ∂L/∂h of each step with the other steps held fixed: H elements each. Gates that were held in
  /// the forward steps must be held here. O(T H(I + H)).
  @inlinable
  public func gradient(
    through steps: [GRUStep<Element>], of dh: [Vector<Element>],
    update: GateSetting<Element> = .computed, reset: GateSetting<Element> = .computed
  ) -> SequenceGradient<GRUCell, Vector<Element>> {
    requireOneGradientAStep(dh.count, steps.count)
    var gradient = SequenceGradient(
      weights: zeroed, inputs: steps.map { $0.input }, initial: Vector<Element>.zeros(hiddenSize))
    // The before form may carry a b_hn that is none of its parameters.
    gradient.weights.recurrentBias = .zeros(hiddenSize)
    for t in steps.indices.reversed() {
      let (input, previous) = backward(
        through: steps[t], from: dh[t] + gradient.initial, into: &gradient.weights,
        update: update, reset: reset)
      gradient.inputs[t] = input
      gradient.initial = previous
    }
    return gradient
  }
}
