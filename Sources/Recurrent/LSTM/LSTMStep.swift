/// Everything one step of an LSTM computed, so that every intermediate can be shown.
@frozen
public struct LSTMStep<Element: Scalar>: Equatable, Sendable {
  /// x, the input of the step: I elements. All other vectors have H.
  public let input: Vector<Element>

  /// h₋ and c₋, the states before the step.
  public let previous: LSTMState<Element>

  /// The input gate's weighted sum, before its sigmoid; computed also when the gate is held.
  public let inputSum: Vector<Element>

  /// i, the share of the candidate that is written.
  public let inputGate: Vector<Element>

  /// The forget gate's weighted sum, before its sigmoid; computed also when the gate is held.
  public let forgetSum: Vector<Element>

  /// f, the share of the previous cell state that is kept.
  public let forgetGate: Vector<Element>

  /// The candidate's weighted sum, before its tanh.
  public let candidateSum: Vector<Element>

  /// g, what the step proposes to write.
  public let candidate: Vector<Element>

  /// c = f ⊙ c₋ + i ⊙ g, the cell state after the step.
  public let cell: Vector<Element>

  /// tanh(c), what there is to show.
  public let squashedCell: Vector<Element>

  /// The output gate's weighted sum, before its sigmoid; computed also when the gate is held.
  public let outputSum: Vector<Element>

  /// o, the share that is shown.
  public let outputGate: Vector<Element>

  /// h = o ⊙ tanh(c), the hidden state after the step.
  public let state: Vector<Element>

  /// h and c, from which the next step starts.
  @inlinable
  public var next: LSTMState<Element> { LSTMState(hidden: state, cell: cell) }

  @inlinable
  init(
    input: Vector<Element>, previous: LSTMState<Element>,
    inputSum: Vector<Element>, inputGate: Vector<Element>,
    forgetSum: Vector<Element>, forgetGate: Vector<Element>,
    candidateSum: Vector<Element>, candidate: Vector<Element>,
    cell: Vector<Element>, squashedCell: Vector<Element>,
    outputSum: Vector<Element>, outputGate: Vector<Element>,
    state: Vector<Element>
  ) {
    self.input = input
    self.previous = previous
    self.inputSum = inputSum
    self.inputGate = inputGate
    self.forgetSum = forgetSum
    self.forgetGate = forgetGate
    self.candidateSum = candidateSum
    self.candidate = candidate
    self.cell = cell
    self.squashedCell = squashedCell
    self.outputSum = outputSum
    self.outputGate = outputGate
    self.state = state
  }
}
