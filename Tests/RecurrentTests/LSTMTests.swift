import Recurrent
import Testing

/// Shapes, intermediates, exact limits and errors of the LSTM. Its values are held against other
/// implementations in `ConventionTests` and `GradientCaseTests`.
struct LSTMTests {
  func cell(_ inputs: Int = 2, _ units: Int = 3, peepholes: Bool = true) -> LSTMCell<Float> {
    var random = RandomSource(seed: 40)
    return LSTMCell(inputSize: inputs, hiddenSize: units, peepholes: peepholes, using: &random)
  }

  let x: Vector<Float> = [0.5, -1]
  let start = LSTMState<Float>(hidden: [0.1, 0.2, -0.3], cell: [1.5, -0.25, 40])

  @Test func sizesAndParameterCounts() {
    #expect(cell(4, 5, peepholes: false).parameterCount == 200)
    #expect(cell(4, 5).parameterCount == 215)
    #expect(cell(4, 5).inputSize == 4)
    #expect(cell(4, 5).hiddenSize == 5)
  }

  @Test func optionsLeaveTheOtherWeightsOfASeedAlone() {
    var random = RandomSource(seed: 40)
    let biased = LSTMCell<Float>(inputSize: 2, hiddenSize: 3, forgetBias: 1, using: &random)
    var expected = cell(peepholes: false)
    expected.forgetGate.bias = [1, 1, 1]
    #expect(biased == expected)
    #expect(cell().peepholes != nil)
    #expect(cell().outputGate == expected.outputGate)
    for gate in [cell().inputGate, cell().forgetGate, cell().candidate, cell().outputGate] {
      #expect(gate.bias.maxNorm <= 0.577_350_3)
    }
  }

  @Test func stepKeepsEveryIntermediate() throws {
    let cell = cell()
    let p = try #require(cell.peepholes)
    let step = cell.step(x, from: start)
    let h = start.hidden
    #expect(step.input == x)
    #expect(step.previous == start)
    #expect(step.inputSum == (cell.inputGate.sum(x, h) + p.inputGate ⊙ start.cell))
    #expect(step.inputGate == sigmoid(step.inputSum))
    #expect(step.forgetSum == (cell.forgetGate.sum(x, h) + p.forgetGate ⊙ start.cell))
    #expect(step.forgetGate == sigmoid(step.forgetSum))
    #expect(step.candidateSum == cell.candidate.sum(x, h))
    #expect(step.candidate == tanh(step.candidateSum))
    #expect(step.cell == (step.forgetGate ⊙ start.cell + step.inputGate ⊙ step.candidate))
    #expect(step.squashedCell == tanh(step.cell))
    #expect(step.outputSum == (cell.outputGate.sum(x, h) + p.outputGate ⊙ step.cell))
    #expect(step.outputGate == sigmoid(step.outputSum))
    #expect(step.state == (step.outputGate ⊙ step.squashedCell))
    #expect(step.next == LSTMState(hidden: step.state, cell: step.cell))
  }

  @Test func limitsAreExactToTheBit() {
    func check<S: Scalar>(_: S.Type) {
      for seed in 0..<100 as Range<UInt64> {
        var random = RandomSource(seed: seed)
        let cell = LSTMCell<S>(
          inputSize: 3, hiddenSize: 5, peepholes: seed % 2 == 0, using: &random, range: 3)
        let x: Vector<S> = random.vector(3, in: -2...2)
        let start = LSTMState<S>(
          hidden: random.vector(5, in: -1...1), cell: random.vector(5, in: -30...30))
        let kept = cell.step(x, from: start, input: .held(at: 0), forget: .held(at: 1))
        #expect(kept.cell == start.cell)
        let replaced = cell.step(x, from: start, input: .held(at: 1), forget: .held(at: 0))
        #expect(replaced.cell == replaced.candidate)
        let added = cell.step(x, from: start, input: .held(at: 1), forget: .held(at: 1))
        #expect(added.cell == start.cell + added.candidate)
        #expect(cell.step(x, from: start, output: .held(at: 1)).state == tanh(cell.step(x, from: start).cell))
        #expect(cell.step(x, from: start, output: .held(at: 0)).state == .zeros(5))
      }
    }
    check(Float.self)
    check(Double.self)
  }

  @Test func gatesSaturateExactlyByTheirBiases() {
    var cell = cell(peepholes: false)
    cell.forgetGate.bias = [40, 40, 40]
    cell.inputGate.bias = [-120, -120, -120]
    let steps = cell.states(over: Array(repeating: x, count: 1000), from: start)
    #expect(steps[999].cell == start.cell)
  }

  @Test func heldGatesTakeTheirValues() {
    let step = cell().step(
      x, from: start, input: .heldAt([0, 0.5, 1]), forget: .held(at: 0.25), output: .held(at: 0.5))
    #expect(step.inputGate == [0, 0.5, 1])
    #expect(step.forgetGate == [0.25, 0.25, 0.25])
    #expect(step.outputGate == [0.5, 0.5, 0.5])
    #expect(step.inputSum == cell().step(x, from: start).inputSum)
  }

  @Test func sequencesStartFromZerosOfTheHiddenSize() {
    let cell = cell()
    let xs: [Vector<Float>] = [x, [1, 1], [0, -2]]
    let steps = cell.states(over: xs)
    #expect(steps.count == 3)
    #expect(steps[0].previous == .zeros(3))
    #expect(steps[1].previous == steps[0].next)
    #expect(cell.states(over: xs, from: .zeros(3)) == steps)
    #expect(cell.states(over: []).isEmpty)
    let batch = cell.states(overBatch: [xs, [x]], from: [start, .zeros(3)])
    #expect(batch[0] == cell.states(over: xs, from: start))
    #expect(batch[1] == [steps[0]])
    #expect(cell.states(overBatch: [xs]) == [steps])
  }

  @Test func mismatchedTensorIsNamed() {
    let cell = cell()
    var thin = cell.candidate
    thin.recurrent = .zeros(rows: 3, columns: 2)
    func error(
      _ i: AffineMap<Float>, _ f: AffineMap<Float>, _ g: AffineMap<Float>, _ o: AffineMap<Float>,
      _ p: Peepholes<Float>? = nil
    ) -> ShapeError? {
      do throws(ShapeError) {
        _ = try LSTMCell(inputGate: i, forgetGate: f, candidate: g, outputGate: o, peepholes: p)
        return nil
      } catch {
        return error
      }
    }
    func mismatch(_ name: String) -> ShapeError {
      .mismatch(tensor: name + ".recurrent", expected: [3, 3], found: [3, 2])
    }
    let good = cell.candidate
    #expect(error(good, good, good, good) == nil)
    #expect(error(thin, good, good, good) == mismatch("inputGate"))
    #expect(error(good, thin, good, good) == mismatch("forgetGate"))
    #expect(error(good, good, thin, good) == mismatch("candidate"))
    #expect(error(good, good, good, thin) == mismatch("outputGate"))
    let peepholes = Peepholes<Float>(inputGate: [1, 2, 3], forgetGate: [1], outputGate: [1, 2, 3])
    #expect(
      error(good, good, good, good, peepholes)
        == .mismatch(tensor: "peepholes.forgetGate", expected: [3], found: [1]))
  }

  @Test func cellStateOfAWrongSizeIsNamed() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      var random = RandomSource(seed: 1)
      let cell = LSTMCell<Float>(inputSize: 1, hiddenSize: 3, using: &random)
      _ = cell.step([1], from: LSTMState(hidden: [0, 0, 0], cell: [0]))
    }
    #expect(said(result, "a cell state of 1 elements to a cell of hidden size 3"))
  }

  @Test func missingInitialStateIsNamed() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      var random = RandomSource(seed: 1)
      let cell = LSTMCell<Float>(inputSize: 1, hiddenSize: 3, using: &random)
      _ = cell.states(overBatch: [[[1]], [[2]]], from: [.zeros(3)])
    }
    #expect(said(result, "1 initial states for a batch of 2 sequences"))
  }
}
