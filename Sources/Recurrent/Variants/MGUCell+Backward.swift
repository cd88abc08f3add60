// Forward                                     Backward, with δv for ∂L/∂v
//
//   f = σ(W_f x + U_f h₋ + b_f)               δa_f = δf ⊙ f ⊙ (1 − f)
//   s = f ⊙ h₋                                δs = Uᵀ δa
//   n = tanh(a), a = W x + U s + b            δa = δn ⊙ (1 − n²)
//   h = (1 − f) ⊙ h₋ + f ⊙ n                  δf = δh ⊙ (n − h₋) + δs ⊙ h₋    δn = δh ⊙ f
//
//   δx  = W_fᵀ δa_f + Wᵀ δa
//   δh₋ = δh ⊙ (1 − f) + δs ⊙ f + U_fᵀ δa_f
//
// Source: the chain rule applied to the equations of Zhou et al. 2016, arXiv:1603.09420.

extension MGUCell {
  /// One step backward: adds to `weights` and returns ∂L/∂x and ∂L/∂h₋, given ∂L/∂h.
  ///
  /// ∂L/∂h counts every path from h to the loss, later steps included. A gate that was held in the forward
  /// step must be held here: it passes no gradient on.
  @inlinable
  public func backward(
    through step: MGUStep<Element>, from dh: Vector<Element>, into weights: inout MGUCell,
    forget: GateSetting<Element> = .computed
  ) -> (input: Vector<Element>, previous: Vector<Element>) {
    let (x, h, f, n) = (step.input, step.previous, step.forgetGate, step.candidate)
    let da = dh ⊙ f ⊙ tanhSlope(n)
    let ds = candidate.toState(da)
    let daf = (dh ⊙ (n - h) + ds ⊙ h) ⊙ forget.slope(f)
    weights.candidate.accumulate(da, x, f ⊙ h)
    weights.forgetGate.accumulate(daf, x, h)
    return (
      input: forgetGate.toInput(daf) + candidate.toInput(da),
      previous: dh ⊙ (1 - f) + ds ⊙ f + forgetGate.toState(daf)
    )
  }

  /// The gradient through a whole sequence, given what the loss takes from each state directly.
  ///
  /// `dh` holds ∂L/∂h of each step with the other steps held fixed: H elements each. A gate that was held in
  /// the forward steps must be held here. O(T H(I + H)).
  @inlinable
  public func gradient(
    through steps: [MGUStep<Element>], of dh: [Vector<Element>], forget: GateSetting<Element> = .computed
  ) -> SequenceGradient<MGUCell, Vector<Element>> {
    requireOneGradientAStep(dh.count, steps.count)
    var gradient = SequenceGradient(
      weights: zeroed, inputs: steps.map { $0.input }, initial: Vector<Element>.zeros(hiddenSize))
    for t in steps.indices.reversed() {
      let (input, previous) = backward(
        through: steps[t], from: dh[t] + gradient.initial, into: &gradient.weights, forget: forget)
      gradient.inputs[t] = input
      gradient.initial = previous
    }
    return gradient
  }
}
