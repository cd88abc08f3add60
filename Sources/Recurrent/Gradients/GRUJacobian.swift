/// ∂h/∂h₋ of one step of a GRU, as the sum of the four ways by which h depends on h₋. All are H×H.
///
/// Before: ∂h/∂h₋ = D(z) + D((h₋ − n) z(1 − z)) U_z + D((1 − z)(1 − n²)) U [D(r) + D(h₋ r(1 − r)) U_r].
/// After, with q = U h₋ + b_hn, the last part is D((1 − z)(1 − n²)) [D(r) U + D(q r(1 − r)) U_r]. It is the
/// derivative of equations 5 to 8 of Cho et al. 2014, arXiv:1406.1078v3.
@frozen
public struct GRUJacobian<Element: Scalar>: Equatable, Sendable {
  /// D(z): what is kept.
  public let carry: Matrix<Element>

  /// D((h₋ − n) z(1 − z)) U_z: through the update gate.
  public let update: Matrix<Element>

  /// D((1 − z)(1 − n²)) U D(r), or D((1 − z)(1 − n²) r) U in the after form: through the candidate.
  public let candidate: Matrix<Element>

  /// D((1 − z)(1 − n²)) U D(h₋ r(1 − r)) U_r, or D((1 − z)(1 − n²) q r(1 − r)) U_r in the after form: through
  /// the reset gate.
  public let reset: Matrix<Element>

  /// The sum of the four.
  @inlinable
  public var total: Matrix<Element> { carry + update + candidate + reset }

  @inlinable
  init(
    carry: Matrix<Element>, update: Matrix<Element>, candidate: Matrix<Element>, reset: Matrix<Element>
  ) {
    self.carry = carry
    self.update = update
    self.candidate = candidate
    self.reset = reset
  }
}

extension GRUCell {
  /// The Jacobian ∂h/∂h₋ at a step, in its four terms; O(H³).
  ///
  /// A gate that was held in the step must be held here: its term is 0.
  @inlinable
  public func jacobian(
    at step: GRUStep<Element>,
    update: GateSetting<Element> = .computed, reset: GateSetting<Element> = .computed
  ) -> GRUJacobian<Element> {
    let (h, z, r, n) = (step.previous, step.updateGate, step.resetGate, step.candidate)
    let u = candidate.recurrent
    let open = (1 - z) ⊙ tanhSlope(n)
    let (throughCandidate, throughReset): (Matrix<Element>, Matrix<Element>)
    switch self.reset {
    case .before:
      throughCandidate = u.scaledRows(by: open).scaledColumns(by: r)
      throughReset =
        u.scaledRows(by: open).scaledColumns(by: h ⊙ reset.slope(r)) * resetGate.recurrent
    case .after:
      let q = u * h + recurrentBias
      throughCandidate = u.scaledRows(by: open ⊙ r)
      throughReset = resetGate.recurrent.scaledRows(by: open ⊙ q ⊙ reset.slope(r))
    }
    return GRUJacobian(
      carry: .diagonal(z),
      update: updateGate.recurrent.scaledRows(by: (h - n) ⊙ update.slope(z)),
      candidate: throughCandidate,
      reset: throughReset)
  }

  /// The Jacobians of consecutive steps, their terms summed.
  @inlinable
  public func jacobians(
    through steps: [GRUStep<Element>],
    update: GateSetting<Element> = .computed, reset: GateSetting<Element> = .computed
  ) -> JacobianChain<Element> {
    JacobianChain(
      size: hiddenSize, steps: steps.map { jacobian(at: $0, update: update, reset: reset).total })
  }
}
