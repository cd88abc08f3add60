extension RNNCell {
  /// ∂h/∂h₋ = D(1 − h²) U, H×H, at a step.
  @inlinable
  public func jacobian(at step: RNNStep<Element>) -> Matrix<Element> {
    weights.recurrent.scaledRows(by: tanhSlope(step.state))
  }

  /// The Jacobians of consecutive steps.
  @inlinable
  public func jacobians(through steps: [RNNStep<Element>]) -> JacobianChain<Element> {
    JacobianChain(size: hiddenSize, steps: steps.map { jacobian(at: $0) })
  }
}
