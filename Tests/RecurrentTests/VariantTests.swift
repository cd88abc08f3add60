import Recurrent
import Testing

/// The relatives of the GRU: what they equal, to the bit or within rounding, and their gradients.
struct VariantTests {
  struct Draw {
    let gru: GRUCell<Float>
    let xs: [Vector<Float>]
    let h0: Vector<Float>
  }

  func draws(_ reset: ResetPlacement) -> [Draw] {
    (0..<30 as Range<UInt64>).map { seed in
      var random = RandomSource(seed: seed)
      return Draw(
        gru: GRUCell(inputSize: 2, hiddenSize: 4, reset: reset, using: &random, range: 2),
        xs: (0..<6).map { _ in random.vector(2, in: -2...2) }, h0: random.vector(4, in: -1...1))
    }
  }

  @Test(arguments: ResetPlacement.allCases)
  func withoutResetTheCellIsAGRUWithItsResetGateOpen(reset: ResetPlacement) {
    for draw in draws(reset) {
      let cell = NoResetGRUCell(draw.gru)
      let steps = cell.states(over: draw.xs, from: draw.h0)
      let held = draw.gru.states(over: draw.xs, from: draw.h0, reset: .held(at: 1))
      #expect(steps.map(\.state) == held.map(\.state))
      #expect(steps[0].candidate == draw.gru.asRNN.step(draw.xs[0], from: draw.h0))
      #expect(steps.map(\.state) != draw.gru.states(over: draw.xs, from: draw.h0).map(\.state))
      #expect(cell.parameterCount == 2 * 4 * (2 + 4 + 1))
    }
  }

  @Test(arguments: ResetPlacement.allCases)
  func withoutUpdateTheCellIsAGRUWithItsUpdateGateShut(reset: ResetPlacement) {
    for draw in draws(reset) {
      let cell = NoUpdateGRUCell(draw.gru)
      let steps = cell.states(over: draw.xs, from: draw.h0)
      let held = draw.gru.states(over: draw.xs, from: draw.h0, update: .held(at: 0))
      #expect(steps.map(\.state) == held.map(\.state))
      for step in steps { #expect(step.state == step.candidate) }
      let plain = cell.states(over: draw.xs, from: draw.h0, reset: .held(at: 1))
      #expect(plain.map(\.state) == draw.gru.asRNN.states(over: draw.xs, from: draw.h0))
      #expect(cell.parameterCount == 2 * 4 * (2 + 4 + 1) + (reset == .after ? 4 : 0))
    }
  }

  @Test func theMinimalGatedUnitIsAGRUWithOneGate() {
    for draw in draws(.before) {
      let cell = MGUCell(of: draw.gru)
      let steps = cell.states(over: draw.xs, from: draw.h0)
      let gru = cell.asGRU.states(over: draw.xs, from: draw.h0)
      for (step, other) in zip(steps, gru) {
        #expect((step.forgetGate - other.resetGate).maxNorm <= 1e-5)
        #expect((step.state - other.state).maxNorm <= 1e-5)
      }
      let first = cell.step(draw.xs[0], from: draw.h0, forget: .held(at: 1))
      #expect(first.state == draw.gru.asRNN.step(draw.xs[0], from: draw.h0))
      #expect(cell.step(draw.xs[0], from: draw.h0, forget: .held(at: 0)).state == draw.h0)
      #expect(cell.parameterCount == 2 * 4 * (2 + 4 + 1))
    }
  }

  @Test func sequencesStartFromZerosOfTheHiddenSize() {
    let draw = draws(.after)[0]
    let (xs, zeros) = (draw.xs, Vector<Float>.zeros(4))
    let (noReset, noUpdate) = (NoResetGRUCell(draw.gru), NoUpdateGRUCell(draw.gru))
    #expect(noReset.states(over: xs) == noReset.states(over: xs, from: zeros))
    #expect(noUpdate.states(over: xs) == noUpdate.states(over: xs, from: zeros))
    let mgu = MGUCell(of: draw.gru)
    #expect(mgu.states(over: xs) == mgu.states(over: xs, from: zeros))
    var random = RandomSource(seed: 2)
    let minGRU = MinGRUCell<Float>(inputSize: 2, hiddenSize: 4, using: &random)
    #expect(minGRU.states(over: xs) == minGRU.states(over: xs, from: zeros))
  }

  @Test func minGRUKeepsOrReplacesExactly() {
    for seed in 0..<30 as Range<UInt64> {
      var random = RandomSource(seed: seed)
      let cell = MinGRUCell<Float>(inputSize: 3, hiddenSize: 5, using: &random)
      let x: Vector<Float> = random.vector(3, in: -2...2)
      let h: Vector<Float> = random.vector(5, in: -1...1)
      #expect(cell.step(x, from: h, update: .held(at: 1)).state == h)
      let replaced = cell.step(x, from: h, update: .held(at: 0))
      #expect(replaced.state == replaced.candidate)
      #expect(replaced.candidate == cell.candidate.sum(x))
      #expect(cell.parameterCount == 2 * 5 * (3 + 1))
      #expect(cell.parameters.count == cell.parameterCount)
    }
  }

  @Test func thePositiveCandidateIsPositiveAndContinuous() throws {
    func value(_ a: Double) throws -> Double {
      let map = InputMap<Double>(weights: Matrix(rows: [[a]]), bias: [0])
      return try MinGRUCell(updateGate: map, candidate: map, activation: .positive)
        .step([1], from: [1]).candidate[0]
    }
    #expect(try value(0) == 0.5)
    #expect(try value(3) == 3.5)
    #expect(try value(-3) == Double.sigmoid(-3))
    #expect(try value(-1e-9) < 0.5)
    #expect(try value(-50) > 0)
  }

  @Test func theScanEqualsTheSequenceWithinItsBound() {
    func check<S: Scalar>(_: S.Type) {
      let u = S.ulpOfOne / 2
      var differed = false
      for steps in [1, 2, 3, 4, 5, 7, 8, 13, 64, 100, 257] {
        for seed in 0..<4 as Range<UInt64> {
          var random = RandomSource(seed: seed)
          let cell = MinGRUCell<S>(inputSize: 2, hiddenSize: 5, using: &random, range: 2)
          let xs: [Vector<S>] = (0..<steps).map { _ in random.vector(2, in: -2...2) }
          let start: Vector<S>? = seed % 2 == 0 ? nil : random.vector(5, in: -1...1)
          let scanned = cell.scannedStates(over: xs, from: start)
          let sequence = cell.states(over: xs, from: start)
          #expect(scanned.count == steps)
          let k = S(2 * steps) * u
          var sizes = abs(start ?? .zeros(5))
          for (step, state) in zip(sequence, scanned) {
            sizes = step.updateGate ⊙ sizes + abs((1 - step.updateGate) ⊙ step.candidate)
            let bound = 2 * k / (1 - k) * sizes
            #expect(zip(abs(step.state - state), bound).allSatisfy { $0 <= $1 })
            if step.state != state { differed = true }
          }
        }
      }
      #expect(differed)
    }
    check(Float.self)
    check(Double.self)
  }

  @Test func theScanJoinsInATreeOfFixedOrder() {
    // Shares that are powers of two multiply exactly, so the prefixes can be told exactly.
    let steps = (1...6).map { LinearStep<Double>(share: [0.5], addition: [Double($0)]) }
    let scanned = LinearStep.scan(steps)
    var (share, addition) = (1.0, 0.0)
    for (step, expected) in zip(steps, scanned) {
      (share, addition) = (0.5 * share, 0.5 * addition + step.addition[0])
      #expect(expected.share == [share])
      #expect(expected.addition == [addition])
    }
    #expect(LinearStep<Float>.scan([]).isEmpty)
    // In a sum of four, the tree joins 1 + 2⁻²⁴ and 2⁻²⁴ + 2⁻²⁴ first; from the left every term would be lost.
    let tiny: Float = 0x1p-24
    let sums = [1, tiny, tiny, tiny].map { LinearStep<Float>(share: [1], addition: [$0]) }
    #expect(LinearStep.scan(sums)[3].addition == [1 + 2 * tiny])
    var empty = RandomSource(seed: 1)
    #expect(MinGRUCell<Float>(inputSize: 1, hiddenSize: 1, using: &empty).scannedStates(over: []).isEmpty)
  }

  @Test func mismatchedTensorsAreNamed() {
    let gru = draws(.before)[0].gru
    var thin = gru.resetGate
    thin.input = .zeros(rows: 4, columns: 1)
    func expected(_ name: String) -> ShapeError {
      .mismatch(tensor: name, expected: [4, 2], found: [4, 1])
    }
    #expect(throws: expected("forgetGate.input")) {
      try MGUCell(forgetGate: thin, candidate: gru.candidate)
    }
    #expect(throws: expected("updateGate.input")) {
      try NoResetGRUCell(updateGate: thin, candidate: gru.candidate)
    }
    #expect(throws: expected("resetGate.input")) {
      try NoUpdateGRUCell(resetGate: thin, candidate: gru.candidate, reset: .before)
    }
    #expect(throws: expected("updateGate.weights")) {
      try MinGRUCell(
        updateGate: InputMap(weights: thin.input, bias: thin.bias),
        candidate: InputMap(weights: gru.candidate.input, bias: gru.candidate.bias))
    }
    #expect(throws: ShapeError.mismatch(tensor: "candidate.bias", expected: [4], found: [1])) {
      try MinGRUCell<Float>(
        updateGate: InputMap(weights: thin.input, bias: [1]),
        candidate: InputMap(weights: thin.input, bias: [1]))
    }
  }
}

extension MGUCell {
  /// The reset gate and the candidate of a GRU, which fit each other.
  init(of gru: GRUCell<Element>) {
    var random = RandomSource(seed: 0)
    self.init(inputSize: gru.inputSize, hiddenSize: gru.hiddenSize, using: &random)
    forgetGate = gru.resetGate
    candidate = gru.candidate
  }
}
