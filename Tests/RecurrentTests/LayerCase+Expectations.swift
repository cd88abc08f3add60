import Recurrent
import Testing

extension LayerCase {
  /// Expects the outputs and the states at the ends to be the framework's.
  func expect(
    _ outputs: [[Vector<Element>]], final: [[[Cell.State]]], within tolerance: Element
  ) {
    #expect(largestDifference(outputs, self.outputs) < tolerance, "\(name): outputs")
    let final = largestDifference(vectors(final, of: Cell.self), vectors(self.final, of: Cell.self))
    #expect(final < tolerance, "\(name): final states")
  }

  /// Expects a gradient to be the framework's; the tolerance is a fraction of the largest element of each part.
  func expectGradient(
    weights: [[Cell]], x: [[Vector<Element>]], initial: [[[Cell.State]]], within tolerance: Element
  ) throws {
    let expected = try #require(gradient, "\(name)")
    for (layer, cells) in expected.weights.enumerated() {
      for (place, cell) in cells.enumerated() {
        let difference = relativeDifference([[weights[layer][place].parameters]], [[cell.parameters]])
        #expect(difference < tolerance, "\(name): weights of layer \(layer), direction \(place)")
      }
    }
    #expect(relativeDifference(x, expected.x) < tolerance, "\(name): inputs")
    let difference = relativeDifference(
      vectors(initial, of: Cell.self), vectors(expected.initial, of: Cell.self))
    #expect(difference < tolerance, "\(name): initial states")
  }
}

/// The states by layer, direction and sequence as vectors.
func vectors<Cell: LayerCell>(
  _ states: [[[Cell.State]]], of type: Cell.Type
) -> [[Vector<Cell.Element>]] {
  states.flatMap { layer in layer.map { $0.flatMap { Cell.vectors(of: $0) } } }
}

/// The largest magnitude of a difference; infinite where the counts differ.
func largestDifference<Element: Scalar>(
  _ found: [[Vector<Element>]], _ expected: [[Vector<Element>]]
) -> Element {
  guard found.map({ $0.map(\.count) }) == expected.map({ $0.map(\.count) }) else { return .infinity }
  let all = zip(found.joined(), expected.joined()).map { ($0 - $1).maxNorm }
  return Vector(all).maxNorm
}

/// The largest magnitude of a difference as a fraction of the largest element expected.
func relativeDifference<Element: Scalar>(
  _ found: [[Vector<Element>]], _ expected: [[Vector<Element>]]
) -> Element {
  largestDifference(found, expected) / Vector(expected.joined().map(\.maxNorm)).maxNorm
}
