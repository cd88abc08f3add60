import Testing

@testable import Recurrent

/// The optimisers against PyTorch's, after 1, 2, 10 and 25 steps on a function of three parameters.
@Suite struct OptimiserTests {
  private let a = Matrix<Double>(rows: [[2, -1, 0.5], [0, 1.5, -1], [1, 0.25, 3]])

  private func gradient(_ p: Vector<Double>) -> Vector<Double> {
    let sine = p.map { x in
      // A series is enough for a test: |x| stays below 3.
      var (term, sum) = (x, x)
      for k in 1...20 {
        term *= -x * x / Double(2 * k * (2 * k + 1))
        sum += term
      }
      return sum
    }
    return a.transposed * (a * p - 1) - sine
  }

  private func expectPath(of optimiser: some Optimiser<Double>, along cases: [[Double]]) {
    var optimiser = optimiser
    var p: Vector<Double> = [0.5, -1, 2]
    for step in 1...25 {
      optimiser.step(&p, along: gradient(p))
      guard let index = [1, 2, 10, 25].firstIndex(of: step) else { continue }
      #expect((p - Vector(cases[index])).maxNorm < 1e-12, "step \(step)")
    }
  }

  @Test func plainDescent() { expectPath(of: SGD(rate: 0.05), along: OptimiserCases.plain) }

  @Test func momentum() { expectPath(of: SGD(rate: 0.02, momentum: 0.9), along: OptimiserCases.momentum) }

  @Test func adam() { expectPath(of: Adam(rate: 0.1), along: OptimiserCases.adam) }

  @Test func adamWithOtherConstants() {
    expectPath(
      of: Adam(rate: 0.03, gradientDecay: 0.8, squareDecay: 0.99, epsilon: 1e-4),
      along: OptimiserCases.adamOther)
  }

  @Test func adamLeavesAParameterWithoutAGradient() {
    var optimiser = Adam<Float>()
    var p: Vector<Float> = [1, 1]
    optimiser.step(&p, along: [0, 3])
    #expect(p[0] == 1 && p[1] < 1)
  }

  @Test func cellsAreMovedAsTheirParameters() {
    var random = RandomSource(seed: 4)
    var gru = GRUCell<Double>(inputSize: 2, hiddenSize: 3, reset: .after, using: &random)
    let slope = GRUCell<Double>(inputSize: 2, hiddenSize: 3, reset: .after, using: &random)
    let expected = gru.parameters - 0.5 * slope.parameters
    var optimiser = SGD<Double>(rate: 0.5)
    optimiser.step(&gru, along: slope)
    #expect(gru.parameters == expected)
  }

  @Test func aGRULearnsToRecallItsFirstInput() {
    var random = RandomSource(seed: 8)
    var gru = GRUCell<Double>(inputSize: 1, hiddenSize: 6, reset: .before, using: &random)
    var optimiser = Adam<Double>(rate: 0.02)
    let sequences: [[Vector<Double>]] = (0..<8).map { _ in
      (0..<6).map { _ in random.vector(1, in: -0.9...0.9) }
    }
    func losses(_ gru: GRUCell<Double>) -> Double {
      sequences.reduce(0) { sum, xs in
        let error = gru.states(over: xs)[5].state[0] - xs[0][0]
        return sum + error * error / 8
      }
    }
    let before = losses(gru)
    for _ in 0..<150 {
      var total = gru.parameters.map { _ in 0 } as Vector<Double>
      for xs in sequences {
        let steps = gru.states(over: xs)
        var slopes = xs.map { _ in Vector<Double>.zeros(6) }
        slopes[5][0] = 2 * (steps[5].state[0] - xs[0][0]) / 8
        total = total + gru.gradient(through: steps, of: slopes).weights.parameters
      }
      var parameters = gru.parameters
      optimiser.step(&parameters, along: total.clipped(toNorm: 1))
      gru.parameters = parameters
    }
    #expect(losses(gru) < before / 50)
  }

  @Test func anotherSizeStops() async {
    await #expect(processExitsWith: .failure) {
      var optimiser = SGD<Float>(rate: 1)
      var p: Vector<Float> = [1, 2]
      optimiser.step(&p, along: [1])
    }
    await #expect(processExitsWith: .failure) {
      var optimiser = Adam<Float>()
      var (p, q): (Vector<Float>, Vector<Float>) = ([1, 2], [1])
      optimiser.step(&p, along: p)
      optimiser.step(&q, along: q)
    }
  }
}

@Suite struct GradientClippingTests {
  @Test func aShortVectorStays() {
    #expect(Vector<Float>([3, 4]).clipped(toNorm: 5) == [3, 4])
    #expect(Vector<Float>([0, 0]).clipped(toNorm: 1) == [0, 0])
  }

  @Test func aLongOneKeepsItsDirection() {
    #expect((Vector<Double>([30, 40]).clipped(toNorm: 5) - [3, 4]).maxNorm < 1e-14)
  }

  @Test func whatIsNotFiniteStays() {
    #expect(Vector<Float>([.infinity, 1]).clipped(toNorm: 1) == [.infinity, 1])
    #expect(Vector<Float>([.nan, 1]).clipped(toNorm: 1)[0].isNaN)
  }
}
