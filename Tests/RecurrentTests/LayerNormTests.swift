import Testing

@testable import Recurrent

/// Layer normalisation, residual wires and learnt positions: alone, and together as a block of a Transformer.
struct LayerNormTests {
  /// Largest differences met: 4.5e-16 of the outputs, 4.4e-16 of gradients.
  @Test(arguments: try AttentionCase.all(.norm))
  func isThatOfPyTorch(item: AttentionCase) throws {
    let norm = try item.norm("weights/")
    let errors = try item.errors(of: norm, gradient: try item.norm("gradient/weights/"))
    #expect(errors.outputs < 1e-14)
    #expect(errors.gradient < 1e-14)
  }

  /// Largest differences met: 4.5e-16 of the outputs, 2.3e-16 of gradients.
  @Test(arguments: try AttentionCase.all(.block))
  func aBlockIsThatOfPyTorch(item: AttentionCase) throws {
    let errors = try item.errors(
      of: try item.block("weights/"), gradient: try item.block("gradient/weights/"))
    #expect(errors.outputs < 1e-14)
    #expect(errors.gradient < 1e-14)
  }

  func expectTheBitsOfTheReadableForm<Element: Scalar>(_ features: Int, of type: Element.Type) throws {
    var random = RandomSource(seed: 1)
    var norm = LayerNorm<Element>(features: features)
    norm.gain = random.vector(features, in: -2...2)
    norm.bias = random.vector(features, in: -2...2)
    let xs: [[Vector<Element>]] = [9, 1, 6, 4].map { length in
      (0..<length).map { _ in random.vector(features, in: -3...3) }
    }
    let batch = try SequenceBatch(xs)
    let (output, trace) = try norm.forward(batch, threads: .one)
    #expect(output.sequences == xs.map { $0.map { norm($0) } })
    let one = try norm.backward(output, through: trace, inputs: true, threads: .one)
    let two = try norm.backward(output, through: trace, inputs: true, threads: .two)
    #expect(try norm(batch, threads: .two) == output)
    #expect(one.weights == two.weights && one.inputs == two.inputs)
  }

  @Test(arguments: [1, 5, 16, 37])
  func bitsAreThoseOfTheReadableForm(features: Int) throws {
    try expectTheBitsOfTheReadableForm(features, of: Float.self)
    try expectTheBitsOfTheReadableForm(features, of: Double.self)
  }

  @Test func elementsThatAreAllAlikeBecomeTheBias() throws {
    var norm = LayerNorm<Float>(features: 3)
    norm.bias = [1, 2, 3]
    #expect(norm([7, 7, 7]) == [1, 2, 3])
    let (output, trace) = try norm.forward(try SequenceBatch([[[7, 7, 7]]]), threads: .one)
    #expect(output.last == [[1, 2, 3]])
    let found = try norm.backward(output, through: trace, inputs: true, threads: .one)
    #expect(try #require(found.inputs).last[0].allSatisfy { $0.isFinite })
  }

  @Test func shapesThatDoNotFitAreNamed() throws {
    var random = RandomSource(seed: 1)
    let batch = try SequenceBatch<Float>([[[1, 2], [3, 4]], [[5, 6]]])
    #expect(throws: ShapeError.mismatch(tensor: "input", expected: [3], found: [2])) {
      try LayerNorm<Float>(features: 3)(batch)
    }
    let wider = Residual(DenseLayer<Float>(inputSize: 2, outputSize: 3, using: &random))
    #expect(throws: ShapeError.mismatch(tensor: "output of the inner layer", expected: [2], found: [3])) {
      try wider(batch)
    }
    let last = Residual(
      RecurrentLayer(RNNCell<Float>(inputSize: 2, hiddenSize: 2, using: &random), output: .last))
    #expect(
      throws: ShapeError.mismatch(
        tensor: "output of the inner layer, lengths", expected: [2, 1], found: [1, 1])
    ) { try last(batch) }
    let one = PositionLayer<Float>(positions: 1, features: 2, using: &random)
    #expect(throws: ShapeError.mismatch(tensor: "steps", expected: [1], found: [2])) { try one(batch) }
    let three = PositionLayer<Float>(positions: 4, features: 3, using: &random)
    #expect(throws: ShapeError.mismatch(tensor: "input", expected: [3], found: [2])) { try three(batch) }
  }

  @Test func positionsAreAddedAndLearnt() throws {
    let layer = PositionLayer<Float>(Matrix(rows: [[1, 2], [3, 4], [5, 6]]))
    let batch = try SequenceBatch<Float>([[[10, 20], [30, 40]], [[50, 60]]])
    let (output, trace) = try layer.forward(batch, threads: .one)
    #expect(output.sequences == [[[11, 22], [33, 44]], [[51, 62]]])
    let found = try layer.backward(batch, through: trace, inputs: true, threads: .one)
    #expect(found.weights.vectors == Matrix(rows: [[60, 80], [30, 40], [0, 0]]))
    #expect(found.inputs == batch)
  }

  /// A wire past a layer that keeps its output for the way back: the sum must not be written into it.
  @Test func aResidualLeavesTheInnerTraceAlone() throws {
    var random = RandomSource(seed: 2)
    let inner = DenseLayer<Double>(inputSize: 3, outputSize: 3, activation: .tanh, using: &random)
    let xs = [(0..<4).map { _ in random.vector(3, in: -1...1) as Vector<Double> }]
    let batch = try SequenceBatch(xs)
    let (output, trace) = try Residual(inner).forward(batch, threads: .one)
    #expect(output.sequences[0] == xs[0].map { inner($0) + $0 })
    let found = try Residual(inner).backward(batch, through: trace, inputs: true, threads: .one)
    let alone = try inner.backward(
      batch, through: try inner.forward(batch, threads: .one).trace, inputs: true, threads: .one)
    #expect(found.weights.inner == alone.weights)
    #expect(found.inputs?.sequences[0] == alone.inputs.map { zip($0.sequences[0], xs[0]).map { $0 + $1 } })
  }
}
