import Recurrent
import Testing

/// Gradients of the GRU's relatives against central differences, in Double.
///
/// Largest relative errors met: minimal gated unit 1.0e-10, minimal GRU 1.0e-10 and 3.4e-10 (positive), without
/// reset 1.1e-10, without update 6.2e-10.
struct GradientVariantTests {
  @Test func minimalGatedUnit() {
    var worst = 0.0
    GradientProblem.forEach { trial, random, problem in
      let cell = MGUCell<Double>(
        inputSize: trial.inputs, hiddenSize: trial.units, using: &random, range: trial.range)
      let held = GateSetting.heldAt(random.vector(trial.units, in: 0...1))
      let forget = trial.number % 3 == 2 ? held : .computed
      let steps = cell.states(over: problem.inputs, from: problem.hidden, forget: forget)
      let found = cell.gradient(through: steps, of: problem.dh, forget: forget)
      let error = problem.error(
        of: cell, found.weights, found.inputs, found.initial, from: problem.hidden
      ) { cell, xs, h0 in problem.loss(cell.states(over: xs, from: h0, forget: forget).map(\.state)) }
      worst = max(worst, error)
    }
    #expect(worst <= GradientTests.tolerance)
  }

  @Test(arguments: MinGRUCell<Double>.Candidate.allCases)
  func minimalGRU(activation: MinGRUCell<Double>.Candidate) {
    var worst = 0.0
    GradientProblem.forEach { trial, random, problem in
      var cell = MinGRUCell<Double>(
        inputSize: trial.inputs, hiddenSize: trial.units, activation: activation, using: &random,
        range: trial.range / 3)
      // Away from the corner of the positive form, on either side of it: its sums stay between ±6.
      if activation == .positive {
        for i in 0..<trial.units { cell.candidate.bias[i] = i % 2 == trial.number % 2 ? 8 : -8 }
      }
      let held = GateSetting.heldAt(random.vector(trial.units, in: 0...1))
      let update = trial.number % 3 == 2 ? held : .computed
      let steps = cell.states(over: problem.inputs, from: problem.hidden, update: update)
      let found = cell.gradient(through: steps, of: problem.dh, update: update)
      let error = problem.error(
        of: cell, found.weights, found.inputs, found.initial, from: problem.hidden
      ) { cell, xs, h0 in problem.loss(cell.states(over: xs, from: h0, update: update).map(\.state)) }
      worst = max(worst, error)
    }
    #expect(worst <= GradientTests.tolerance)
  }

  @Test(arguments: ResetPlacement.allCases)
  func withoutResetOrUpdate(reset: ResetPlacement) {
    var worst = (reset: 0.0, update: 0.0)
    GradientProblem.forEach { trial, random, problem in
      let gru = GRUCell<Double>(
        inputSize: trial.inputs, hiddenSize: trial.units, reset: reset, using: &random, range: trial.range)
      let (noReset, noUpdate) = (NoResetGRUCell(gru), NoUpdateGRUCell(gru))
      let one = noReset.gradient(
        through: noReset.states(over: problem.inputs, from: problem.hidden), of: problem.dh)
      worst.reset = max(
        worst.reset,
        problem.error(of: noReset, one.weights, one.inputs, one.initial, from: problem.hidden) {
          problem.loss($0.states(over: $1, from: $2).map(\.state))
        })
      let two = noUpdate.gradient(
        through: noUpdate.states(over: problem.inputs, from: problem.hidden), of: problem.dh)
      worst.update = max(
        worst.update,
        problem.error(of: noUpdate, two.weights, two.inputs, two.initial, from: problem.hidden) {
          problem.loss($0.states(over: $1, from: $2).map(\.state))
        })
      #expect(noUpdate.parameters.count == noUpdate.parameterCount)
    }
    #expect(worst.reset <= GradientTests.tolerance)
    #expect(worst.update <= GradientTests.tolerance)
  }
}
