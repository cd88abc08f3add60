import Recurrent
import Testing

/// Backpropagation against central differences, for every parameter, input and initial state, in Double.
///
/// Largest relative errors met: RNN 3.7e-10, GRU before 1.7e-10, GRU after 3.0e-10, LSTM 2.7e-10, with peepholes
/// 1.3e-10. They are those of the differences: `GradientCaseTests` finds less than 1e-13 against autograd.
struct GradientTests {
  static let tolerance = 1e-8

  @Test func rnn() {
    var worst = 0.0
    GradientProblem.forEach { trial, random, problem in
      let cell = RNNCell<Double>(
        inputSize: trial.inputs, hiddenSize: trial.units, using: &random, range: trial.range)
      let found = cell.gradient(
        through: cell.steps(over: problem.inputs, from: problem.hidden), of: problem.dh)
      let error = problem.error(
        of: cell, found.weights, found.inputs, found.initial, from: problem.hidden
      ) { cell, xs, h0 in problem.loss(cell.states(over: xs, from: h0)) }
      worst = max(worst, error)
    }
    #expect(worst <= Self.tolerance)
  }

  @Test(arguments: ResetPlacement.allCases)
  func gru(reset: ResetPlacement) {
    var worst = 0.0
    GradientProblem.forEach { trial, random, problem in
      let cell = GRUCell<Double>(
        inputSize: trial.inputs, hiddenSize: trial.units, reset: reset, using: &random, range: trial.range)
      let held = GateSetting.heldAt(random.vector(trial.units, in: 0...1))
      let settings: [(update: GateSetting<Double>, reset: GateSetting<Double>)] = [
        (.computed, .computed), (held, .computed), (.computed, held),
      ]
      let (update, reset) = settings[trial.number % settings.count]
      let steps = cell.states(over: problem.inputs, from: problem.hidden, update: update, reset: reset)
      let found = cell.gradient(through: steps, of: problem.dh, update: update, reset: reset)
      let error = problem.error(
        of: cell, found.weights, found.inputs, found.initial, from: problem.hidden
      ) { cell, xs, h0 in
        problem.loss(cell.states(over: xs, from: h0, update: update, reset: reset).map(\.state))
      }
      worst = max(worst, error)
    }
    #expect(worst <= Self.tolerance)
  }

  @Test(arguments: [false, true])
  func lstm(peepholes: Bool) {
    var worst = 0.0
    GradientProblem.forEach { trial, random, problem in
      let cell = LSTMCell<Double>(
        inputSize: trial.inputs, hiddenSize: trial.units, peepholes: peepholes, using: &random,
        range: trial.range)
      let held = GateSetting.heldAt(random.vector(trial.units, in: 0...1))
      typealias Setting = GateSetting<Double>
      let settings: [(input: Setting, forget: Setting, output: Setting)] = [
        (.computed, .computed, .computed), (held, .computed, .computed), (.computed, held, .computed),
        (.computed, .computed, held),
      ]
      let (input, forget, output) = settings[(trial.number + trial.number / 4) % settings.count]
      let steps = cell.states(
        over: problem.inputs, from: problem.state, input: input, forget: forget, output: output)
      let found = cell.gradient(
        through: steps, of: problem.dh, lastCell: problem.dc, input: input, forget: forget, output: output)
      let error = problem.error(
        of: cell, found.weights, found.inputs, joined(found.initial), from: joined(problem.state)
      ) { cell, xs, start in
        problem.loss(
          cell.states(over: xs, from: split(start), input: input, forget: forget, output: output))
      }
      worst = max(worst, error)
    }
    #expect(worst <= Self.tolerance)
  }

  @Test func stepsOfThePlainCellAreItsStates() {
    var random = RandomSource(seed: 1)
    let rnn = RNNCell<Double>(inputSize: 2, hiddenSize: 3, using: &random)
    let xs: [Vector<Double>] = [[1, 2], [0, -1], [0.5, 0.25]]
    let steps = rnn.steps(over: xs)
    #expect(steps.map(\.state) == rnn.states(over: xs))
    #expect(steps.map(\.input) == xs)
    #expect(steps[0].previous == .zeros(3))
    #expect(steps[2].previous == steps[1].state)
  }

  @Test func noStepsGiveNoGradient() {
    var random = RandomSource(seed: 1)
    let gru = GRUCell<Double>(inputSize: 2, hiddenSize: 3, reset: .before, using: &random)
    let found = gru.gradient(through: [], of: [])
    #expect(found.weights == gru.zeroed)
    #expect(found.inputs.isEmpty)
    #expect(found.initial == .zeros(3))
    let lstm = LSTMCell<Double>(inputSize: 2, hiddenSize: 3, using: &random)
    #expect(lstm.gradient(through: [], of: [], lastCell: [1, 2, 3]).initial.cell == [1, 2, 3])
  }

  @Test func anUnusedRecurrentBiasHasNoGradient() {
    var random = RandomSource(seed: 1)
    let after = GRUCell<Double>(inputSize: 2, hiddenSize: 3, reset: .after, using: &random)
    let before = after.with(reset: .before)
    let steps = before.states(over: [[1, 2]])
    #expect(before.gradient(through: steps, of: [[1, 1, 1]]).weights.recurrentBias == .zeros(3))
  }

  @Test func parametersGoAndComeBackInOrder() {
    var random = RandomSource(seed: 3)
    var gru = GRUCell<Double>(inputSize: 2, hiddenSize: 3, reset: .after, using: &random)
    #expect(gru.parameters.count == gru.parameterCount)
    #expect(gru.with(reset: .before).parameters.count == gru.with(reset: .before).parameterCount)
    #expect(gru.parameters[0] == gru.updateGate.input[0, 0])
    #expect(gru.parameters[18] == gru.resetGate.input[0, 0])
    #expect(Vector(gru.parameters.suffix(3)) == gru.recurrentBias)
    gru.parameters = Vector((0..<gru.parameterCount).map { Double($0) })
    #expect(gru.updateGate.recurrent == Matrix(rows: [[6, 7, 8], [9, 10, 11], [12, 13, 14]]))
    #expect(gru.updateGate.bias == [15, 16, 17])
    for peepholes in [false, true] {
      let lstm = LSTMCell<Double>(inputSize: 2, hiddenSize: 3, peepholes: peepholes, using: &random)
      #expect(lstm.parameters.count == lstm.parameterCount)
    }
  }

  @Test func aWrongNumberOfParametersIsNamed() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      var map = AffineMap<Float>(input: .identity(1), recurrent: .identity(1), bias: [0])
      map.parameters = [1, 2, 3, 4]
    }
    #expect(said(result, "4 parameters for a cell of 3"))
  }

  @Test func aWrongNumberOfGradientsIsNamed() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      var random = RandomSource(seed: 1)
      let cell = GRUCell<Float>(inputSize: 1, hiddenSize: 1, reset: .before, using: &random)
      _ = cell.gradient(through: cell.states(over: [[1], [2]]), of: [[1]])
    }
    #expect(said(result, "1 gradients of the states for 2 steps"))
  }
}
