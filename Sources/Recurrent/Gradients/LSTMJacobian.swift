/// ∂(h, c)/∂(h₋, c₋) of one step of an LSTM, as the sum of the five ways by which the states depend on the
/// last ones. All are 2H×2H, with h in the upper rows and h₋ in the left columns.
///
/// Each way k but the output gate's changes the cell state, by an H×2H matrix C_k:
///
///     carry        [0, D(f)]
///     input gate   D(g i(1 − i)) [U_i, D(p_i)]
///     forget gate  D(c₋ f(1 − f)) [U_f, D(p_f)]
///     candidate    D(i (1 − g²)) [U_g, 0]
///
/// and h with it, by D(o (1 − tanh²c) + tanh c · o(1 − o) p_o) C_k. The output gate's own way changes h alone, by
/// D(tanh c · o(1 − o)) [U_o, 0]. It is the derivative of the formulas at ``LSTMCell``.
@frozen
public struct LSTMJacobian<Element: Scalar>: Equatable, Sendable {
  /// Along the cell state that is kept.
  public let carry: Matrix<Element>

  /// Through the input gate.
  public let inputGate: Matrix<Element>

  /// Through the forget gate.
  public let forgetGate: Matrix<Element>

  /// Through the candidate.
  public let candidate: Matrix<Element>

  /// Through the output gate's weights; what it sees by p_o is counted with the ways that change c.
  public let outputGate: Matrix<Element>

  /// The sum of the five.
  @inlinable
  public var total: Matrix<Element> { carry + inputGate + forgetGate + candidate + outputGate }

  /// ∂h/∂h₋, H×H.
  @inlinable
  public var hiddenByHidden: Matrix<Element> { block(0, 0) }

  /// ∂h/∂c₋, H×H.
  @inlinable
  public var hiddenByCell: Matrix<Element> { block(0, 1) }

  /// ∂c/∂h₋, H×H.
  @inlinable
  public var cellByHidden: Matrix<Element> { block(1, 0) }

  /// ∂c/∂c₋, H×H; without peepholes it is D(f).
  @inlinable
  public var cellByCell: Matrix<Element> { block(1, 1) }

  @inlinable
  func block(_ i: Int, _ j: Int) -> Matrix<Element> {
    let units = carry.rows / 2
    return total.block(rows: i * units..<(i + 1) * units, columns: j * units..<(j + 1) * units)
  }

  @inlinable
  init(
    carry: Matrix<Element>, inputGate: Matrix<Element>, forgetGate: Matrix<Element>,
    candidate: Matrix<Element>, outputGate: Matrix<Element>
  ) {
    self.carry = carry
    self.inputGate = inputGate
    self.forgetGate = forgetGate
    self.candidate = candidate
    self.outputGate = outputGate
  }
}

extension LSTMCell {
  /// The Jacobian ∂(h, c)/∂(h₋, c₋) at a step, in its five terms; O(H²).
  ///
  /// A gate that was held in the step must be held here: its term is 0.
  @inlinable
  public func jacobian(
    at step: LSTMStep<Element>,
    input: GateSetting<Element> = .computed, forget: GateSetting<Element> = .computed,
    output: GateSetting<Element> = .computed
  ) -> LSTMJacobian<Element> {
    let (i, f, g, o) = (step.inputGate, step.forgetGate, step.candidate, step.outputGate)
    let none = Vector<Element>.zeros(hiddenSize)
    let outputSlope = step.squashedCell ⊙ output.slope(o)
    let hiddenByCell =
      o ⊙ tanhSlope(step.squashedCell) + outputSlope ⊙ (peepholes?.outputGate ?? none)

    func way(_ u: Matrix<Element>, _ p: Vector<Element>?, _ slope: Vector<Element>) -> Matrix<Element> {
      let cell = u.beside(.diagonal(p ?? none)).scaledRows(by: slope)
      return cell.scaledRows(by: hiddenByCell).above(cell)
    }
    let nothing = Matrix<Element>.zeros(rows: hiddenSize, columns: hiddenSize)
    return LSTMJacobian(
      carry: way(nothing, f, .ones(hiddenSize)),
      inputGate: way(inputGate.recurrent, peepholes?.inputGate, g ⊙ input.slope(i)),
      forgetGate: way(
        forgetGate.recurrent, peepholes?.forgetGate, step.previous.cell ⊙ forget.slope(f)),
      candidate: way(candidate.recurrent, nil, i ⊙ tanhSlope(g)),
      outputGate: outputGate.recurrent.scaledRows(by: outputSlope).beside(nothing)
        .above(nothing.beside(nothing)))
  }

  /// The Jacobians of consecutive steps, their terms summed.
  @inlinable
  public func jacobians(
    through steps: [LSTMStep<Element>],
    input: GateSetting<Element> = .computed, forget: GateSetting<Element> = .computed,
    output: GateSetting<Element> = .computed
  ) -> JacobianChain<Element> {
    JacobianChain(
      size: 2 * hiddenSize,
      steps: steps.map { jacobian(at: $0, input: input, forget: forget, output: output).total })
  }
}
