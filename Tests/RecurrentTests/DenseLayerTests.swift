import Testing

@testable import Recurrent

struct DenseLayerTests {
  static let activations: [DenseLayer<Double>.Activation] = [.linear, .tanh]

  /// One row, and more rows and outputs than fill their tiles and lanes.
  func expectSameBits<Element: Scalar>(_ activation: DenseLayer<Element>.Activation) throws {
    var random = RandomSource(seed: 1)
    for (inputs, outputs, sequences) in [(1, 1, 1), (3, 5, 4), (2, 35, 11)] {
      let layer = DenseLayer<Element>(
        inputSize: inputs, outputSize: outputs, activation: activation, using: &random)
      let problem = try LayerProperties(
        layer, features: inputs, sequences: sequences, longest: 9, using: &random)
      let output = try layer(problem.input)
      #expect(output.sequences == problem.xs.map { $0.map { layer($0) } })
    }
  }

  @Test func outputsAreTheBitsOfTheReadableForm() throws {
    for activation in [DenseLayer<Float>.Activation.linear, .tanh] { try expectSameBits(activation) }
    for activation in Self.activations { try expectSameBits(activation) }
  }

  /// Largest error met: 4.3e-12.
  @Test(arguments: activations)
  func gradientsAreThoseOfDifferences(activation: DenseLayer<Double>.Activation) throws {
    var random = RandomSource(seed: 2)
    let layer = DenseLayer<Double>(
      inputSize: 2, outputSize: 3, activation: activation, using: &random, range: 1)
    let problem = try LayerProperties(layer, features: 2, using: &random)
    #expect(try problem.gradientError() < 1e-9)
    try problem.expectPaddingUnseen()
    try problem.expectInputsLeftOut()
  }

  /// Rows for three parts, and outputs for several parts of the weights.
  @Test(arguments: activations)
  func threadsMoveNoBit(activation: DenseLayer<Double>.Activation) throws {
    var random = RandomSource(seed: 3)
    let layer = DenseLayer<Double>(
      inputSize: 3, outputSize: 18, activation: activation, using: &random)
    try LayerProperties(layer, features: 3, sequences: 18, longest: 8, using: &random)
      .expectSameBitsOfAllThreads()
  }

  /// Outputs may be the gradient: that of half the sum of their squares. Their padding is φ(b), which must not count.
  @Test func outputsAsTheGradient() throws {
    var random = RandomSource(seed: 4)
    let layer = DenseLayer<Double>(inputSize: 2, outputSize: 3, activation: .tanh, using: &random)
    let problem = try LayerProperties(layer, features: 2, using: &random)
    let pass = try layer.forward(problem.input, threads: .one)
    let found = try layer.backward(pass.output, through: pass.trace, inputs: true, threads: .one)
    let clean = try SequenceBatch(pass.output.sequences)
    let expected = try layer.backward(clean, through: pass.trace, inputs: true, threads: .one)
    #expect(found.weights == expected.weights)
    #expect(found.inputs == expected.inputs)
  }

  @Test func shapesThatDoNotFitAreNamed() throws {
    var random = RandomSource(seed: 5)
    let layer = DenseLayer<Float>(inputSize: 2, outputSize: 3, using: &random)
    let problem = try LayerProperties(layer, features: 2, using: &random)
    let three = try SequenceBatch<Float>([[[1, 2, 3]]])
    #expect(
      shapeMessage { () throws(ShapeError) in _ = try layer(three) }
        == "input: expected 2 elements, found 3 elements")
    let longer = try SequenceBatch<Float>(problem.xs.map { $0.map { _ in [1, 2, 3] } + [[1, 2, 3]] })
    #expect(
      try problem.messages(forGradients: [problem.input, three, longer]) == [
        "gradient: expected 3 elements, found 2 elements",
        "gradient, lengths: expected 1×3×2, found 1 elements",
        "gradient, lengths: expected 1×3×2, found 2×4×3",
      ])
  }
}
