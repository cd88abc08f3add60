public import Display

/// A stage of a step of a long short-term memory.
///
/// Each has the colour of what does the same work in a gated recurrent unit:
///
/// - the forget gate that of the update gate z: both say what share of the memory is kept;
/// - the input gate that of the update gate too, whose 1 − z says what share of the candidate is written;
/// - the output gate that of the reset gate: both say how much of the memory is read, and leave it as it is;
/// - the cell state that of the state, since it is what a step carries on, and the hidden state, what is read
///   of it, the same, as r ⊙ h₋ has it there.
public enum LSTMStage: String, CellStage {
  /// f = σ(W x + U h₋ + b), with p ⊙ c₋ in the sum if there are peepholes.
  case forgetGate
  /// i, likewise with weights of its own.
  case inputGate
  /// g = tanh(W x + U h₋ + b).
  case candidate
  /// c = f ⊙ c₋ + i ⊙ g.
  case cell
  /// o = σ(W x + U h₋ + b), with p ⊙ c in the sum if there are peepholes.
  case outputGate
  /// h = o ⊙ tanh(c).
  case state

  /// What the stage computes, and so the colour of its part.
  public var quantity: Quantity {
    switch self {
    case .forgetGate, .inputGate: .updateGate
    case .candidate: .candidate
    case .cell, .state: .state
    case .outputGate: .resetGate
    }
  }

  /// What it is called within a sentence.
  public var words: String {
    switch self {
    case .forgetGate: "forget gate"
    case .inputGate: "input gate"
    case .candidate: "candidate"
    case .cell: "cell state"
    case .outputGate: "output gate"
    case .state: "hidden state"
    }
  }
}
