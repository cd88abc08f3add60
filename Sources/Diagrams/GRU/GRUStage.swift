public import Display

/// A stage of a step of a gated recurrent unit.
public enum GRUStage: String, CellStage {
  /// z = σ(W x + U h₋ + b).
  case updateGate
  /// r = σ(W x + U h₋ + b), with weights of its own.
  case resetGate
  /// n, from the input and what the reset gate lets be read.
  case candidate
  /// h = z ⊙ h₋ + (1 − z) ⊙ n.
  case state

  /// What the stage computes, and so the colour of its part.
  public var quantity: Quantity {
    switch self {
    case .updateGate: .updateGate
    case .resetGate: .resetGate
    case .candidate: .candidate
    case .state: .state
    }
  }

  /// What it is called within a sentence.
  public var words: String {
    switch self {
    case .updateGate: "update gate"
    case .resetGate: "reset gate"
    case .candidate: "candidate"
    case .state: "new state"
    }
  }
}
