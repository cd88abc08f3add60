public import Display

/// A stage of a step of a plain recurrent cell.
///
/// What comes from the input alone has the input's colour, all else the state's: the cell has no gate, and its
/// sum becomes the state at once.
public enum RNNStage: String, CellStage {
  /// U h₋ + (W x + b).
  case sum
  /// h, the tanh of the sum.
  case state

  /// What the stage computes, and so the colour of its part.
  public var quantity: Quantity { .state }

  /// What it is called within a sentence.
  public var words: String {
    switch self {
    case .sum: "weighted sum"
    case .state: "new state"
    }
  }
}
