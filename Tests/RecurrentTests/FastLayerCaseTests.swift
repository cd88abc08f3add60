import Testing

@testable import Recurrent

/// Fast layers against those of PyTorch, Keras and onnxruntime: see `LayerCase`.
///
/// Twice each: runs from the case's initial states against the framework, and the layer types, which begin with
/// zeros, against readable layers that do so too. The largest differences met are 5.7e-7 in Float and 8.6e-16 in
/// Double; of gradients 5.8e-7 and 1.5e-15 of the largest element.
struct FastLayerCaseTests {
  func check<Cell: LayerCell>(_ item: LayerCase<Cell>, within tolerance: Cell.Element) throws {
    let layers = FastLayers(cells: item.cells, direction: item.direction)
    let pass = try layers.run(over: SequenceBatch(item.x), from: item.initial)
    item.expect(pass.outputs.sequences, final: pass.final, within: tolerance)
    if let expected = item.gradient {
      let found = try layers.gradient(
        through: pass, of: try SequenceBatch(expected.byOutputs), expected.byFinal)
      try item.expectGradient(
        weights: found.weights, x: found.x.sequences, initial: found.initial, within: tolerance)
    }
    switch item.direction {
    case .forward, .reverse:
      let isReverse = item.direction == .reverse
      let layers = item.cells.map { RecurrentLayer($0[0], isReverse: isReverse) }
      if layers.count == 1 { try check(layers[0], item, within: tolerance) }
      try check(LayerStack(layers), item, within: tolerance)
    case .bidirectional:
      let layers = try item.cells.map { try BidirectionalLayer(forward: $0[0], reverse: $0[1]) }
      if layers.count == 1 { try check(layers[0], item, within: tolerance) }
      try check(LayerStack(layers), item, within: tolerance)
    }
  }

  /// A layer against readable layers from zeros: the same bits, and nearly the same gradients.
  func check<Model: Layer, Cell: LayerCell>(
    _ model: Model, _ item: LayerCase<Cell>, within tolerance: Cell.Element
  ) throws where Model.Input == SequenceBatch<Model.Element>, Model.Element == Cell.Element {
    let readable = ReadableLayers(cells: item.cells, direction: item.direction)
    let zeros = item.initial.map { layer in
      layer.map { $0.map { Cell.state(of: Cell.vectors(of: $0).map { .zeros($0.count) }) } }
    }
    let expected = readable.run(over: item.x, from: zeros)
    let pass = try model.forward(try SequenceBatch(item.x), threads: .two)
    #expect(pass.output.sequences == expected.outputs, "\(item.name)")

    // The outputs themselves as the gradient: that of half the sum of their squares.
    let slopes = readable.gradient(through: expected, of: expected.outputs, zeros)
    let found = try model.backward(pass.output, through: pass.trace, inputs: true, threads: .two)
    let parameters = Vector(slopes.weights.joined().flatMap { Array($0.parameters) })
    #expect(
      relativeDifference([[found.weights.parameters]], [[parameters]]) < tolerance, "\(item.name)")
    let inputs = try #require(found.inputs).sequences
    #expect(relativeDifference(inputs, slopes.x) < tolerance, "\(item.name)")
  }

  @Test(arguments: try LayerCase<RNNCell<Float>>.all())
  func rnnInFloat(item: LayerCase<RNNCell<Float>>) throws {
    try check(item, within: LayerCaseTests.floatTolerance)
  }

  @Test(arguments: try LayerCase<GRUCell<Float>>.all())
  func gruInFloat(item: LayerCase<GRUCell<Float>>) throws {
    try check(item, within: LayerCaseTests.floatTolerance)
  }

  @Test(arguments: try LayerCase<LSTMCell<Float>>.all())
  func lstmInFloat(item: LayerCase<LSTMCell<Float>>) throws {
    try check(item, within: LayerCaseTests.floatTolerance)
  }

  @Test(arguments: try LayerCase<RNNCell<Double>>.stored(asDouble: true))
  func rnnInDouble(item: LayerCase<RNNCell<Double>>) throws {
    try check(item, within: LayerCaseTests.doubleTolerance)
  }

  @Test(arguments: try LayerCase<GRUCell<Double>>.stored(asDouble: true))
  func gruInDouble(item: LayerCase<GRUCell<Double>>) throws {
    try check(item, within: LayerCaseTests.doubleTolerance)
  }

  @Test(arguments: try LayerCase<LSTMCell<Double>>.stored(asDouble: true))
  func lstmInDouble(item: LayerCase<LSTMCell<Double>>) throws {
    try check(item, within: LayerCaseTests.doubleTolerance)
  }
}
