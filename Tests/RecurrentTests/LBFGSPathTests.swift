import Recurrent
import Testing

/// L-BFGS against PyTorch's, step after step.
@Suite struct LBFGSPathTests {
  private static let two: Vector<Double> = [-1.2, 1]
  private static let ten: Vector<Double> = [-0.5, 0.4, -0.1, 0.9, 1.4, -0.3, 0.2, 0.6, 1.1, 0.8]
  private static let five: Vector<Double> = [3, -2, 0.5, 2, -1]
  private static let three: Vector<Double> = [0.3, -0.2, 0.1]

  private func expectPath(
    _ path: [[Double]], of function: LBFGSFunctions.Function, from start: Vector<Double>,
    by optimiser: LBFGS<Double>, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    var (optimiser, p) = (optimiser, start)
    for (step, row) in path.enumerated() {
      var count = 0
      let outcome = optimiser.step(&p) { p in
        count += 1
        return function(p, step)
      }
      let expected = Vector(row[2...])
      #expect(
        outcome.evaluations == count && count == Int(row[0]), "step \(step)", sourceLocation: sourceLocation)
      #expect(
        isClose(outcome.initialLoss, row[1], scale: row[1].magnitude), "step \(step)",
        sourceLocation: sourceLocation)
      for (found, value) in zip(p, expected) {
        #expect(
          isClose(found, value, scale: expected.maxNorm), "step \(step)", sourceLocation: sourceLocation)
      }
    }
  }

  private func isClose(_ found: Double, _ expected: Double, scale: Double) -> Bool {
    (found - expected).magnitude <= 1e-9 * scale
  }

  @Test func rosenbrockIn2() {
    expectPath(
      LBFGSCases.rosenbrock2Fixed, of: LBFGSFunctions.rosenbrock, from: Self.two,
      by: LBFGS(rate: 0.1, iterations: 6))
    expectPath(
      LBFGSCases.rosenbrock2Search, of: LBFGSFunctions.rosenbrock, from: Self.two,
      by: LBFGS(iterations: 7, evaluations: 30, lineSearch: .strongWolfe))
  }

  @Test func rosenbrockIn10() {
    expectPath(
      LBFGSCases.rosenbrock10Fixed, of: LBFGSFunctions.rosenbrock, from: Self.ten,
      by: LBFGS(rate: 0.05, iterations: 8, history: 5))
    expectPath(
      LBFGSCases.rosenbrock10Search, of: LBFGSFunctions.rosenbrock, from: Self.ten,
      by: LBFGS(iterations: 10, history: 4, lineSearch: .strongWolfe))
    expectPath(
      LBFGSCases.oneRemembered, of: LBFGSFunctions.rosenbrock, from: Self.ten,
      by: LBFGS(iterations: 10, history: 1, lineSearch: .strongWolfe))
  }

  @Test func anIllConditionedQuadratic() {
    expectPath(
      LBFGSCases.quadraticFixed, of: LBFGSFunctions.quadratic, from: Self.five, by: LBFGS(iterations: 5))
    expectPath(
      LBFGSCases.quadraticSearch, of: LBFGSFunctions.quadratic, from: Self.five,
      by: LBFGS(rate: 0.5, iterations: 6, lineSearch: .strongWolfe))
  }

  @Test func theDefaults() {
    expectPath(LBFGSCases.quadraticDefaults, of: LBFGSFunctions.quadratic, from: Self.five, by: LBFGS())
    expectPath(
      LBFGSCases.quadraticSearchDefaults, of: LBFGSFunctions.quadratic, from: Self.five,
      by: LBFGS(lineSearch: .strongWolfe))
  }

  @Test func searchesThatBeginTooShortOrTooLong() {
    expectPath(
      LBFGSCases.shortFirstTrial, of: LBFGSFunctions.rosenbrock, from: Self.two,
      by: LBFGS(rate: 0.001, iterations: 5, evaluations: 50, lineSearch: .strongWolfe))
    expectPath(
      LBFGSCases.longFirstTrial, of: LBFGSFunctions.rosenbrock, from: Self.two,
      by: LBFGS(rate: 40, iterations: 5, evaluations: 50, lineSearch: .strongWolfe))
  }

  @Test func limitsOfEvaluationsAndIterations() {
    expectPath(
      LBFGSCases.fewEvaluations, of: LBFGSFunctions.rosenbrock, from: Self.two,
      by: LBFGS(rate: 0.001, evaluations: 4, lineSearch: .strongWolfe))
    expectPath(
      LBFGSCases.oneEvaluation, of: LBFGSFunctions.rosenbrock, from: Self.two,
      by: LBFGS(evaluations: 1, lineSearch: .strongWolfe))
    expectPath(
      LBFGSCases.fewEvaluationsFixed, of: LBFGSFunctions.rosenbrock, from: Self.two,
      by: LBFGS(rate: 0.1, evaluations: 4))
    expectPath(
      LBFGSCases.oneIteration, of: LBFGSFunctions.rosenbrock, from: Self.two,
      by: LBFGS(rate: 0.1, iterations: 1))
  }

  @Test func negativeCurvature() {
    expectPath(
      LBFGSCases.wellsFixed, of: LBFGSFunctions.wells, from: Self.three, by: LBFGS(iterations: 5))
    expectPath(
      LBFGSCases.wellsSearch, of: LBFGSFunctions.wells, from: Self.three,
      by: LBFGS(rate: 3, iterations: 3, lineSearch: .strongWolfe))
  }

  @Test func wideTolerances() {
    expectPath(
      LBFGSCases.wellsWideGradient, of: LBFGSFunctions.wells, from: Self.three,
      by: LBFGS(gradientTolerance: 0.01))
    expectPath(
      LBFGSCases.wellsWideChange, of: LBFGSFunctions.wells, from: Self.three,
      by: LBFGS(changeTolerance: 0.003))
    expectPath(
      LBFGSCases.wellsWideChangeSearch, of: LBFGSFunctions.wells, from: Self.three,
      by: LBFGS(changeTolerance: 0.003, lineSearch: .strongWolfe))
    expectPath(
      LBFGSCases.wellsFlat, of: LBFGSFunctions.wells, from: Self.three,
      by: LBFGS(gradientTolerance: 0, changeTolerance: 0.02))
    let steep: LBFGSFunctions.Function = { p, step in
      let (loss, gradient) = LBFGSFunctions.wells(p, step: step)
      return (100 * loss, 100 * gradient)
    }
    expectPath(LBFGSCases.wellsWideMove, of: steep, from: Self.three, by: LBFGS(changeTolerance: 0.02))
  }

  @Test func logisticRegression() {
    expectPath(
      LBFGSCases.logisticFixed, of: LBFGSFunctions.whole, from: .zeros(3), by: LBFGS(iterations: 4))
    expectPath(
      LBFGSCases.logisticSearch, of: LBFGSFunctions.whole, from: .zeros(3),
      by: LBFGS(iterations: 4, lineSearch: .strongWolfe))
  }

  @Test func dataThatChangeBetweenSteps() {
    expectPath(
      LBFGSCases.logisticBatchesFixed, of: LBFGSFunctions.logistic, from: .zeros(3),
      by: LBFGS(rate: 0.5, iterations: 3))
    expectPath(
      LBFGSCases.logisticBatchesSearch, of: LBFGSFunctions.logistic, from: .zeros(3),
      by: LBFGS(iterations: 3, lineSearch: .strongWolfe))
  }
}
