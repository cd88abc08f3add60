@testable import Recurrent

/// Layers one above the other, made of fast runs, each from initial states of its own.
///
/// ``LayerStack`` and ``BidirectionalLayer`` begin with zeros. This is their composition from any states, with a
/// loss that sees the states at the ends.
struct FastLayers<Cell: LayerCell> {
  typealias Element = Cell.Element

  /// A cell for each layer and direction.
  let cells: [[Cell]]

  let direction: LayerDirection

  /// What the layers give, and all that the way back needs.
  struct Pass {
    /// The outputs of the last layer.
    fileprivate(set) var outputs: SequenceBatch<Element>

    /// By layer and direction.
    fileprivate var runs: [[RecurrentRun<Cell>]] = []

    /// The states at the ends, by layer, direction and sequence.
    var final: [[[Cell.State]]] { runs.map { $0.map(\.final) } }
  }

  /// The gradient of a loss by all that it can depend on.
  struct Gradient {
    /// By layer and direction.
    fileprivate(set) var weights: [[Cell]]

    fileprivate(set) var x: SequenceBatch<Element>

    /// By layer, direction and sequence.
    fileprivate(set) var initial: [[[Cell.State]]]
  }

  /// The layer of one direction.
  func layer(_ layer: Int, _ place: Int) -> RecurrentLayer<Cell> {
    RecurrentLayer(cells[layer][place], isReverse: direction.isReversed(place))
  }

  /// The outputs over a batch, from states by layer, direction and sequence.
  func run(over x: SequenceBatch<Element>, from initial: [[[Cell.State]]]) throws -> Pass {
    var pass = Pass(outputs: x)
    for i in cells.indices {
      let runs = try cells[i].indices.map { place in
        try layer(i, place).run(pass.outputs, from: initial[i][place])
      }
      let states = runs.map(\.states)
      pass.outputs = states.count == 2 ? states[0].beside(states[1]) : states[0]
      pass.runs.append(runs)
    }
    return pass
  }

  /// The gradient of a loss that takes the given from the outputs and from the states at the ends.
  func gradient(
    through pass: Pass, of outputs: SequenceBatch<Element>, _ final: [[[Cell.State]]]
  ) throws -> Gradient {
    var result = Gradient(weights: cells, x: outputs, initial: final)
    for i in cells.indices.reversed() {
      let parts = cells[i].count == 2 ? [result.x.halves.0, result.x.halves.1] : [result.x]
      var below: SequenceBatch<Element>?
      for (place, part) in parts.enumerated() {
        let found = try layer(i, place).gradient(
          through: pass.runs[i][place], of: part, final: final[i][place])
        result.weights[i][place] = found.weights
        result.initial[i][place] = found.initial
        if let inputs = found.inputs { below?.add(inputs) }
        below = below ?? found.inputs
      }
      result.x = below ?? result.x
    }
    return result
  }
}
