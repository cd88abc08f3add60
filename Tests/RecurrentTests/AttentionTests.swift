import Recurrent
import Testing

/// The readable attention: against PyTorch, against differences, and what must hold for any weights.
struct AttentionTests {
  /// What the losses of the tests take from the outputs, and the inputs.
  func sequence(_ count: Int, _ size: Int, _ seed: UInt64, range: Double = 2) -> [Vector<Double>] {
    var random = RandomSource(seed: seed)
    return (0..<count).map { _ in random.vector(size, in: -range...range) }
  }

  func attention(_ size: Int, heads: Int, seed: UInt64 = 1) throws -> SelfAttention<Double> {
    var random = RandomSource(seed: seed)
    return try SelfAttention(size: size, heads: heads, using: &random, range: 1)
  }

  /// Largest differences met: 2.7e-15 of the outputs, 3.4e-16 of the weights, 5.4e-16 of gradients.
  @Test(arguments: try AttentionCase.all(.attention))
  func isThatOfPyTorch(item: AttentionCase) throws {
    let attention = try item.attention("weights/")
    let shares: PackedTensor<Double> = try item.item.tensor("attention")
    var weights = attention.zeroed
    for (b, x) in item.x.enumerated() {
      let steps = attention.steps(over: x)
      #expect(largestDifference([steps.map(\.output)], [item.y[b]]) < 1e-14)
      for head in 0..<item.heads {
        let expected = shares[part: b][part: head].rows.prefix(x.count).map { Vector($0.prefix(x.count)) }
        let found = attention.weights(of: head, over: steps)
        #expect(largestDifference([(0..<x.count).map { found.row($0) }], [expected]) < 1e-14)
      }
      let gradient = attention.gradient(through: steps, of: item.loss[b])
      #expect(relativeDifference([gradient.inputs], [item.dx[b]]) < 1e-14)
      weights.parameters = weights.parameters + gradient.weights.parameters
    }
    let expected = try item.attention("gradient/weights/").parameters
    #expect(relativeDifference([[weights.parameters]], [[expected]]) < 1e-14)
  }

  @Test func everyCaseIsRead() throws {
    let cases = try Fixture.attention.get().cases
    #expect(cases.count == 10)
    #expect(try AttentionCase.all(.attention).count == 7)
    #expect(try AttentionCase.all(.norm).count == 2)
  }

  /// Largest error met: 2.8e-11.
  @Test(arguments: [(1, 1, 3), (3, 1, 4), (4, 2, 5), (6, 3, 1), (4, 4, 3)])
  func gradientsAreThoseOfDifferences(size: Int, heads: Int, count: Int) throws {
    var attention = try attention(size, heads: heads)
    attention.value.activation = .tanh
    let (xs, dy) = (sequence(count, size, 2), sequence(count, size, 3))
    func loss(_ attention: SelfAttention<Double>, _ xs: [Vector<Double>]) -> Double {
      zip(attention.steps(over: xs), dy).map { dot($0.output, $1) }.reduce(0, +)
    }
    let found = attention.gradient(through: attention.steps(over: xs), of: dy)
    let byWeights = Differences.gradient(at: attention.parameters) { parameters in
      var changed = attention
      changed.parameters = parameters
      return loss(changed, xs)
    }
    let byInputs = Differences.gradient(at: joined(xs)) { all in
      loss(attention, (0..<count).map { Vector(all[$0 * size..<($0 + 1) * size]) })
    }
    #expect(relativeError(found.weights.parameters, byWeights) < 1e-9)
    #expect(relativeError(joined(found.inputs), byInputs) < 1e-9)
  }

  /// What comes later changes no bit of what came before, and changes what comes after.
  @Test func nothingLaterIsSeen() throws {
    let attention = try attention(6, heads: 2)
    let xs = sequence(8, 6, 4)
    let before = attention.steps(over: xs)
    for t in xs.indices {
      var changed = xs
      changed[t] = xs[t] + 1
      let after = attention.steps(over: changed)
      #expect(Array(after[..<t]) == Array(before[..<t]))
      for later in t..<xs.count { #expect(after[later].output != before[later].output) }
    }
  }

  /// A loss of one step has no gradient by later inputs.
  @Test func noGradientReachesWhatIsLater() throws {
    let attention = try attention(6, heads: 3)
    var dy = Array(repeating: Vector<Double>.zeros(6), count: 5)
    dy[2] = [1, -1, 2, 1, 3, 1]
    let found = attention.gradient(through: attention.steps(over: sequence(5, 6, 4)), of: dy)
    #expect(found.inputs[3...].allSatisfy { $0 == .zeros(6) })
    #expect(found.inputs[...2].allSatisfy { !$0.contains(0) })
  }

  @Test func theFirstPositionAttendsToItselfAlone() throws {
    let attention = try attention(4, heads: 2)
    let step = attention.steps(over: sequence(1, 4, 5))[0]
    #expect(step.weights == [[1], [1]])
    #expect(step.mixed == step.value)
    #expect(step.output == attention.output(step.value))
  }

  @Test func equalKeysGetEqualWeights() throws {
    var attention = try attention(4, heads: 2)
    attention.key.weights = .zeros(rows: 4, columns: 4)
    let steps = attention.steps(over: sequence(7, 4, 6))
    for (t, step) in steps.enumerated() {
      for weights in step.weights { #expect(weights == Vector(repeating: 1 / Double(t + 1), count: t + 1)) }
    }
  }

  @Test func weightsSumToOne() throws {
    let attention = try attention(9, heads: 3)
    for step in attention.steps(over: sequence(50, 9, 7)) {
      for weights in step.weights {
        #expect(abs(weights.sum - 1) < 4e-15)
        #expect(weights.allSatisfy { $0 > 0 })
      }
    }
  }

  /// Scores of 1e4, whose powers would overflow: the largest takes all.
  @Test func largeScoresDoNotOverflow() throws {
    let one = try DenseLayer<Float>(weights: .identity(2), bias: .zeros(2), activation: .linear)
    let attention = try SelfAttention(query: one, key: one, value: one, output: one)
    let steps = attention.steps(over: [[100, 0], [0, 120], [-100, 90]])
    #expect(steps.map(\.output) == [[100, 0], [0, 120], [-100, 90]])
    #expect(steps[2].scores[0].maxNorm > 1e4)
    let gradient = attention.gradient(through: steps, of: [[1, 1], [1, 1], [1, 1]])
    #expect(gradient.inputs.joined().allSatisfy { $0.isFinite })
  }

  /// What was computed can be put together again by hand.
  @Test func everyIntermediateIsGiven() throws {
    let attention = try attention(4, heads: 2)
    let xs = sequence(3, 4, 8)
    let steps = attention.steps(over: xs)
    let last = steps[2]
    #expect(last.input == xs[2])
    #expect(last.query == attention.query(xs[2]))
    #expect(steps.map(\.key) == xs.map { attention.key($0) })
    #expect(last.value == attention.value(xs[2]))
    let (q, k) = (last.query, steps[1].key)
    let score = (q[2] * k[2] + q[3] * k[3]) / squareRoot(2)
    #expect(abs(last.scores[1][1] - score) < 1e-15)
    let mixed = (0...2).map { last.weights[1][$0] * steps[$0].value[3] }.reduce(0, +)
    #expect(abs(last.mixed[3] - mixed) < 1e-15)
    let matrix = attention.weights(of: 1, over: steps)
    #expect(matrix.row(2) == last.weights[1])
    #expect(matrix[0, 1] == 0 && matrix[0, 2] == 0 && matrix[1, 2] == 0)
  }

  /// A cache goes on where it stands, and grows by 2d numbers a step.
  @Test func aCacheHoldsWhatWasSeen() throws {
    let attention = try attention(6, heads: 2)
    let xs = sequence(5, 6, 9)
    var cache = AttentionCache<Double>()
    #expect(cache.count == 0 && cache.numberCount == 0)
    for (t, expected) in attention.steps(over: xs).enumerated() {
      #expect(attention.step(xs[t], after: &cache) == expected)
      #expect(cache.count == t + 1)
      #expect(cache.numberCount == 2 * (t + 1) * 6)
    }
  }

  @Test func sizesThatDoNotFitAreNamed() throws {
    var random = RandomSource(seed: 1)
    #expect(throws: ShapeError.indivisible(tensor: "heads", size: 6, parts: 4)) {
      try SelfAttention<Float>(size: 6, heads: 4, using: &random)
    }
    #expect(throws: ShapeError.indivisible(tensor: "heads", size: 6, parts: 0)) {
      try SelfAttention<Float>(size: 6, heads: 0, using: &random)
    }
    #expect(
      ShapeError.indivisible(tensor: "heads", size: 6, parts: 4).description
        == "heads: expected a divisor of 6, found 4")
    let (four, three) = (
      DenseLayer<Float>(inputSize: 4, outputSize: 4, using: &random),
      DenseLayer<Float>(inputSize: 4, outputSize: 3, using: &random)
    )
    let expected = { ShapeError.mismatch(tensor: $0, expected: [4, 4], found: [3, 4]) }
    #expect(throws: expected("query.weights")) {
      try SelfAttention(query: three, key: four, value: four, output: four)
    }
    #expect(throws: expected("key.weights")) {
      try SelfAttention(query: four, key: three, value: four, output: four)
    }
    #expect(throws: expected("value.weights")) {
      try SelfAttention(query: four, key: four, value: three, output: four)
    }
    #expect(throws: expected("output.weights")) {
      try SelfAttention(query: four, key: four, value: four, output: three)
    }
    var cut = four
    cut.bias = .zeros(3)
    #expect(throws: ShapeError.mismatch(tensor: "key.bias", expected: [4], found: [3])) {
      try SelfAttention(query: four, key: cut, value: four, output: four, heads: 2)
    }
  }

  /// Counted where they are done: each weight of a map once, each score and each share with a head's part of a vector.
  @Test func multiplyAddsAreCounted() throws {
    let attention = try attention(6, heads: 2)
    let maps = [attention.query, attention.key, attention.value, attention.output]
    for (t, step) in attention.steps(over: sequence(5, 6, 10)).enumerated() {
      let inMaps = maps.map { $0.weights.rows * $0.weights.columns }.reduce(0, +)
      let inHeads = (step.scores + step.weights).map { $0.count * attention.headWidth }.reduce(0, +)
      #expect(attention.multiplyAdds(seeing: t + 1) == inMaps + inHeads)
      #expect(inMaps + inHeads == 4 * 36 + 2 * (t + 1) * 6)
    }
  }

  @Test func parametersAreCounted() throws {
    let attention = try attention(6, heads: 2)
    #expect(attention.parameterCount == attention.parameters.count)
    #expect(attention.headWidth == 3)
  }
}
