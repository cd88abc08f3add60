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
    item.expect(pass.outputs, final: pass.final, within: tolerance)
  }

  func checkGradient<Cell: LayerCell>(_ item: LayerCase<Cell>) throws where Cell.Element == Double {
    let expected = try #require(item.gradient, "\(item.name)")
    let layers = layers(of: item)
    let pass = layers.run(over: item.x, from: item.initial)
    let found = layers.gradient(through: pass, of: expected.byOutputs, expected.byFinal)
    try item.expectGradient(
      weights: found.weights, x: found.x, initial: found.initial, within: Self.doubleTolerance)
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
