import Recurrent
import Testing

/// Jacobians of a step and their products against central differences, term by term where there are terms.
struct GradientJacobianTests {
  static let tolerance = 1e-8

  @Test func rnn() {
    GradientProblem.forEach { trial, random, problem in
      let cell = RNNCell<Double>(
        inputSize: trial.inputs, hiddenSize: trial.units, using: &random, range: trial.range)
      let chain = cell.jacobians(through: cell.steps(over: problem.inputs, from: problem.hidden))
      let one = Differences.jacobian(at: problem.hidden) { cell.step(problem.inputs[0], from: $0) }
      #expect(relativeError(chain.steps[0], one) <= Self.tolerance)
      let all = Differences.jacobian(at: problem.hidden) { h in
        cell.states(over: problem.inputs, from: h).last ?? h
      }
      #expect(relativeError(chain.product, all) <= Self.tolerance)
    }
  }

  @Test(arguments: ResetPlacement.allCases)
  func gruAndItsFourTerms(reset: ResetPlacement) {
    GradientProblem.forEach { trial, random, problem in
      let cell = GRUCell<Double>(
        inputSize: trial.inputs, hiddenSize: trial.units, reset: reset, using: &random, range: trial.range)
      let (x, start) = (problem.inputs[0], problem.hidden)
      let steps = cell.states(over: problem.inputs, from: start)
      let first = steps[0]
      let jacobian = cell.jacobian(at: first)
      let one = Differences.jacobian(at: start) { cell.step(x, from: $0).state }
      #expect(relativeError(jacobian.total, one) <= Self.tolerance)

      // Hold a gate at its value, and its term goes; hold both, and the candidate is a function of h₋ alone.
      let (z, r) = (GateSetting.heldAt(first.updateGate), GateSetting.heldAt(first.resetGate))
      let withoutUpdate = Differences.jacobian(at: start) { cell.step(x, from: $0, update: z).state }
      #expect(relativeError(one - withoutUpdate, jacobian.update) <= 1e-5)
      let withoutReset = Differences.jacobian(at: start) { cell.step(x, from: $0, reset: r).state }
      #expect(relativeError(one - withoutReset, jacobian.reset) <= 1e-5)
      let held = Differences.jacobian(at: start) { cell.step(x, from: $0, update: z, reset: r).state }
      #expect(relativeError(held, jacobian.carry + jacobian.candidate) <= Self.tolerance)
      #expect(jacobian.carry == .diagonal(first.updateGate))
      let none = Matrix<Double>.zeros(rows: trial.units, columns: trial.units)
      #expect(cell.jacobian(at: first, update: z).update == none)
      #expect(cell.jacobian(at: first, reset: r).reset == none)

      let all = Differences.jacobian(at: start) { h in
        cell.states(over: problem.inputs, from: h).last?.state ?? h
      }
      #expect(relativeError(cell.jacobians(through: steps).product, all) <= Self.tolerance)
    }
  }

  @Test(arguments: [false, true])
  func lstmAndItsBlocks(peepholes: Bool) {
    GradientProblem.forEach { trial, random, problem in
      let cell = LSTMCell<Double>(
        inputSize: trial.inputs, hiddenSize: trial.units, peepholes: peepholes, using: &random,
        range: trial.range)
      let (x, start) = (problem.inputs[0], joined(problem.state))
      let steps = cell.states(over: problem.inputs, from: problem.state)
      let first = steps[0]
      let jacobian = cell.jacobian(at: first)
      let one = Differences.jacobian(at: start) { joined(cell.step(x, from: split($0)).next) }
      #expect(relativeError(jacobian.total, one) <= Self.tolerance)
      let (upper, lower) = (0..<trial.units, trial.units..<2 * trial.units)
      #expect(jacobian.hiddenByHidden == jacobian.total.block(rows: upper, columns: upper))
      #expect(jacobian.hiddenByCell == jacobian.total.block(rows: upper, columns: lower))
      #expect(jacobian.cellByHidden == jacobian.total.block(rows: lower, columns: upper))
      #expect(jacobian.cellByCell == jacobian.total.block(rows: lower, columns: lower))
      if !peepholes { #expect(jacobian.cellByCell == .diagonal(first.forgetGate)) }

      let (i, f) = (GateSetting.heldAt(first.inputGate), GateSetting.heldAt(first.forgetGate))
      let withoutInput = Differences.jacobian(at: start) {
        joined(cell.step(x, from: split($0), input: i).next)
      }
      #expect(relativeError(one - withoutInput, jacobian.inputGate) <= 1e-5)
      let withoutForget = Differences.jacobian(at: start) {
        joined(cell.step(x, from: split($0), forget: f).next)
      }
      #expect(relativeError(one - withoutForget, jacobian.forgetGate) <= 1e-5)
      let o = GateSetting.heldAt(first.outputGate)
      let held = Differences.jacobian(at: start) {
        joined(cell.step(x, from: split($0), input: i, forget: f, output: o).next)
      }
      let same = cell.jacobian(at: first, input: i, forget: f, output: o)
      #expect(relativeError(held, same.total) <= Self.tolerance)
      #expect(relativeError(held, same.carry + same.candidate) <= Self.tolerance)

      let all = Differences.jacobian(at: start) { s in
        joined(cell.states(over: problem.inputs, from: split(s)).last?.next ?? split(s))
      }
      #expect(relativeError(cell.jacobians(through: steps).product, all) <= Self.tolerance)
    }
  }

  @Test func theChainAgreesWithBackpropagation() {
    var random = RandomSource(seed: 9)
    let cell = GRUCell<Double>(inputSize: 2, hiddenSize: 3, reset: .after, using: &random)
    let problem = GradientProblem(2, 3, steps: 6, using: &random)
    let steps = cell.states(over: problem.inputs, from: problem.hidden)
    let chain = cell.jacobians(through: steps)
    #expect(chain.fromEach.count == 6)
    #expect(chain.fromEach[5] == chain.steps[5])
    var dh = [Vector<Double>](repeating: .zeros(3), count: 6)
    dh[5] = problem.dh[5]
    let last = cell.gradient(through: steps, of: dh).initial
    #expect(relativeError(chain.product.transposed * dh[5], last) < 1e-13)
    #expect(cell.jacobians(through: []).product == .identity(3))
  }

  @Test func matrixHelpers() async {
    let a = Matrix<Double>(rows: [[1, -2, 3], [4, 5, -6]])
    #expect(a.scaledRows(by: [2, 3]) == Matrix(rows: [[2, -4, 6], [12, 15, -18]]))
    #expect(a.scaledColumns(by: [1, 0, 2]) == Matrix(rows: [[1, 0, 6], [4, 0, -12]]))
    #expect(a.block(rows: 1..<2, columns: 0..<2) == Matrix(rows: [[4, 5]]))
    #expect(Matrix<Double>.diagonal([1, 2]) == Matrix(rows: [[1, 0], [0, 2]]))
    #expect(Matrix<Double>(rows: [[3, 0], [0, -4]]).frobeniusNorm == 5)
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = Matrix<Double>.identity(2).scaledRows(by: [1])
    }
    #expect(said(result, "1 factors for the 2 rows of a matrix"))
  }
}
