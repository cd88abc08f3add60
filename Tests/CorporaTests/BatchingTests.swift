import Corpora
import Recurrent
import Testing

struct BatchingTests {
  let examples: [TokenSequence]

  init() throws {
    examples = [
      try TokenSequence(tokens: [1, 2, 3], target: .each([nil, 5, 6])),
      try TokenSequence(tokens: [4], target: .whole(1)),
      try TokenSequence(tokens: [5, 6], target: .whole(0)),
    ]
  }

  @Test func kerasPadsAndTruncatesAtTheStart() throws {
    let batches = try Batching(size: 2, length: .exactly(2)).batches(examples)
    #expect(batches.map(\.examples.count) == [2, 1])
    #expect(batches[0].length == 2)
    #expect(batches[0].examples.map(\.tokens) == [[2, 3], [0, 4]])
    #expect(batches[0].examples[0].target == .each([5, 6]))
    #expect(batches[0].examples[1].target == .whole(1))
    #expect(batches[0].ownSteps == [0..<2, 1..<2])
    #expect(batches[1].examples.map(\.tokens) == [[5, 6]])
  }

  @Test func theOtherSide() throws {
    let batching = try Batching(size: 3, length: .exactly(2), padding: .end, truncation: .end)
    let batch = batching.batches(examples)[0]
    #expect(batch.examples.map(\.tokens) == [[1, 2], [4, 0], [5, 6]])
    #expect(batch.examples[0].target == .each([nil, 5]))
    #expect(batch.ownSteps == [0..<2, 0..<1, 0..<2])
  }

  @Test func lengths() throws {
    let padded = try Batching(size: 3, padding: .end).batches(examples)[0]
    #expect(padded.length == 3)
    #expect(padded.examples.map(\.tokens) == [[1, 2, 3], [4, 0, 0], [5, 6, 0]])
    #expect(try Batching(size: 3, length: .atMost(2)).batches(examples)[0].length == 2)
    #expect(try Batching(size: 3, length: .atMost(9)).batches(examples)[0].length == 3)
    let long = try Batching(size: 3, length: .exactly(4)).batches(examples)[0]
    #expect(long.examples[0].target == .each([nil, nil, 5, 6]))
    #expect(long.ownSteps == [1..<4, 3..<4, 2..<4])
  }

  @Test func signalsArePaddedWithTheirWidth() throws {
    let signals = [
      try SignalSequence(inputs: [[1, 2]], targets: [[3]]),
      try SignalSequence(inputs: [[4, 5], [6, 7]], targets: [nil, [8]]),
    ]
    let batch = try Batching(size: 2).batches(signals)[0]
    #expect(batch.examples[0] == (try SignalSequence(inputs: [[0, 0], [1, 2]], targets: [nil, [3]])))
    let marked = try Batching(size: 2, length: .exactly(3), padding: .end).batches(signals, filler: -1)[0]
    #expect(marked.examples[0].inputs == [[1, 2], [-1, -1], [-1, -1]])
  }

  @Test func shufflingKeepsTheExamples() throws {
    let many = try (0..<100).map { try TokenSequence(tokens: [$0], target: .whole($0)) }
    var random = RandomSource(seed: 1)
    let batching = try Batching(size: 30)
    let batches = batching.shuffled(many, using: &random)
    let tokens = batches.flatMap { $0.examples.flatMap(\.tokens) }
    #expect(batches.map(\.examples.count) == [30, 30, 30, 10])
    #expect(tokens != Array(0..<100))
    #expect(tokens.sorted() == Array(0..<100))
    #expect(batches.flatMap { $0.examples.map(\.target) } == tokens.map { .whole($0) })
    var again = RandomSource(seed: 1)
    #expect(batching.shuffled(many, using: &again) == batches)
    #expect(batching.shuffled(many, using: &again) != batches)
  }

  @Test func nothingAndTooLittle() throws {
    #expect(try Batching(size: 2).batches([TokenSequence]()).isEmpty)
    #expect(throws: CorpusError.parameter("size", expected: "a positive number", found: "0")) {
      try Batching(size: 0)
    }
    #expect(throws: CorpusError.self) { try Batching(size: 1, length: .exactly(0)) }
    #expect(throws: CorpusError.self) { try Batching(size: 1, length: .atMost(-1)) }
    #expect(try TokenSequence(tokens: [1], target: .whole(0)).truncated(to: -1, at: .end).count == 0)
  }
}
