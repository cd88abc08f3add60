import Recurrent
import Testing

/// Items of the ledger of claims that say how a GRU is put together, by number.
struct LedgerStructureTests {
  private static let sizes = [(1, 1), (4, 5), (7, 3), (32, 64)]

  @Test(arguments: sizes)
  func item11AGRUHasOneStateAndOneGateFewerThanAnLSTM(inputs: Int, units: Int) {
    var random = RandomSource(seed: 11)
    let gru = GRUCell<Double>(inputSize: inputs, hiddenSize: units, reset: .before, using: &random)
    let lstm = LSTMCell<Double>(inputSize: inputs, hiddenSize: units, using: &random)
    let x: Vector<Double> = random.vector(inputs, in: -1...1)
    #expect(gru.step(x, from: .zeros(units)).state.count == units)
    let carried = lstm.step(x, from: .zeros(units)).next
    #expect(carried.hidden.count == units && carried.cell.count == units)
    #expect((gru.maps.biases.count, lstm.maps.biases.count) == (3, 4))
  }

  @Test func item12LayersStackAndABidirectionalOneTurnsItsBackwardOutputsBack() throws {
    var random = RandomSource(seed: 12)
    for units in [1, 3, 8] {
      func cell(_ inputs: Int) -> GRUCell<Float> {
        GRUCell(inputSize: inputs, hiddenSize: units, reset: .before, using: &random)
      }
      let (forward, backward, upper) = (cell(4), cell(4), cell(units))
      let inputs = (0..<9).map { _ in random.vector(4, in: -1...1) as Vector<Float> }
      let batch = try SequenceBatch([inputs])
      let lower = forward.states(over: inputs).map(\.state)
      let stack = RecurrentLayer(forward).then(RecurrentLayer(upper))
      #expect(try stack(batch).sequences[0] == upper.states(over: lower).map(\.state))
      let both = try BidirectionalLayer(forward: forward, reverse: backward)
      let outputs = try both(batch).sequences[0]
      let turned = backward.states(over: inputs.reversed()).map(\.state).reversed()
      #expect(outputs == zip(lower, turned).map { Vector(Array($0) + Array($1)) })
      #expect(try both.reverse.run(batch).final[0] == Vector(outputs[0][units...]))
    }
  }

  @Test(arguments: sizes)
  func item15TheRatioIsThreeQuartersWhereBiasesAreCountedAlike(inputs: Int, units: Int) {
    let lstm = LSTMConvention.pyTorch.parameterCount(inputSize: inputs, hiddenSize: units)
    let gru = GRUConvention.pyTorch.parameterCount(inputSize: inputs, hiddenSize: units)
    #expect(gru == 3 * units * (inputs + units + 2) && 4 * gru == 3 * lstm)
  }

  @Test func item15KerasCounts() {
    let counts = [false, true].map {
      GRUConvention.keras(resetAfter: $0).parameterCount(inputSize: 4, hiddenSize: 5)
    }
    #expect(counts == [150, 165])
    #expect(LSTMConvention.keras.parameterCount(inputSize: 4, hiddenSize: 5) == 200)
  }
}
