/// A quantity of a gated cell. It has one colour wherever it stands: in equations, diagrams, code and plots.
///
/// The colour is a variable and a class of the style sheet: `--update-gate` and `q-update-gate`. The six are
/// those of the first six series of a chart, chosen as far apart as they go for readers with any colour
/// deficiency.
public enum Quantity: String, CaseIterable, Sendable {
  /// z, the share of the previous state that is kept.
  case updateGate = "update-gate"
  /// r, the share of the previous state that the candidate sees.
  case resetGate = "reset-gate"
  /// n, what a step proposes.
  case candidate = "candidate"
  /// ∂L/∂h and its like.
  case gradient = "gradient"
  /// x, what a step reads.
  case input = "input"
  /// h, what a step carries on.
  case state = "state"

  /// The class that gives an element the quantity's colour.
  public var className: String { "q-\(rawValue)" }

  /// The quantity that a name in code tells of: `updateGate`, or in the plural `updateGates`.
  ///
  /// `input` is none of these names: in code it is as often the weights of the input.
  public init?(named name: String) {
    let quantity = Self.allCases.first { $0.name.map { name == $0 || name == $0 + "s" } ?? false }
    guard let quantity else { return nil }
    self = quantity
  }

  /// Its name in code.
  private var name: String? {
    switch self {
    case .updateGate: "updateGate"
    case .resetGate: "resetGate"
    case .candidate: "candidate"
    case .gradient: "gradient"
    case .input: nil
    case .state: "state"
    }
  }

  /// The letter that stands for it.
  public var symbol: String {
    switch self {
    case .updateGate: "z"
    case .resetGate: "r"
    case .candidate: "n"
    case .gradient: "∂"
    case .input: "x"
    case .state: "h"
    }
  }

  /// Which of the series' colours it has, from 1.
  var colour: Int { (Self.allCases.firstIndex(of: self) ?? 0) + 1 }
}
