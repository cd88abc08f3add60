import Recurrent
import Testing

/// Layers made of readable cells against those of PyTorch, Keras and onnxruntime: see `LayerCase`.
///
/// Tolerances: what 200 steps do to the roundoff of either side stays far below them. The largest differences met
/// are 5.7e-7 in Float, 8.5e-16 in Double, and of gradients 1.8e-15 of the largest element.
struct LayerCaseTests {
  static let floatTolerance: Float = 1e-5
  static let doubleTolerance = 1e-12

  func layers<Cell: LayerCell>(of item: LayerCase<Cell>) -> ReadableLayers<Cell> {
    ReadableLayers(cells: item.cells, direction: item.direction)
  }

  func checkOutputs<Cell: LayerCell>(_ item: LayerCase<Cell>, within tolerance: Cell.Element) {
    let pass = layers(of: item).run(over: item.x, from: item.initial)
    #expect(largestDifference(pass.outputs, item.outputs) < tolerance, "\(item.name): outputs")
    let final = largestDifference(vectors(pass.final, of: Cell.self), vectors(item.final, of: Cell.self))
    #expect(final < tolerance, "\(item.name): final states")
  }

  func checkGradient<Cell: LayerCell>(_ item: LayerCase<Cell>) throws where Cell.Element == Double {
    let expected = try #require(item.gradient, "\(item.name)")
    let layers = layers(of: item)
    let pass = layers.run(over: item.x, from: item.initial)
    let found = layers.gradient(through: pass, of: expected.byOutputs, expected.byFinal)
    for (layer, cells) in expected.weights.enumerated() {
      for (place, cell) in cells.enumerated() {
        let difference = relativeDifference(
          [[found.weights[layer][place].parameters]], [[cell.parameters]])
        #expect(
          difference < Self.doubleTolerance, "\(item.name): weights of layer \(layer), direction \(place)")
      }
    }
    #expect(relativeDifference(found.x, expected.x) < Self.doubleTolerance, "\(item.name): inputs")
    let initial = relativeDifference(
      vectors(found.initial, of: Cell.self), vectors(expected.initial, of: Cell.self))
    #expect(initial < Self.doubleTolerance, "\(item.name): initial states")
  }

  @Test(arguments: try LayerCase<RNNCell<Float>>.all())
  func rnnInFloat(item: LayerCase<RNNCell<Float>>) {
    checkOutputs(item, within: Self.floatTolerance)
  }

  @Test(arguments: try LayerCase<GRUCell<Float>>.all())
  func gruInFloat(item: LayerCase<GRUCell<Float>>) {
    checkOutputs(item, within: Self.floatTolerance)
  }

  @Test(arguments: try LayerCase<LSTMCell<Float>>.all())
  func lstmInFloat(item: LayerCase<LSTMCell<Float>>) {
    checkOutputs(item, within: Self.floatTolerance)
  }

  @Test(arguments: try LayerCase<RNNCell<Double>>.stored(asDouble: true))
  func rnnInDouble(item: LayerCase<RNNCell<Double>>) throws {
    checkOutputs(item, within: Self.doubleTolerance)
    try checkGradient(item)
  }

  @Test(arguments: try LayerCase<GRUCell<Double>>.stored(asDouble: true))
  func gruInDouble(item: LayerCase<GRUCell<Double>>) throws {
    checkOutputs(item, within: Self.doubleTolerance)
    try checkGradient(item)
  }

  @Test(arguments: try LayerCase<LSTMCell<Double>>.stored(asDouble: true))
  func lstmInDouble(item: LayerCase<LSTMCell<Double>>) throws {
    checkOutputs(item, within: Self.doubleTolerance)
    try checkGradient(item)
  }

  /// Every case of the file is read by the type of its kind, so that none is left out in silence.
  @Test func everyCaseIsRead() throws {
    let cases = try Fixture.layers.get().cases
    let rnn = try LayerCase<RNNCell<Float>>.all()
    let gru = try LayerCase<GRUCell<Float>>.all()
    let lstm = try LayerCase<LSTMCell<Float>>.all()
    #expect(Set(rnn.map(\.name) + gru.map(\.name) + lstm.map(\.name)) == Set(cases.map(\.name)))
    #expect(cases.count == 65)
    try checkStrength(rnn)
    try checkStrength(gru)
    try checkStrength(lstm)
  }

  /// No size stands for another, no parameter or initial state is 0, and every kind meets every arrangement.
  func checkStrength<Cell: LayerCell>(_ cases: [LayerCase<Cell>]) throws {
    for item in cases {
      #expect(Set([item.inputSize, item.hiddenSize, item.lengths.count]).count == 3, "\(item.name)")
      for cell in item.cells.joined() {
        #expect(!cell.parameters.contains(0), "\(item.name)")
      }
      let states = vectors(item.initial, of: Cell.self).joined()
      #expect(!states.contains { $0.contains(0) }, "\(item.name)")
    }
    for kind in Cell.kinds {
      let cases = cases.filter { $0.kind == kind }
      #expect(Set(cases.map(\.direction)) == Set(LayerDirection.allCases), "\(kind)")
      #expect(
        cases.contains { $0.isRagged && $0.layerCount == 2 && $0.direction == .bidirectional }, "\(kind)")
    }
  }
}

/// The states by layer, direction and sequence as vectors.
func vectors<Cell: LayerCell>(
  _ states: [[[Cell.State]]], of type: Cell.Type
) -> [[Vector<Cell.Element>]] {
  states.flatMap { layer in layer.map { $0.flatMap { Cell.parts(of: $0) } } }
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
