import Recurrent
import Testing

/// What a run shows of its gates is what the readable cell computes, to the bit.
struct RunGatesTests {
  let xs: [[Vector<Float>]]
  let batch: SequenceBatch<Float>

  init() throws {
    var random = RandomSource(seed: 1)
    xs = [4, 2, 3].map { length in (0..<length).map { _ in random.vector(2, in: Float(-2)...2) } }
    batch = try SequenceBatch(xs)
  }

  @Test(arguments: ResetPlacement.allCases)
  func gru(reset: ResetPlacement) throws {
    var random = RandomSource(seed: 2)
    let cell = GRUCell<Float>(inputSize: 2, hiddenSize: 5, reset: reset, using: &random)
    let run = try RecurrentLayer(cell).run(batch)
    let steps = xs.map { cell.states(over: $0) }
    #expect(run.updateGates().sequences == steps.map { $0.map(\.updateGate) })
    #expect(run.resetGates().sequences == steps.map { $0.map(\.resetGate) })
    #expect(run.candidates().sequences == steps.map { $0.map(\.candidate) })
  }

  @Test func lstm() throws {
    var random = RandomSource(seed: 3)
    let cell = LSTMCell<Float>(inputSize: 2, hiddenSize: 5, peepholes: true, using: &random)
    let run = try RecurrentLayer(cell).run(batch)
    let steps = xs.map { cell.states(over: $0) }
    #expect(run.inputGates().sequences == steps.map { $0.map(\.inputGate) })
    #expect(run.forgetGates().sequences == steps.map { $0.map(\.forgetGate) })
    #expect(run.candidates().sequences == steps.map { $0.map(\.candidate) })
    #expect(run.outputGates().sequences == steps.map { $0.map(\.outputGate) })
    #expect(run.cellStates().sequences == steps.map { $0.map(\.cell) })
  }

  @Test func mguAndMinGRU() throws {
    var random = RandomSource(seed: 4)
    let mgu = MGUCell<Float>(inputSize: 2, hiddenSize: 5, using: &random)
    let run = try RecurrentLayer(mgu).run(batch)
    let steps = xs.map { mgu.states(over: $0) }
    #expect(run.forgetGates().sequences == steps.map { $0.map(\.forgetGate) })
    #expect(run.candidates().sequences == steps.map { $0.map(\.candidate) })

    let minGRU = MinGRUCell<Float>(inputSize: 2, hiddenSize: 5, using: &random)
    let other = try RecurrentLayer(minGRU).run(batch)
    let minSteps = xs.map { minGRU.states(over: $0) }
    #expect(other.updateGates().sequences == minSteps.map { $0.map(\.updateGate) })
    #expect(other.candidates().sequences == minSteps.map { $0.map(\.candidate) })
  }
}
