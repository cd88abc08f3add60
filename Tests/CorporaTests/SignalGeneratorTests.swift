import Foundation
import Recurrent
import Testing

@testable import Corpora

struct SignalGeneratorTests {
  @Test func sineIsWithinItsBound() {
    var random = RandomSource(seed: 3)
    var worst = 0.0
    for _ in 0..<20_000 {
      let x: Double = random.uniform(-100_000, 100_000)
      let small: Double = random.uniform(-7, 7)
      worst = max(worst, abs(sine(x) - Foundation.sin(x)), abs(sine(small) - Foundation.sin(small)))
    }
    #expect(worst <= 0x1p-52)
    #expect(sine(0) == 0)
    #expect(sine(.pi / 2) == 1)
    #expect(sine(-1) == -sine(1))
  }

  @Test func aWaveIsTheNotebooks() throws {
    let wave = try SineWaves().wave(phase: -80)
    #expect(wave.count == 1000)
    for (t, value) in wave.enumerated() { #expect(value == Float(Foundation.sin(Double(t - 80) / 20))) }
  }

  @Test func phasesAreSpreadAsNumpyDrawsThem() throws {
    let waves = try SineWaves(length: 2)
    let possible = (-80..<80).map { waves.wave(phase: $0) }
    var random = RandomSource(seed: 5)
    let drawn = (0..<4000).map { _ in waves.wave(using: &random) }
    #expect(drawn.allSatisfy(possible.contains))
    #expect(possible.allSatisfy(drawn.contains))
    #expect(!drawn.contains(waves.wave(phase: 80)))
  }

  @Test func aWaveIsToBeContinued() throws {
    let example = try SineWaves(stepsPerRadian: 5, length: 30).examples(1, seed: 2)[0]
    #expect(example.count == 29)
    #expect(example.inputs.dropFirst() == ArraySlice(example.targets.dropLast().compactMap { $0 }))
    #expect(throws: CorpusError.parameter("length", expected: "2 to 10,000", found: "1")) {
      try SineWaves(length: 1)
    }
    #expect(throws: CorpusError.self) { try SineWaves(stepsPerRadian: 0) }
    _ = try SineWaves(length: 2).wave(phase: .max)
  }

  @Test func addingMarksOneNumberInEachHalf() throws {
    for length in [2, 3, 10, 11] {
      for example in try AddingProblem(length: length).examples(200, seed: 1) {
        let marked = example.inputs.indices.filter { example.inputs[$0][1] == 1 }
        #expect(marked.count == 2 && marked[0] < length / 2 && marked[1] >= length / 2)
        #expect(example.inputs.allSatisfy { 0...1 ~= $0[0] && [0, 1].contains($0[1]) })
        let sum = marked.map { example.inputs[$0][0] }.reduce(0, +)
        #expect(example.targets == [Vector<Float>?](repeating: nil, count: length - 1) + [[sum]])
      }
    }
    #expect(throws: CorpusError.parameter("length", expected: "2 or more", found: "1")) {
      try AddingProblem(length: 1)
    }
  }

  /// The answer 1 errs by the baseline: 20,000 squared errors have a standard error of 0.0014.
  @Test func addingHasItsBaseline() throws {
    let sums = try AddingProblem(length: 4).examples(20_000, seed: 8).compactMap { $0.targets[3]?[0] }
    let mean = sums.reduce(0) { $0 + Double($1) } / 20_000
    let error = sums.reduce(0) { $0 + (Double($1) - 1) * (Double($1) - 1) } / 20_000
    #expect(abs(mean - 1) < 0.012)
    #expect(abs(error - AddingProblem.baseline) < 0.006)
  }

  @Test func addingMarksEveryStep() throws {
    var counts = [Int](repeating: 0, count: 5)
    for example in try AddingProblem(length: 5).examples(6000, seed: 4) {
      for (step, input) in example.inputs.enumerated() where input[1] == 1 { counts[step] += 1 }
    }
    #expect(counts.prefix(2).allSatisfy { abs($0 - 3000) < 200 })
    #expect(counts.suffix(3).allSatisfy { abs($0 - 2000) < 200 })
  }
}
