import Testing

@testable import Recurrent

/// Every cell as a layer: forward the bits of the readable cell, with any threads. For the way back, see
/// `RecurrentGradientTests`.
struct RecurrentLayerTests {
  /// A batch of ragged sequences, more of them than a tile has rows, and what a loss takes from the states.
  struct Problem<Element: Scalar> {
    let xs: [[Vector<Element>]]
    let dh: [[Vector<Element>]]
    let batch: SequenceBatch<Element>

    init(
      inputs: Int, units: Int, sequences: Int, longest: Int, using random: inout RandomSource
    ) throws {
      let lengths = (0..<sequences).map { $0 == sequences / 2 ? longest : 1 + ($0 * 5) % longest }
      xs = lengths.map { length in (0..<length).map { _ in random.vector(inputs, in: -2...2) } }
      dh = lengths.map { length in (0..<length).map { _ in random.vector(units, in: -1...1) } }
      batch = try SequenceBatch(xs)
    }
  }

  /// What the readable cell computes over one sequence: the states h, and the last h, or h and c.
  typealias Reference<Cell: RecurrentCell> = (Cell, [Vector<Cell.Element>], Cell.State) -> (
    states: [Vector<Cell.Element>], final: [Vector<Cell.Element>]
  )

  func start<Cell: RecurrentCell>(_ cell: Cell, _ random: inout RandomSource) -> Cell.State {
    let count = RowLayout(cell.maps.form).states
    return Cell.state(of: (0..<count).map { _ in random.vector(cell.hiddenSize, in: -1...1) })
  }

  /// Whether a layer gives the bits of the cell, in both directions, with one thread and with two.
  func expectSameBits<Cell: RecurrentCell>(
    _ cell: Cell, sequences: Int, _ reference: Reference<Cell>
  ) throws {
    var random = RandomSource(seed: 5)
    let problem = try Problem<Cell.Element>(
      inputs: cell.inputSize, units: cell.hiddenSize, sequences: sequences, longest: 7, using: &random)
    let initial = problem.xs.map { _ in start(cell, &random) }
    for isReverse in [false, true] {
      let expected = zip(problem.xs, initial).map {
        reference(cell, isReverse ? $0.reversed() : $0, $1)
      }
      for threads in [Threads.one, .two] {
        let layer = RecurrentLayer(cell, isReverse: isReverse)
        let run = try layer.run(problem.batch, from: initial, threads: threads)
        let states = expected.map { isReverse ? $0.states.reversed() : $0.states }
        #expect(run.states.sequences == states, "\(cell.maps.form), reverse: \(isReverse)")
        #expect(run.final.map(Cell.vectors) == expected.map(\.final), "\(cell.maps.form)")
        #expect(run.last.last == expected.map { $0.final[0] }, "\(cell.maps.form)")
      }
    }
  }

  /// The sizes fill no lanes, and one of them two groups of lanes.
  @Test(arguments: [(1, 1, 1), (3, 5, 2), (2, 19, 17)])
  func forwardGivesTheBitsOfTheCell(inputs: Int, units: Int, sequences: Int) throws {
    try expectSameBitsOfAllCells(Float.self, inputs, units, sequences)
    try expectSameBitsOfAllCells(Double.self, inputs, units, sequences)
  }

  func expectSameBitsOfAllCells<Element: Scalar>(
    _ type: Element.Type, _ inputs: Int, _ units: Int, _ sequences: Int
  ) throws {
    var random = RandomSource(seed: 1)
    let rnn = RNNCell<Element>(inputSize: inputs, hiddenSize: units, using: &random)
    try expectSameBits(rnn, sequences: sequences) { cell, xs, h0 in
      let states = cell.states(over: xs, from: h0)
      return (states, [states[states.count - 1]])
    }
    for reset in ResetPlacement.allCases {
      let gru = GRUCell<Element>(inputSize: inputs, hiddenSize: units, reset: reset, using: &random)
      try expectSameBits(gru, sequences: sequences) { cell, xs, h0 in
        last(cell.states(over: xs, from: h0).map(\.state))
      }
      try expectSameBits(NoUpdateGRUCell(gru), sequences: sequences) { cell, xs, h0 in
        last(cell.states(over: xs, from: h0).map(\.state))
      }
      try expectSameBits(NoResetGRUCell(gru), sequences: sequences) { cell, xs, h0 in
        last(cell.states(over: xs, from: h0).map(\.state))
      }
    }
    for peepholes in [false, true] {
      let lstm = LSTMCell<Element>(
        inputSize: inputs, hiddenSize: units, peepholes: peepholes, using: &random)
      try expectSameBits(lstm, sequences: sequences) { cell, xs, initial in
        let steps = cell.states(over: xs, from: initial)
        return (steps.map(\.state), [steps[steps.count - 1].state, steps[steps.count - 1].cell])
      }
    }
    let mgu = MGUCell<Element>(inputSize: inputs, hiddenSize: units, using: &random)
    try expectSameBits(mgu, sequences: sequences) { cell, xs, h0 in
      last(cell.states(over: xs, from: h0).map(\.state))
    }
    for activation in MinGRUCell<Element>.Candidate.allCases {
      let cell = MinGRUCell<Element>(
        inputSize: inputs, hiddenSize: units, activation: activation, using: &random)
      try expectSameBits(cell, sequences: sequences) { cell, xs, h0 in
        last(cell.states(over: xs, from: h0).map(\.state))
      }
    }
  }

  func last<Element>(_ states: [Vector<Element>]) -> ([Vector<Element>], [Vector<Element>]) {
    (states, [states[states.count - 1]])
  }

  /// Two threads that divide the units give the bits of one; the before form waits in the middle of a step, too.
  @Test(arguments: ResetPlacement.allCases)
  func lockstepGivesTheSameBits(reset: ResetPlacement) throws {
    var random = RandomSource(seed: 8)
    let cell = GRUCell<Float>(inputSize: 3, hiddenSize: 37, reset: reset, using: &random)
    let xs = (0..<2).map { _ in (0..<50).map { _ in random.vector(3, in: Float(-1)...1) } }
    let batch = try SequenceBatch(xs)
    let layer = RecurrentLayer(cell)
    let alone = try layer.run(batch, threads: .one)
    var recurrence = alone.recurrence
    for isReverse in [false, true] {
      recurrence = Recurrence(
        cell: recurrence.cell, isReverse: isReverse, threads: .two, lockstepWeights: 0)
      #expect(recurrence.isWorthLockstep(batch))
      let unrolled = recurrence.forward(batch, from: try layer.stateRows("initial", nil, count: 2))
      let together = RecurrentRun(cell: cell, recurrence: recurrence, unrolled: unrolled)
      let expected = try RecurrentLayer(cell, isReverse: isReverse).run(batch, threads: .one)
      #expect(together.states == expected.states)
    }
  }

  // MARK: - Backward

  /// Large enough that both threads have tiles of their own, and sums of several blocks.
  @Test func oneThreadAndTwoGiveTheSameGradients() throws {
    var random = RandomSource(seed: 3)
    let cell = GRUCell<Float>(inputSize: 3, hiddenSize: 20, reset: .before, using: &random)
    let problem = try Problem<Float>(inputs: 3, units: 20, sequences: 19, longest: 9, using: &random)
    let layer = RecurrentLayer(cell)
    let losses = try SequenceBatch(problem.dh)
    let gradients = try [Threads.one, .two, Threads(3)].map { threads in
      try layer.gradient(through: try layer.run(problem.batch, threads: threads), of: losses)
    }
    for gradient in gradients {
      #expect(gradient.weights == gradients[0].weights)
      #expect(gradient.inputs == gradients[0].inputs)
      #expect(gradient.initial == gradients[0].initial)
    }
  }

  /// A gradient that vanishes ends as 0, and on its way is never subnormal.
  @Test func vanishedGradientsAreZero() throws {
    let half = Matrix<Float>(rows: [[0.01]])
    let cell = RNNCell(unchecked: AffineMap(input: half, recurrent: half, bias: [0]))
    let xs = [Array(repeating: Vector<Float>([0]), count: 40)]
    let layer = RecurrentLayer(cell)
    let gradient = try layer.gradient(through: try layer.run(try SequenceBatch(xs)), final: [[1]])
    let found = try #require(gradient.inputs).sequences[0].map { $0[0] }
    #expect(abs(found[38] - 1e-4) < 1e-10)
    #expect(found[0] == 0)
    #expect(found.allSatisfy { $0 == 0 || $0 > 0x1p-110 })
  }

  /// So does that of a cell state, of which a loss takes nothing at any step: it halves, and ends below 2⁻¹⁰².
  @Test(arguments: [false, true])
  func vanishedGradientsOfACellStateAreZero(hasLosses: Bool) throws {
    var random = RandomSource(seed: 7)
    let lstm = LSTMCell<Float>(inputSize: 1, hiddenSize: 1, using: &random).zeroed
    let layer = RecurrentLayer(lstm)
    for (steps, expected) in [(90, Float(0x1p-90)), (110, 0)] {
      let batch = try SequenceBatch([Array(repeating: Vector<Float>([1]), count: steps)])
      let losses = try SequenceBatch([Array(repeating: Vector<Float>([0]), count: steps)])
      let gradient = try layer.gradient(
        through: try layer.run(batch), of: hasLosses ? losses : nil,
        final: [LSTMState(hidden: [0], cell: [1])])
      #expect(gradient.initial[0].cell == [expected])
    }
  }

  @Test func aRunThatIsHeldIsNotOverwritten() throws {
    var random = RandomSource(seed: 4)
    let cell = GRUCell<Float>(inputSize: 1, hiddenSize: 4, reset: .after, using: &random)
    let layer = RecurrentLayer(cell)
    let problem = try Problem<Float>(inputs: 1, units: 4, sequences: 2, longest: 3, using: &random)
    let run = try layer.run(problem.batch)
    let losses = try SequenceBatch(problem.dh)
    let first = try layer.gradient(through: run, of: losses)
    let second = try layer.gradient(through: run, of: losses)
    #expect(first.weights == second.weights)
  }

  // MARK: - Shapes

  /// A cell's weights may be set to any size; none is read beyond its end.
  @Test func weightsOfOtherSizesAreNamed() throws {
    var random = RandomSource(seed: 7)
    let fitting = GRUCell<Float>(inputSize: 2, hiddenSize: 3, reset: .after, using: &random)
    let batch = try SequenceBatch<Float>([[[1, 2]]])
    func error(_ change: (inout GRUCell<Float>) -> Void) -> ShapeError? {
      var cell = fitting
      change(&cell)
      do {
        _ = try RecurrentLayer(cell).run(batch)
        return nil
      } catch { return error }
    }
    #expect(
      error { $0.updateGate.input = .zeros(rows: 3, columns: 1) }
        == .mismatch(tensor: "input weights", expected: [3, 2], found: [3, 1]))
    #expect(
      error { $0.resetGate.recurrent = .zeros(rows: 2, columns: 3) }
        == .mismatch(tensor: "recurrent weights", expected: [3, 3], found: [2, 3]))
    for change in [{ $0.updateGate.bias = .zeros(90) }, { $0.recurrentBias = [] }]
      as [(inout GRUCell<Float>) -> Void]
    {
      let found = error(change)
      #expect(found?.description.hasPrefix("bias or peephole: expected 3 elements, found ") == true)
    }
    var dense = DenseLayer<Float>(inputSize: 2, outputSize: 3, using: &random)
    dense.bias = [1]
    #expect(throws: ShapeError.mismatch(tensor: "bias", expected: [3], found: [1])) { try dense(batch) }
  }

  /// A run keeps the weights it was run with: another layer of its size gives their gradient, one of another size none.
  @Test func aRunOfAnotherLayerIsNotMistaken() throws {
    var random = RandomSource(seed: 7)
    let batch = try SequenceBatch<Float>([[[1, 2]]])
    let layers = [3, 3, 4].map {
      RecurrentLayer(RNNCell<Float>(inputSize: 2, hiddenSize: $0, using: &random))
    }
    let run = try layers[0].run(batch)
    let own = try layers[0].gradient(through: run, final: [[1, 2, 3]])
    #expect(try layers[1].gradient(through: run, final: [[1, 2, 3]]).weights == own.weights)
    #expect(throws: ShapeError.mismatch(tensor: "run", expected: [4], found: [3])) {
      try layers[2].gradient(through: run, final: [[1, 2, 3, 4]])
    }
  }

  @Test func shapesThatDoNotFitAreNamed() throws {
    var random = RandomSource(seed: 6)
    let layer = RecurrentLayer(RNNCell<Float>(inputSize: 3, hiddenSize: 2, using: &random))
    let two = try SequenceBatch<Float>([[[1, 2]]])
    let three = try SequenceBatch<Float>([[[1, 2, 3]]])
    func message(_ body: () throws(ShapeError) -> Void) -> String {
      do {
        try body()
        return "no error"
      } catch { return error.description }
    }
    #expect(
      message { () throws(ShapeError) in _ = try layer.run(two) }
        == "input: expected 3 elements, found 2 elements")
    #expect(
      message { () throws(ShapeError) in _ = try layer.run(three, from: [[1, 2], [1, 2]]) }
        == "initial: expected 1 elements, found 2 elements")
    #expect(
      message { () throws(ShapeError) in _ = try layer.run(three, from: [[1, 2, 3]]) }
        == "initial: expected 2 elements, found 3 elements")
    let run = try layer.run(three)
    #expect(
      message { () throws(ShapeError) in _ = try layer.gradient(through: run, of: three) }
        == "states: expected 2 elements, found 3 elements")
    #expect(
      message { () throws(ShapeError) in _ = try layer.gradient(through: run, final: []) }
        == "final: expected 1 elements, found 0 elements")
  }
}
