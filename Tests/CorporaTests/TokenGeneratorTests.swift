import Recurrent
import Testing

@testable import Corpora

struct TokenGeneratorTests {
  @Test func theSameSeedGivesTheSameExamples() throws {
    let task = try DelayedRecall()
    #expect(task.examples(20, seed: 1) == task.examples(20, seed: 1))
    #expect(task.examples(20, seed: 1) != task.examples(20, seed: 2))
    var random = RandomSource(seed: 1)
    let inTwoParts = task.examples(8, using: &random) + task.examples(12, using: &random)
    #expect(inTwoParts == task.examples(20, seed: 1))
    #expect(task.examples(-1, seed: 1).isEmpty)
  }

  @Test func answersAboutTheMouse() throws {
    let tokens = [1, 2, 1, 1, 1, 2, 2, 1]
    func answers(_ question: CatAndMouse.Question) throws -> [Int?] {
      try CatAndMouse(question: question).answers(to: tokens)
    }
    #expect(try answers(.mouseSeen) == [0, 1, 1, 1, 1, 1, 1, 1])
    #expect(try answers(.stepsSinceMouse(limit: 2)) == [2, 0, 1, 2, 2, 0, 0, 1])
    #expect(try answers(.nextAnimal) == [2, 1, 1, 1, 2, 2, 1, nil])
    #expect(try CatAndMouse(question: .stepsSinceMouse(limit: 2)).classCount == 3)
  }

  /// 100,000 steps at a rate of 0.05 have a standard error of 0.0007.
  @Test func miceAreRare() throws {
    let examples = try CatAndMouse(length: 100).examples(1000, seed: 6)
    let mice = examples.reduce(0) { $0 + $1.tokens.count { $0 == CatAndMouse.mouse } }
    #expect(abs(Double(mice) / 100_000 - 0.05) < 0.003)
    #expect(examples.allSatisfy { $0.count == 100 && $0.tokens.allSatisfy { 1...2 ~= $0 } })
    #expect(try CatAndMouse(mouseRate: 0).examples(9, seed: 1).allSatisfy { !$0.tokens.contains(2) })
    #expect(try CatAndMouse(mouseRate: 1).examples(9, seed: 1).allSatisfy { !$0.tokens.contains(1) })
  }

  @Test func copying() throws {
    let task = try CopyingTask(kinds: 3, symbols: 2, delay: 4)
    #expect(task.vocabulary.words == ["<padding>", "_", ":", "s1", "s2", "s3"])
    var seen: Set<Int> = []
    for example in task.examples(50, seed: 3) {
      let symbols = Array(example.tokens.prefix(2))
      seen.formUnion(symbols)
      #expect(example.tokens == symbols + [1, 1, 1, 2, 1, 1])
      #expect(example.stepTargets == [1, 1, 1, 1, 1, 1] + symbols)
    }
    #expect(seen == [3, 4, 5])
    let usual = try CopyingTask()
    #expect(usual.examples(1, seed: 1)[0].count == 120)
    #expect(abs(usual.baseline - 0.17328679514) < 1e-10)
  }

  @Test func recall() throws {
    let task = try DelayedRecall(symbols: 3, noises: 2, delay: 6)
    #expect(task.vocabulary.words == ["<padding>", "?", "s1", "s2", "s3", "n1", "n2"])
    var counts = [0, 0, 0]
    for example in task.examples(3000, seed: 3) {
      guard case .whole(let symbol) = example.target else { continue }
      counts[symbol] += 1
      #expect(example.count == 8 && example.tokens[0] == 2 + symbol && example.tokens[7] == 1)
      #expect(example.tokens[1...6].allSatisfy { 5...6 ~= $0 })
    }
    #expect(counts.allSatisfy { abs($0 - 1000) < 120 })
    #expect(try DelayedRecall(delay: 0).examples(1, seed: 1)[0].count == 2)
    #expect(task.baseline == 1.0 / 3)
  }

  @Test func counting() throws {
    let language = try CountingLanguage(halfLengths: 2...5)
    var pairs: [(Int, Int)] = []
    for example in language.examples(20_000, seed: 9) {
      let (a, b) = (example.tokens.count { $0 == 1 }, example.tokens.count { $0 == 2 })
      #expect(example.tokens == [Int](repeating: 1, count: a) + [Int](repeating: 2, count: b))
      #expect(a > 0 && b > 0 && 4...10 ~= a + b && (a + b) % 2 == 0)
      #expect(example.target == .whole(a == b ? 1 : 0))
      pairs.append((a + b, a == b ? 1 : 0))
    }
    let share = Double(pairs.count { $0.1 == 1 }) / 20_000
    #expect(abs(share - CountingLanguage.baseline) < 0.015)
    #expect(mutualInformation(pairs) < 0.001)
    #expect(throws: CorpusError.parameter("halfLengths", expected: "2 or more", found: "1...3")) {
      try CountingLanguage(halfLengths: 1...3)
    }
  }

  @Test func information() {
    #expect(mutualInformation([]) == 0)
    #expect(mutualInformation([(0, 0), (1, 1)]) == 1)
    #expect(mutualInformation([(0, 0), (0, 1), (1, 0), (1, 1)]) == 0)
    #expect(mutualInformation([(0, 3), (0, 4)]) == 0)
    #expect(abs(mutualInformation([(0, 0), (0, 0), (1, 0), (1, 1)]) - 0.31127812445913) < 1e-12)
  }

  @Test func parametersAreChecked() {
    #expect(throws: CorpusError.self) { try CatAndMouse(length: 0) }
    #expect(throws: CorpusError.parameter("mouseRate", expected: "0 to 1", found: "nan")) {
      try CatAndMouse(mouseRate: .nan)
    }
    #expect(throws: CorpusError.self) { try CatAndMouse(question: .stepsSinceMouse(limit: 0)) }
    #expect(throws: CorpusError.self) { try CopyingTask(kinds: 0) }
    #expect(throws: CorpusError.self) { try CopyingTask(symbols: 0) }
    #expect(throws: CorpusError.self) { try CopyingTask(delay: 0) }
    #expect(throws: CorpusError.self) { try DelayedRecall(symbols: 0) }
    #expect(throws: CorpusError.self) { try DelayedRecall(noises: 0) }
    #expect(throws: CorpusError.self) { try DelayedRecall(delay: -1) }
  }
}
