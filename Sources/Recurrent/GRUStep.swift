/// Everything one step of a GRU computed, so that every intermediate can be shown.
@frozen
public struct GRUStep<Element: Scalar>: Equatable, Sendable {
  /// x, the input of the step: I elements. All other vectors have H.
  public let input: Vector<Element>

  /// h₋, the state before the step.
  public let previous: Vector<Element>

  /// The update gate's weighted sum, before its sigmoid; computed also when the gate is held.
  public let updateSum: Vector<Element>

  /// z, the share of the previous state that is kept.
  public let updateGate: Vector<Element>

  /// The reset gate's weighted sum, before its sigmoid; computed also when the gate is held.
  public let resetSum: Vector<Element>

  /// r, the share of the previous state that the candidate sees.
  public let resetGate: Vector<Element>

  /// The candidate's weighted sum, before its tanh.
  public let candidateSum: Vector<Element>

  /// n, the state that the step proposes.
  public let candidate: Vector<Element>

  /// h = z ⊙ h₋ + (1 − z) ⊙ n, the state after the step.
  public let state: Vector<Element>

  @inlinable
  init(
    input: Vector<Element>, previous: Vector<Element>,
    updateSum: Vector<Element>, updateGate: Vector<Element>,
    resetSum: Vector<Element>, resetGate: Vector<Element>,
    candidateSum: Vector<Element>, candidate: Vector<Element>,
    state: Vector<Element>
  ) {
    self.input = input
    self.previous = previous
    self.updateSum = updateSum
    self.updateGate = updateGate
    self.resetSum = resetSum
    self.resetGate = resetGate
    self.candidateSum = candidateSum
    self.candidate = candidate
    self.state = state
  }
}
