import Testing

@testable import Recurrent

/// Attention over batches, against the readable form to the bit, and against PyTorch.
struct AttentionLayerTests {
  struct Problem<Element: Scalar> {
    let xs: [[Vector<Element>]]
    let dy: [[Vector<Element>]]
    let layer: AttentionLayer<Element>

    init(_ size: Int, heads: Int, lengths: [Int]) throws {
      var random = RandomSource(seed: UInt64(size))
      func draw() -> [[Vector<Element>]] {
        lengths.map { length in (0..<length).map { _ in random.vector(size, in: -2...2) } }
      }
      xs = draw()
      dy = draw()
      layer = AttentionLayer(try SelfAttention(size: size, heads: heads, using: &random))
    }

    func pass(
      threads: Threads = .two
    ) throws -> (output: SequenceBatch<Element>, gradient: LayerGradient<AttentionLayer<Element>>) {
      let (output, trace) = try layer.forward(try SequenceBatch(xs), threads: threads)
      return (
        output,
        try layer.backward(try SequenceBatch(dy), through: trace, inputs: true, threads: threads)
      )
    }
  }

  func expectTheBitsOfTheReadableForm<Element: Scalar>(
    _ size: Int, _ heads: Int, _ lengths: [Int], of type: Element.Type
  ) throws {
    let problem = try Problem<Element>(size, heads: heads, lengths: lengths)
    let attention = problem.layer.attention
    let steps = problem.xs.map { attention.steps(over: $0) }
    let gradients = zip(steps, problem.dy).map { attention.gradient(through: $0, of: $1) }
    for threads in [Threads.one, .two] {
      let (output, gradient) = try problem.pass(threads: threads)
      #expect(output.sequences == steps.map { $0.map(\.output) })
      #expect(gradient.inputs?.sequences == gradients.map(\.inputs))
      if lengths.count == 1 {
        #expect(gradient.weights.attention == gradients[0].weights)
      } else {
        let sum = gradients.map(\.weights.parameters).reduce(.zeros(attention.parameterCount), +)
        let difference = (gradient.weights.parameters - sum).maxNorm / sum.maxNorm
        #expect(difference < 16 * Element.ulpOfOne)
      }
    }
  }

  /// Lengths and widths that fill no panel, one, and several, and leave some over. Of gradients by weights over several
  /// sequences, the largest difference met is 2.9 units in the last place of 1.
  @Test(
    arguments: [
      (1, 1, [1]), (3, 1, [5]), (6, 2, [4, 7, 1]), (24, 2, [16]), (8, 1, [17]), (10, 5, [33, 16, 1, 40]),
      (36, 2, [35, 3]), (34, 2, [9, 15, 8, 2]),
    ] as [(Int, Int, [Int])])
  func bitsAreThoseOfTheReadableForm(size: Int, heads: Int, lengths: [Int]) throws {
    try expectTheBitsOfTheReadableForm(size, heads, lengths, of: Float.self)
    try expectTheBitsOfTheReadableForm(size, heads, lengths, of: Double.self)
  }

  /// Largest differences met: 2.7e-15 of the outputs, 5.5e-16 of gradients.
  @Test(arguments: try AttentionCase.all(.attention))
  func isThatOfPyTorch(item: AttentionCase) throws {
    let errors = try item.errors(
      of: AttentionLayer(try item.attention("weights/")),
      gradient: AttentionLayer(try item.attention("gradient/weights/")))
    #expect(errors.outputs < 1e-14)
    #expect(errors.gradient < 1e-14)
  }

  @Test func paddingAndWhatIsLaterChangeNothing() throws {
    let problem = try Problem<Float>(6, heads: 2, lengths: [20, 7])
    let output = try problem.layer(try SequenceBatch(problem.xs))
    for t in [0, 3, 15, 16, 19] {
      var changed = problem.xs
      changed[0][t] = changed[0][t] + 1
      let after = try problem.layer(try SequenceBatch(changed))
      #expect(after.sequences[1] == output.sequences[1])
      #expect(Array(after.sequences[0][..<t]) == Array(output.sequences[0][..<t]))
      #expect(after.sequences[0][t] != output.sequences[0][t])
    }
    let padded = problem.xs.map { $0 + Array(repeating: Vector(repeating: 1e30, count: 6), count: 20) }
    let cut = try problem.layer(try SequenceBatch(padded, lengths: [20, 7]))
    #expect(cut == output)
  }

  @Test func threadsGiveTheSameBits() throws {
    let problem = try Problem<Float>(20, heads: 2, lengths: [9, 33, 1, 12, 40, 7, 18])
    let expected = try problem.pass(threads: .one)
    for threads in [Threads(2), Threads(3), Threads(7)] {
      let found = try problem.pass(threads: threads)
      #expect(found.output == expected.output)
      #expect(found.gradient.weights == expected.gradient.weights)
      #expect(found.gradient.inputs == expected.gradient.inputs)
    }
  }

  /// A weight of e⁻⁷⁵, a slope of its score that is not subnormal yet, and products of it that would be.
  @Test func slopesThatVanishAreZero() throws {
    func map(_ rows: [[Float]]) throws -> DenseLayer<Float> {
      try DenseLayer(weights: Matrix(rows: rows), bias: [0, 0], activation: .linear)
    }
    let (first, second) = (try map([[1, 0], [0, 0]]), try map([[0, 0], [0, 1]]))
    let attention = try SelfAttention(query: first, key: first, value: second, output: second)
    let xs: [Vector<Float>] = [[0, 1], [10.3, 0]]
    let dy: [Vector<Float>] = [[0, 0], [0, 1]]
    let steps = attention.steps(over: xs)
    let (output, trace) = try AttentionLayer(attention).forward(try SequenceBatch([xs]), threads: .one)
    #expect(output.sequences[0] == steps.map(\.output))
    let found = try AttentionLayer(attention).backward(
      try SequenceBatch([dy]), through: trace, inputs: true, threads: .one)
    let slope = attention.gradient(through: steps, of: dy).inputs[0][0]
    #expect(slope > 0 && slope < 0x1p-102)
    let inputs = try #require(found.inputs).sequences[0]
    #expect(inputs[0][0] == 0)
    #expect(inputs[0][1] > 0)
  }

  @Test func withoutInputsTheirGradientIsLeftOut() throws {
    let problem = try Problem<Float>(4, heads: 2, lengths: [3])
    let (_, trace) = try problem.layer.forward(try SequenceBatch(problem.xs), threads: .one)
    let dy = try SequenceBatch(problem.dy)
    let found = try problem.layer.backward(dy, through: trace, inputs: false, threads: .one)
    #expect(found.inputs == nil)
    #expect(try problem.pass().gradient.weights == found.weights)
  }

  @Test func shapesThatDoNotFitAreNamed() throws {
    let problem = try Problem<Float>(4, heads: 2, lengths: [3])
    let three = try SequenceBatch<Float>([[[1, 2, 3]]])
    let short = try SequenceBatch<Float>([[[1, 2, 3, 4]]])
    #expect(throws: ShapeError.mismatch(tensor: "input", expected: [4], found: [3])) {
      try problem.layer(three)
    }
    let (_, trace) = try problem.layer.forward(try SequenceBatch(problem.xs), threads: .one)
    #expect(throws: ShapeError.mismatch(tensor: "gradient", expected: [4], found: [3])) {
      try problem.layer.backward(three, through: trace, inputs: true, threads: .one)
    }
    #expect(throws: ShapeError.mismatch(tensor: "gradient, lengths", expected: [3], found: [1])) {
      try problem.layer.backward(short, through: trace, inputs: true, threads: .one)
    }
  }
}
