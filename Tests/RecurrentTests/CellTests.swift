import Recurrent
import Testing

/// Shapes, counts and errors of the cells.
struct CellTests {
  func cell(_ inputs: Int, _ units: Int, _ reset: ResetPlacement) -> GRUCell<Float> {
    var random = RandomSource(seed: 1)
    return GRUCell(inputSize: inputs, hiddenSize: units, reset: reset, using: &random)
  }

  @Test func sizesAndParameterCounts() {
    let before = cell(4, 5, .before)
    #expect(before.inputSize == 4)
    #expect(before.hiddenSize == 5)
    #expect(before.parameterCount == 150)
    #expect(before.with(reset: .after).parameterCount == 155)
    #expect(before.asRNN.parameterCount == 50)
    #expect(before.asRNN.inputSize == 4)
    #expect(before.asRNN.hiddenSize == 5)
  }

  @Test func oneSeedGivesBothFormsTheSameMaps() {
    let (before, after) = (cell(3, 4, .before), cell(3, 4, .after))
    #expect(before.updateGate == after.updateGate)
    #expect(before.resetGate == after.resetGate)
    #expect(before.candidate == after.candidate)
    #expect(before.recurrentBias == .zeros(4))
    #expect(after.recurrentBias != .zeros(4))
  }

  @Test func defaultRangeIsTheReciprocalRootOfTheUnits() {
    let cell = cell(3, 16, .after)
    for map in [cell.updateGate, cell.resetGate, cell.candidate] {
      for matrix in [map.input, map.recurrent] {
        for i in 0..<16 { #expect(matrix.row(i).maxNorm <= 0.25) }
      }
      #expect(map.bias.maxNorm <= 0.25)
      #expect(map.bias.maxNorm > 0.15)
    }
    var random = RandomSource(seed: 1)
    let wide = GRUCell<Float>(inputSize: 3, hiddenSize: 16, reset: .before, using: &random, range: 4)
    #expect(wide.candidate.bias.maxNorm > 2)
  }

  @Test func otherPlacementKeepsTheWeights() {
    let after = cell(2, 3, .after)
    let back = after.with(reset: .before).with(reset: .after)
    #expect(back == after)
    #expect(after.with(reset: .before) != after)
  }

  @Test func plainCellTakesTheCandidateWeights() {
    let after = cell(2, 3, .after)
    #expect(after.asRNN.weights.input == after.candidate.input)
    #expect(after.asRNN.weights.recurrent == after.candidate.recurrent)
    #expect(after.asRNN.weights.bias == after.candidate.bias + after.recurrentBias)
    #expect(after.with(reset: .before).asRNN.weights.bias == after.candidate.bias)
    #expect(after.asMLP.weights == after.candidate.input)
    #expect(after.asMLP.bias == after.candidate.bias)
  }

  @Test func stepKeepsEveryIntermediate() {
    let cell = cell(2, 3, .after)
    let (x, h): (Vector<Float>, Vector<Float>) = ([0.5, -1], [0.1, 0.2, -0.3])
    let step = cell.step(x, from: h, reset: .held(at: 0.5))
    #expect(step.input == x)
    #expect(step.previous == h)
    #expect(step.updateSum == cell.updateGate.sum(x, h))
    #expect(step.updateGate == sigmoid(step.updateSum))
    #expect(step.resetSum == cell.resetGate.sum(x, h))
    #expect(step.resetGate == [0.5, 0.5, 0.5])
    #expect(step.candidate == tanh(step.candidateSum))
    let held = cell.step(x, from: h, update: .heldAt([0, 0.5, 1]))
    #expect(held.updateGate == [0, 0.5, 1])
    #expect(held.state[0] == held.candidate[0])
    #expect(held.state[2] == h[2])
  }

  @Test func mismatchedTensorIsNamed() {
    let cell = cell(2, 3, .after)
    let other = AffineMap<Float>(
      input: .zeros(rows: 3, columns: 4), recurrent: .zeros(rows: 3, columns: 3), bias: .zeros(3))
    #expect(throws: ShapeError.mismatch(tensor: "resetGate.input", expected: [3, 2], found: [3, 4])) {
      try GRUCell(
        updateGate: cell.updateGate, resetGate: other, candidate: cell.candidate, reset: .before)
    }
    #expect(throws: ShapeError.mismatch(tensor: "updateGate.input", expected: [3, 2], found: [3, 4])) {
      try GRUCell(
        updateGate: other, resetGate: cell.resetGate, candidate: cell.candidate, reset: .before)
    }
    #expect(throws: ShapeError.mismatch(tensor: "recurrentBias", expected: [3], found: [2])) {
      try GRUCell(
        updateGate: cell.updateGate, resetGate: cell.resetGate, candidate: cell.candidate,
        recurrentBias: [1, 2], reset: .after)
    }
    var thin = cell.candidate
    thin.recurrent = .zeros(rows: 3, columns: 2)
    #expect(throws: ShapeError.mismatch(tensor: "candidate.recurrent", expected: [3, 3], found: [3, 2])) {
      try GRUCell(updateGate: cell.updateGate, resetGate: cell.resetGate, candidate: thin, reset: .after)
    }
    #expect(throws: ShapeError.mismatch(tensor: "weights.recurrent", expected: [3, 3], found: [3, 2])) {
      try RNNCell(weights: thin)
    }
    #expect(throws: ShapeError.mismatch(tensor: "bias", expected: [3], found: [1])) {
      try DenseLayer<Float>(weights: .zeros(rows: 3, columns: 2), bias: [0])
    }
  }

  @Test func shapeErrorReads() {
    let matrix = ShapeError.mismatch(tensor: "candidate.recurrent", expected: [3, 3], found: [3, 2])
    #expect("\(matrix)" == "candidate.recurrent: expected 3×3, found 3×2")
    let vector = ShapeError.mismatch(tensor: "bias", expected: [3], found: [1])
    #expect("\(vector)" == "bias: expected 3 elements, found 1 elements")
  }

  @Test func inputOfAWrongSizeIsNamed() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      var random = RandomSource(seed: 1)
      let cell = GRUCell<Float>(inputSize: 2, hiddenSize: 3, reset: .before, using: &random)
      _ = cell.step([1, 2, 3], from: [0, 0, 0])
    }
    #expect(said(result, "an input of 3 elements to a cell of input size 2"))
  }

  @Test func stateOfAWrongSizeIsNamed() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      var random = RandomSource(seed: 1)
      let cell = RNNCell<Float>(inputSize: 2, hiddenSize: 3, using: &random)
      _ = cell.step([1, 2], from: [0, 0])
    }
    #expect(said(result, "a state of 2 elements to a cell of hidden size 3"))
  }

  @Test func gateHeldAtAWrongSizeIsNamed() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      var random = RandomSource(seed: 1)
      let cell = GRUCell<Float>(inputSize: 1, hiddenSize: 3, reset: .before, using: &random)
      _ = cell.step([1], from: [0, 0, 0], update: .heldAt([1, 0]))
    }
    #expect(said(result, "a gate held at 2 values in a cell of 3 units"))
  }

  @Test func aStepOfThePlainCellIsItsSumAndTheTanhOfThat() {
    var random = RandomSource(seed: 4)
    let cell = RNNCell<Float>(inputSize: 3, hiddenSize: 5, using: &random)
    let inputs: [Vector<Float>] = (0..<7).map { _ in random.vector(3, in: -1...1) }
    let start: Vector<Float> = random.vector(5, in: -1...1)
    let steps = cell.steps(over: inputs, from: start)
    #expect(steps.map(\.state) == cell.states(over: inputs, from: start))
    for (step, previous) in zip(steps, [start] + steps.map(\.state)) {
      #expect(step.previous == previous)
      #expect(step.sum == cell.weights.sum(step.input, previous))
      #expect(step.state == tanh(step.sum))
    }
  }
}
