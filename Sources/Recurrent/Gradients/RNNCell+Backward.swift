// Forward                          Backward, with δv for ∂L/∂v
//
//   a = W x + U h₋ + b               δW += δa xᵀ    δU += δa h₋ᵀ    δb += δa
//   h = tanh(a)                      δa = δh ⊙ (1 − h²)
//                                    δx = Wᵀ δa
//                                    δh₋ = Uᵀ δa
//
// Source: P. J. Werbos, "Backpropagation through time: what it does and how to do it", Proceedings of the IEEE
// 78, 1990; the chain rule applied to the forward lines from the last to the first.

extension RNNCell {
  /// One step backward: adds to `weights` and returns ∂L/∂x and ∂L/∂h₋, given ∂L/∂h.
  ///
  /// ∂L/∂h counts every path from h to the loss, later steps included.
  @inlinable
  public func backward(
    through step: RNNStep<Element>, from dh: Vector<Element>, into weights: inout RNNCell
  ) -> (input: Vector<Element>, previous: Vector<Element>) {
    let da = dh ⊙ tanhSlope(step.state)
    weights.weights.accumulate(da, step.input, step.previous)
    return (self.weights.toInput(da), self.weights.toState(da))
  }

  /// The gradient through a whole sequence, given what the loss takes from each state directly.
  ///
  /// `dh` holds ∂L/∂h of each step with the other steps held fixed: H elements each. O(T H(I + H)).
  @inlinable
  public func gradient(
    through steps: [RNNStep<Element>], of dh: [Vector<Element>]
  ) -> SequenceGradient<RNNCell, Vector<Element>> {
    requireOneGradientAStep(dh.count, steps.count)
    var gradient = SequenceGradient(
      weights: zeroed, inputs: steps.map { $0.input }, initial: Vector<Element>.zeros(hiddenSize))
    for t in steps.indices.reversed() {
      let (input, previous) = backward(
        through: steps[t], from: dh[t] + gradient.initial, into: &gradient.weights)
      gradient.inputs[t] = input
      gradient.initial = previous
    }
    return gradient
  }
}
