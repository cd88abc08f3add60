import Testing

@testable import Recurrent

/// Layers made of layers: chains, stacks and both directions; and a layer that gives only its last states.
struct LayerCompositionTests {
  typealias Cell = RNNCell<Double>

  func cell(_ inputs: Int, _ units: Int, _ random: inout RandomSource) -> Cell {
    Cell(inputSize: inputs, hiddenSize: units, using: &random, range: 1)
  }

  /// Checks small ragged sequences against differences, and a batch of several parts for threads.
  ///
  /// Largest error met: 3.5e-11.
  func check<Model: Layer<Double>>(_ layer: Model, features: Int, _ random: inout RandomSource) throws
  where Model.Input == SequenceBatch<Double> {
    let problem = try LayerProperties(layer, features: features, using: &random)
    #expect(try problem.gradientError() < 1e-9)
    try problem.expectPaddingUnseen()
    try problem.expectInputsLeftOut()
    try LayerProperties(layer, features: features, sequences: 18, using: &random)
      .expectSameBitsOfAllThreads()
  }

  // MARK: - Chains and stacks

  @Test func aChainOfRecurrentAndDense() throws {
    var random = RandomSource(seed: 1)
    let recurrent = RecurrentLayer(cell(2, 3, &random))
    let dense = DenseLayer<Double>(inputSize: 3, outputSize: 2, activation: .tanh, using: &random)
    let chain = recurrent.then(dense)
    try check(chain, features: 2, &random)
    let input = try LayerProperties(chain, features: 2, using: &random).input
    #expect(try chain(input) == dense(recurrent(input)))
    #expect(chain.parameters == Vector(Array(recurrent.parameters) + Array(dense.parameters)))
  }

  /// Padding of the lower layer's outputs is φ(b): it must not reach the states of the upper.
  @Test func aChainOfDenseAndRecurrent() throws {
    var random = RandomSource(seed: 2)
    let dense = DenseLayer<Double>(inputSize: 3, outputSize: 2, using: &random)
    try check(
      dense.then(RecurrentLayer(cell(2, 2, &random), isReverse: true)), features: 3, &random)
  }

  @Test func aChainThatReadsTokens() throws {
    var random = RandomSource(seed: 3)
    let chain = EmbeddingLayer<Double>(vocabulary: 4, features: 2, using: &random, range: 1)
      .then(RecurrentLayer(cell(2, 3, &random), output: .last))
      .then(DenseLayer(inputSize: 3, outputSize: 2, using: &random))
    let tokens = try TokenBatch([[1, 3], [0, 3, 1], [3]], vocabulary: 4)
    let slopes = try SequenceBatch<Double>([[[0.5, -1]], [[1, 0.25]], [[-0.75, 2]]])
    let pass = try chain.forward(tokens, threads: .two)
    let found = try chain.backward(slopes, through: pass.trace, inputs: false, threads: .two)
    let expected = Differences.gradient(at: chain.parameters) { parameters in
      var changed = chain
      changed.parameters = parameters
      return (try? slopes.weighing(changed(tokens))) ?? .nan
    }
    #expect(relativeError(found.weights.parameters, expected) < 1e-8)
    #expect(found.inputs == nil)
  }

  @Test func aStack() throws {
    var random = RandomSource(seed: 4)
    let layers = [
      RecurrentLayer(cell(3, 2, &random)), RecurrentLayer(cell(2, 2, &random), isReverse: true),
    ]
    let stack = LayerStack(layers)
    try check(stack, features: 3, &random)
    let input = try LayerProperties(stack, features: 3, using: &random).input
    #expect(try stack(input) == layers[1](layers[0](input)))
    #expect(stack.parameters == Vector(layers.flatMap { Array($0.parameters) }))
  }

  @Test func aStackOfNoLayersGivesWhatItReads() throws {
    let stack = LayerStack<DenseLayer<Float>>([])
    let input = try SequenceBatch<Float>([[[1, 2]], [[3, 4], [5, 6]]])
    let pass = try stack.forward(input, threads: .one)
    #expect(pass.output == input)
    #expect(try stack.backward(input, through: pass.trace, inputs: true, threads: .one).inputs == input)
  }

  // MARK: - Both directions

  /// The readable states of both directions side by side.
  func states(_ there: Cell, _ back: Cell, over xs: [Vector<Double>]) -> [Vector<Double>] {
    let zeros = Vector<Double>.zeros(there.hiddenSize)
    let pairs = zip(
      there.states(over: xs, from: zeros), back.states(over: xs.reversed(), from: zeros).reversed())
    return pairs.map { Vector(Array($0) + Array($1)) }
  }

  @Test func bothDirections() throws {
    var random = RandomSource(seed: 5)
    let (there, back) = (cell(3, 2, &random), cell(3, 2, &random))
    let layer = try BidirectionalLayer(forward: there, reverse: back)
    try check(layer, features: 3, &random)
    let problem = try LayerProperties(layer, features: 3, sequences: 4, using: &random)
    #expect(try layer(problem.input).sequences == problem.xs.map { states(there, back, over: $0) })
    #expect(layer.parameters == Vector(Array(there.parameters) + Array(back.parameters)))
  }

  @Test func theLastOfBothDirections() throws {
    var random = RandomSource(seed: 6)
    let (there, back) = (cell(3, 2, &random), cell(3, 2, &random))
    let layer = try BidirectionalLayer(forward: there, reverse: back, output: .last)
    try check(layer, features: 3, &random)
    let problem = try LayerProperties(layer, features: 3, sequences: 4, using: &random)
    let expected = problem.xs.map { xs in
      let all = states(there, back, over: xs)
      return [Vector(Array(all[all.count - 1].prefix(2)) + Array(all[0].suffix(2)))]
    }
    #expect(try layer(problem.input).sequences == expected)
  }

  @Test(arguments: [false, true])
  func theLastOfOneDirection(isReverse: Bool) throws {
    var random = RandomSource(seed: 7)
    let gru = GRUCell<Double>(inputSize: 3, hiddenSize: 2, reset: .before, using: &random, range: 1)
    let layer = RecurrentLayer(gru, isReverse: isReverse, output: .last)
    try check(layer, features: 3, &random)
    let problem = try LayerProperties(layer, features: 3, sequences: 4, using: &random)
    let expected = problem.xs.map { xs in
      gru.states(over: isReverse ? xs.reversed() : xs, from: .zeros(2)).suffix(1).map(\.state)
    }
    #expect(try layer(problem.input).sequences == expected)
  }

  @Test(arguments: [false, true])
  func theLastHiddenStateOfAnLSTM(isReverse: Bool) throws {
    var random = RandomSource(seed: 8)
    let lstm = LSTMCell<Double>(
      inputSize: 1, hiddenSize: 2, peepholes: true, using: &random, range: 1)
    try check(RecurrentLayer(lstm, isReverse: isReverse, output: .last), features: 1, &random)
  }

  // MARK: - Shapes

  @Test func cellsOfTwoSizesMakeNoLayer() throws {
    var random = RandomSource(seed: 9)
    let (there, other, reads) = (cell(2, 3, &random), cell(2, 4, &random), cell(1, 3, &random))
    func message(_ reverse: Cell) -> String {
      shapeMessage { () throws(ShapeError) in
        _ = try BidirectionalLayer(forward: there, reverse: reverse)
      }
    }
    #expect(message(other) == "reverse: expected 3×2, found 4×2")
    #expect(message(reads) == "reverse: expected 3×2, found 3×1")
  }

  @Test func gradientsThatDoNotFitAreNamed() throws {
    var random = RandomSource(seed: 10)
    let (there, back) = (cell(3, 2, &random), cell(3, 2, &random))
    func batch(_ features: Int, _ lengths: [Int]) throws -> SequenceBatch<Double> {
      try SequenceBatch(lengths.map { Array(repeating: .zeros(features), count: $0) })
    }
    // The sequences have 1, 3 and 2 steps.
    let (features, lengths) = ("gradient: expected 2 elements, found", "gradient, lengths: expected")
    let single = try LayerProperties(RecurrentLayer(there), features: 3, using: &random)
    #expect(
      try single.messages(forGradients: [batch(3, [1, 3, 2]), batch(2, [1, 3]), batch(2, [1, 3, 1])]) == [
        "\(features) 3 elements", "\(lengths) 1×3×2, found 1×3", "\(lengths) 1×3×2, found 1×3×1",
      ])
    let last = try LayerProperties(
      RecurrentLayer(there, output: .last), features: 3, using: &random)
    #expect(
      try last.messages(forGradients: [batch(3, [1, 1, 1]), batch(2, [1, 3, 2])]) == [
        "\(features) 3 elements", "\(lengths) 1×1×1, found 1×3×2",
      ])
    let both = try LayerProperties(
      try BidirectionalLayer(forward: there, reverse: back), features: 3, using: &random)
    #expect(
      try both.messages(forGradients: [batch(2, [1, 3, 2]), batch(4, [1, 3])]) == [
        "gradient: expected 4 elements, found 2 elements", "\(lengths) 1×3×2, found 1×3",
      ])
    let chain = try LayerProperties(
      RecurrentLayer(there).then(RecurrentLayer(cell(2, 4, &random))), features: 3, using: &random)
    #expect(
      try chain.messages(forGradients: [batch(2, [1, 3, 2])]) == [
        "gradient: expected 4 elements, found 2 elements"
      ])
    #expect(
      shapeMessage { () throws(ShapeError) in
        _ = try RecurrentLayer(there).then(RecurrentLayer(there))(single.input)
      } == "input: expected 3 elements, found 2 elements")
  }

  /// A run's gradient by its states, as a layer's by its outputs, needs a row for each state.
  @Test func gradientsOfARunNeedTheLengthsOfItsStates() throws {
    var random = RandomSource(seed: 11)
    let layer = RecurrentLayer(cell(1, 2, &random))
    let run = try layer.run(try SequenceBatch([[[1], [2]], [[3]]]))
    let cases: [([[Vector<Double>]], String)] = [
      ([[[1, 2], [3, 4]]], "2 elements"), ([[[1, 2]], [[3, 4]]], "1×1"),
    ]
    for (states, found) in cases {
      let states = try SequenceBatch(states)
      #expect(
        shapeMessage { () throws(ShapeError) in _ = try layer.gradient(through: run, of: states) }
          == "states, lengths: expected 2×1, found \(found)")
    }
  }

  /// The parts of a layer can be exchanged, for one that gives other sequences, too.
  @Test func directionsOfTwoOutputsAreNamed() throws {
    var random = RandomSource(seed: 12)
    let (there, back) = (cell(1, 2, &random), cell(1, 2, &random))
    var layer = try BidirectionalLayer(forward: there, reverse: back, output: .last)
    layer.reverse = RecurrentLayer(back, isReverse: true)
    let input = try SequenceBatch<Double>([[[1], [2]], [[3]]])
    #expect(
      shapeMessage { () throws(ShapeError) in _ = try layer(input) }
        == "output of reverse, lengths: expected 1×1, found 2×1")
  }
}
