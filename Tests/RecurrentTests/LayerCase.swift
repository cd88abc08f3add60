import Recurrent
import Testing

/// A framework's recurrent layers: weights, sequences, and what the framework makes of them. See
/// Reference/layer_cases.py.
///
/// `Cell` says which kind, and in what numbers: `LayerCase<GRUCell<Double>>.stored(asDouble: true)`. Weights, inputs,
/// initial states and the loss's weights are exact in Float. Outputs are in the order of time in every direction,
/// and a bidirectional layer's have the forward direction's units first.
struct LayerCase<Cell: LayerCell>: Sendable, CustomTestStringConvertible {
  typealias Element = Cell.Element

  let name: String

  /// The framework and its version: `torch 2.15.0`.
  let framework: String

  let kind: LayerKind
  let direction: LayerDirection

  /// Whether the framework computed in Float64, and so differentiated.
  let isDouble: Bool

  /// The number of steps of each sequence; they differ if the case is ragged.
  let lengths: [Int]

  /// The weights, by layer and direction. The reset placement and peepholes are those of the kind.
  let cells: [[Cell]]

  /// The inputs, by sequence and step.
  let x: [[Vector<Element>]]

  /// The initial states, by layer, direction and sequence.
  let initial: [[[Cell.State]]]

  /// The outputs of the last layer, by sequence and step: D·H elements for D directions.
  let outputs: [[Vector<Element>]]

  /// The states at the ends, by layer, direction and sequence; a reverse direction ends at the first step.
  let final: [[[Cell.State]]]

  /// The framework's gradient, where there is one.
  let gradient: Gradient?

  /// A loss L = Σ c ⊙ outputs + Σ d ⊙ final, and its gradient.
  struct Gradient: Sendable {
    /// c, shaped as the outputs.
    let byOutputs: [[Vector<Element>]]

    /// d, shaped as the final states.
    let byFinal: [[[Cell.State]]]

    /// ∂L/∂θ, by layer and direction, each in the place of its θ.
    let weights: [[Cell]]

    /// ∂L/∂x, by sequence and step.
    let x: [[Vector<Element>]]

    /// ∂L/∂h₀, and ∂L/∂c₀, by layer, direction and sequence.
    let initial: [[[Cell.State]]]
  }

  var testDescription: String { name }
  var layerCount: Int { cells.count }
  var isRagged: Bool { Set(lengths).count > 1 }
  var inputSize: Int { x[0][0].count }

  /// H, of one direction.
  var hiddenSize: Int { outputs[0][0].count / direction.count }

  /// All cases of the cell's kinds.
  static func all() throws -> [LayerCase] {
    try Fixture.layers.get().cases.compactMap { item in
      Cell.kinds.contains(try item.remark("cell")) ? try LayerCase(item) : nil
    }
  }

  /// The cases that the framework computed in Float64, with their gradients, or those in Float32.
  static func stored(asDouble isDouble: Bool) throws -> [LayerCase] {
    try all().filter { $0.isDouble == isDouble }
  }
}
