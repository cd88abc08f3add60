import Recurrent

/// The way of a layer through its sequences.
enum LayerDirection: String, CaseIterable, Sendable {
  case forward
  case reverse
  case bidirectional

  /// 2 for both, else 1.
  var count: Int { self == .bidirectional ? 2 : 1 }

  /// Whether the cell at that place of a layer begins at the end of its sequence.
  func isReversed(_ place: Int) -> Bool { self == .reverse || place == 1 }
}

/// Layers one above the other, made of readable cells, one sequence after the other.
struct ReadableLayers<Cell: LayerCell> {
  typealias Element = Cell.Element

  /// A cell for each layer and direction.
  let cells: [[Cell]]

  let direction: LayerDirection

  /// What the layers give, and all that the way back needs.
  struct Pass {
    /// The outputs of the last layer, by sequence and step.
    fileprivate(set) var outputs: [[Vector<Element>]] = []

    /// The states at the ends, by layer, direction and sequence.
    fileprivate(set) var final: [[[Cell.State]]]

    /// By sequence, layer and direction.
    fileprivate var runs: [[[LayerRun<Cell>]]] = []
  }

  /// The gradient of a loss by all that it can depend on.
  struct Gradient {
    /// By layer and direction.
    fileprivate(set) var weights: [[Cell]]

    /// By sequence and step.
    fileprivate(set) var x: [[Vector<Element>]] = []

    /// By layer, direction and sequence.
    fileprivate(set) var initial: [[[Cell.State]]]
  }

  /// The outputs over sequences of any lengths, from states by layer, direction and sequence.
  func run(over x: [[Vector<Element>]], from initial: [[[Cell.State]]]) -> Pass {
    var pass = Pass(final: cells.map { $0.map { _ in [] } })
    for sequence in x.indices {
      var values = x[sequence]
      var runs: [[LayerRun<Cell>]] = []
      for layer in cells.indices {
        let runsOfLayer = cells[layer].indices.map { place in
          cells[layer][place].run(over: turned(values, place), from: initial[layer][place][sequence])
        }
        let outputs = runsOfLayer.indices.map { turned(runsOfLayer[$0].outputs, $0) }
        values = values.indices.map { step in Vector(outputs.flatMap { Array($0[step]) }) }
        for place in runsOfLayer.indices { pass.final[layer][place].append(runsOfLayer[place].final) }
        runs.append(runsOfLayer)
      }
      pass.runs.append(runs)
      pass.outputs.append(values)
    }
    return pass
  }

  /// The gradient of a loss that takes the given from the outputs and from the states at the ends.
  func gradient(
    through pass: Pass, of outputs: [[Vector<Element>]], _ final: [[[Cell.State]]]
  ) -> Gradient {
    var gradient = Gradient(
      weights: cells.map { $0.map(\.zeroed) }, initial: cells.map { $0.map { _ in [] } })
    for sequence in outputs.indices {
      var above = outputs[sequence]
      for layer in cells.indices.reversed() {
        var below: [Vector<Element>]?
        let units = (above.first?.count ?? 0) / direction.count
        for (place, run) in pass.runs[sequence][layer].enumerated() {
          let part = above.map { Vector($0[place * units..<(place + 1) * units]) }
          let found = run.gradient(turned(part, place), final[layer][place][sequence])
          gradient.weights[layer][place].parameters =
            gradient.weights[layer][place].parameters + found.weights.parameters
          gradient.initial[layer][place].append(found.initial)
          let inputs = turned(found.inputs, place)
          below = below.map { zip($0, inputs).map { $0 + $1 } } ?? inputs
        }
        above = below ?? []
      }
      gradient.x.append(above)
    }
    return gradient
  }

  private func turned(_ values: [Vector<Element>], _ place: Int) -> [Vector<Element>] {
    direction.isReversed(place) ? values.reversed() : values
  }
}
