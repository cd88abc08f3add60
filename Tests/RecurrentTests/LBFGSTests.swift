import Testing

@testable import Recurrent

@Suite struct LBFGSTests {
  private func rosenbrock(_ p: Vector<Double>) -> (loss: Double, gradient: Vector<Double>) {
    LBFGSFunctions.rosenbrock(p, step: 0)
  }

  private let both: [LBFGS<Double>.LineSearch] = [.none, .strongWolfe]

  // MARK: What a step says

  @Test func theOutcomeSaysWhatWasFound() throws {
    var optimiser = LBFGS<Double>(rate: 0.001, evaluations: 4, lineSearch: .strongWolfe)
    var p: Vector<Double> = [-1.2, 1]
    let outcome = optimiser.step(&p, evaluate: rosenbrock)
    #expect(outcome.end == .evaluations && outcome.evaluations == 4)
    #expect(outcome.initialLoss == 24.199999999999996)
    #expect(outcome.finalLoss == rosenbrock(p).loss)
    #expect(try #require(outcome.finalLoss) < outcome.initialLoss)
  }

  @Test func theLastFixedMoveIsNotEvaluated() {
    var optimiser = LBFGS<Double>(rate: 0.1, iterations: 3, evaluations: 9)
    var p: Vector<Double> = [-1.2, 1]
    let outcome = optimiser.step(&p, evaluate: rosenbrock)
    #expect(
      outcome
        == .init(
          initialLoss: 24.199999999999996, finalLoss: nil, iterations: 3, evaluations: 3, end: .iterations))
  }

  @Test func theLastSearchedMoveIsEvaluated() {
    var optimiser = LBFGS<Double>(iterations: 3, evaluations: 50, lineSearch: .strongWolfe)
    var p: Vector<Double> = [-1.2, 1]
    let outcome = optimiser.step(&p, evaluate: rosenbrock)
    #expect(outcome.end == .iterations && outcome.iterations == 3)
    #expect(outcome.finalLoss == rosenbrock(p).loss)
  }

  @Test func everyToleranceIsNamed() {
    func end(from start: Double, _ optimiser: LBFGS<Double>, of f: (Double) -> (Double, Double))
      -> LBFGS<Double>.End
    {
      var (optimiser, p) = (optimiser, [start] as Vector<Double>)
      return optimiser.step(&p) { p in
        let (loss, slope) = f(p[0])
        return (loss, [slope])
      }.end
    }
    let parabola = { (x: Double) in (x * x / 2, x) }
    #expect(end(from: 3, LBFGS(), of: parabola) == .smallGradient)
    #expect(end(from: 3, LBFGS(changeTolerance: 10), of: parabola) == .smallSlope)
    #expect(end(from: 300, LBFGS(rate: 1, changeTolerance: 1), of: { (9 * $0, 9) }) == .smallMove)
    #expect(end(from: 300, LBFGS(rate: 2, changeTolerance: 1.5), of: { ($0 / 9, 2) }) == .smallChange)
    #expect(end(from: 3, LBFGS(evaluations: 2), of: parabola) == .evaluations)
    #expect(end(from: 3, LBFGS(iterations: 1), of: parabola) == .iterations)
    #expect(end(from: 3, LBFGS(), of: { _ in (.infinity, 1) }) == .notFinite)
  }

  @Test func aGradientWithinTheToleranceMovesNothing() {
    for lineSearch in both {
      var (optimiser, p) = (LBFGS<Double>(lineSearch: lineSearch), [1, 2] as Vector<Double>)
      let fresh = optimiser
      let outcome = optimiser.step(&p) { _ in (5, [1e-7, -1e-7]) }
      #expect(
        outcome
          == .init(initialLoss: 5, finalLoss: 5, iterations: 0, evaluations: 1, end: .smallGradient))
      #expect(p == [1, 2] && optimiser == fresh)
      #expect(optimiser.step(&p) { _ in (5, [1e-7, -1.1e-7]) }.end != .smallGradient)
    }
  }

  // MARK: The rate

  @Test func theFirstMoveIsTheRateTimesTheGradientHeldToLength1() {
    let cases: [(gradient: Vector<Double>, move: Vector<Double>)] = [
      ([3, -5], [-0.1875, 0.3125]), ([0.25, 0.5], [-0.125, -0.25]),
    ]
    for (gradient, move) in cases {
      var (optimiser, p) = (LBFGS<Double>(rate: 0.5, iterations: 1), [0, 0] as Vector<Double>)
      _ = optimiser.step(&p) { _ in (0, gradient) }
      #expect(p == move)
    }
  }

  @Test func theRateMayChangeBetweenSteps() {
    var (optimiser, p) = (LBFGS<Double>(rate: 0.1, iterations: 4), [-1.2, 1] as Vector<Double>)
    _ = optimiser.step(&p, evaluate: rosenbrock)
    var (slower, q) = (optimiser, p)
    slower.rate = 0.05
    let start = p
    optimiser.step(&p, moves: 1, evaluate: rosenbrock)
    slower.step(&q, moves: 1, evaluate: rosenbrock)
    #expect(((p - start) - 2 * (q - start)).maxNorm < 1e-12 && (p - start).maxNorm > 1e-3)
  }

  // MARK: What is not finite

  @Test func aStartThatIsNotFiniteMovesNothing() {
    for (loss, slope) in [(Double.nan, 1.0), (.infinity, 1), (-.infinity, 1), (1, .nan), (1, .infinity)] {
      for lineSearch in both {
        var (optimiser, p) = (LBFGS<Double>(lineSearch: lineSearch), [1, 2] as Vector<Double>)
        let fresh = optimiser
        let outcome = optimiser.step(&p) { _ in (loss, [slope, 1]) }
        #expect(outcome.end == .notFinite && outcome.iterations == 0 && outcome.evaluations == 1)
        #expect(p == [1, 2] && optimiser == fresh)
      }
    }
  }

  /// Evaluation after evaluation is spoilt: the parameters and the memory are then those of the last point that was
  /// moved to, and the same step without the fault goes on as though nothing had been.
  @Test func whatIsNotFiniteLeavesTheLastPoint() throws {
    for lineSearch in both {
      for spoilt in 2...12 {
        for fault in [(Double.nan, 0.0), (.infinity, 0), (0, .nan)] {
          var optimiser = LBFGS<Double>(rate: 0.1, iterations: 12, evaluations: 40, lineSearch: lineSearch)
          var (p, count, seen) = ([-1.2, 1] as Vector<Double>, 0, [[-1.2, 1]] as [Vector<Double>])
          let outcome = optimiser.step(&p) { p in
            count += 1
            var (loss, gradient) = rosenbrock(p)
            if count == spoilt {
              (loss, gradient[1]) = (loss + fault.0, gradient[1] + fault.1)
            } else {
              seen.append(p)
            }
            return (loss, gradient)
          }
          #expect(outcome.end == .notFinite && outcome.evaluations == spoilt && count == spoilt)
          #expect(seen.contains(p))
          #expect(outcome.finalLoss == rosenbrock(p).loss)
          if lineSearch == .none { #expect(outcome.iterations == spoilt - 2 && p == seen.last) }

          var sound = LBFGS<Double>(
            rate: 0.1, iterations: max(outcome.iterations, 1), evaluations: 40, lineSearch: lineSearch)
          var q: Vector<Double> = [-1.2, 1]
          if outcome.iterations > 0 { _ = sound.step(&q, evaluate: rosenbrock) }
          #expect(p == q && optimiser.memory == sound.memory)
        }
      }
    }
  }

  // MARK: Errors

  private enum Refusal: Error { case refused }

  @Test func anErrorLeavesTheLastPoint() {
    for lineSearch in both {
      for failing in 1...8 {
        var optimiser = LBFGS<Double>(rate: 0.1, iterations: 12, evaluations: 40, lineSearch: lineSearch)
        var twin = optimiser
        var (p, q, count) = ([-1.2, 1] as Vector<Double>, [-1.2, 1] as Vector<Double>, 0)
        #expect(throws: Refusal.refused) {
          try optimiser.step(&p) { (p: Vector<Double>) throws(Refusal) in
            count += 1
            if count == failing { throw .refused }
            return rosenbrock(p)
          }
        }
        count = 0
        _ = twin.step(&q) { p in
          count += 1
          return count == failing ? (.nan, [0, 0]) : rosenbrock(p)
        }
        #expect(p == q && optimiser == twin)
      }
    }
  }

  @Test func wrongSizesStop() async {
    let gradient = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      var (optimiser, p) = (LBFGS<Float>(), [1, 2] as Vector<Float>)
      _ = optimiser.step(&p) { _ in (1, [1]) }
    }
    #expect(message(gradient).contains("a gradient of 1 elements for 2 parameters"))
    let memory = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      var (optimiser, p, q) = (LBFGS<Float>(), [1, 2] as Vector<Float>, [1] as Vector<Float>)
      _ = optimiser.step(&p) { (dot($0, $0), 2 * $0) }
      _ = optimiser.step(&q) { (dot($0, $0), 2 * $0) }
    }
    #expect(message(memory).contains("1 parameters for an optimiser that began with 2"))
  }

  private func message(_ result: ExitTest.Result?) -> String {
    String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
  }

  @Test func settingsBelow1Stop() async {
    await #expect(processExitsWith: .failure) { _ = LBFGS<Float>(iterations: 0, evaluations: 5) }
    await #expect(processExitsWith: .failure) { _ = LBFGS<Float>(evaluations: 0) }
    await #expect(processExitsWith: .failure) { _ = LBFGS<Float>(history: 0) }
  }

  // MARK: Models, and Float

  @Test func aModelIsMovedAsItsParameters() throws {
    var random = RandomSource(seed: 4)
    let start = GRUCell<Double>(inputSize: 2, hiddenSize: 3, reset: .after, using: &random)
    let inputs: [Vector<Double>] = (0..<4).map { _ in random.vector(2, in: -1...1) }
    func evaluate(_ gru: GRUCell<Double>) -> (loss: Double, gradient: GRUCell<Double>) {
      let steps = gru.states(over: inputs)
      let slopes = steps.map { 2 * ($0.state - 0.3) }
      let loss = steps.map { dot($0.state - 0.3, $0.state - 0.3) }.reduce(0, +)
      return (loss, gru.gradient(through: steps, of: slopes).weights)
    }
    var (optimiser, twin) = (LBFGS<Double>(lineSearch: .strongWolfe), LBFGS<Double>(lineSearch: .strongWolfe))
    var (gru, p) = (start, start.parameters)
    let outcome = optimiser.step(&gru, evaluate: evaluate)
    let expected = twin.step(&p) { p in
      var gru = start
      gru.parameters = p
      let (loss, gradient) = evaluate(gru)
      return (loss, gradient.parameters)
    }
    #expect(gru.parameters == p && outcome == expected)
    #expect(try #require(outcome.finalLoss) < outcome.initialLoss / 50)

    let before = gru
    #expect(throws: Refusal.refused) {
      try optimiser.step(&gru) { (_: GRUCell<Double>) throws(Refusal) in throw .refused }
    }
    #expect(gru == before)
  }

  @Test func floatsConverge() {
    var optimiser = LBFGS<Float>(iterations: 100, evaluations: 300, lineSearch: .strongWolfe)
    var p: Vector<Float> = [-1.2, 1]
    let outcome = optimiser.step(&p) { p in
      let (valley, rest) = (p[1] - p[0] * p[0], 1 - p[0])
      return (100 * valley * valley + rest * rest, [-400 * valley * p[0] - 2 * rest, 200 * valley])
    }
    #expect((p - 1).maxNorm < 1e-3 && outcome.end != .iterations)
  }
}

extension LBFGS {
  /// A step of fewer moves than the optimiser's own, by the same memory.
  fileprivate mutating func step(
    _ parameters: inout Vector<Element>, moves: Int,
    evaluate: (Vector<Element>) -> (loss: Element, gradient: Vector<Element>)
  ) {
    var other = LBFGS(rate: rate, iterations: moves, lineSearch: lineSearch)
    other.memory = memory
    _ = other.step(&parameters, evaluate: evaluate)
    memory = other.memory
  }
}
