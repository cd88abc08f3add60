import Corpora
import Recurrent
import Testing

struct ExampleTests {
  @Test func aTokenSequenceHasATargetForEachToken() throws {
    let labelled = try TokenSequence(tokens: [3, 1, 2], target: .whole(5))
    #expect(labelled.count == 3)
    #expect(labelled.stepTargets == [nil, nil, 5])
    let tagged = try TokenSequence(tokens: [3, 1], target: .each([nil, 4]))
    #expect(tagged.stepTargets == [nil, 4])
    #expect(throws: CorpusError.targetCount(expected: 2, found: 1)) {
      try TokenSequence(tokens: [3, 1], target: .each([4]))
    }
    #expect(try TokenSequence(tokens: [], target: .whole(5)).stepTargets == [])
  }

  @Test func oneHot() throws {
    let sequence = try TokenSequence(tokens: [2, 0], target: .whole(0))
    #expect(try sequence.oneHot(width: 3) == [[0, 0, 1], [1, 0, 0]])
    #expect(throws: CorpusError.tokenOutOfRange(step: 0, limit: 2, found: 2)) {
      try sequence.oneHot(width: 2)
    }
    #expect(throws: CorpusError.self) { try sequence.oneHot(width: -1) }
    let negative = try TokenSequence(tokens: [-1], target: .whole(0))
    #expect(throws: CorpusError.tokenOutOfRange(step: 0, limit: 2, found: -1)) {
      try negative.oneHot(width: 2)
    }
  }

  @Test func aSignalSequenceIsOfOneWidth() throws {
    let sequence = try SignalSequence(inputs: [[1, 2], [3, 4]], targets: [nil, [5]])
    #expect(sequence.count == 2)
    #expect(throws: CorpusError.targetCount(expected: 1, found: 2)) {
      try SignalSequence(inputs: [[1]], targets: [nil, nil])
    }
    #expect(throws: CorpusError.width(step: 1, expected: 2, found: 1)) {
      try SignalSequence(inputs: [[1, 2], [3]], targets: [nil, nil])
    }
    #expect(throws: CorpusError.width(step: 2, expected: 1, found: 2)) {
      try SignalSequence(inputs: [[1], [2], [3]], targets: [[1], nil, [1, 2]])
    }
  }

  @Test func nextStepAndWindows() throws {
    let signal: [Float] = [1, 2, 3, 4, 5]
    #expect(
      try SignalSequence.nextStep([1, 2, 3])
        == SignalSequence(inputs: [[1], [2]], targets: [[2], [3]]))
    #expect(SignalSequence.nextStep([]).count == 0)
    let windows = try SignalSequence.windows(of: signal, length: 2, stride: 2)
    #expect(windows == [.nextStep([1, 2, 3]), .nextStep([3, 4, 5])])
    #expect(try SignalSequence.windows(of: signal, length: 2).count == 3)
    #expect(try SignalSequence.windows(of: signal, length: 4) == [.nextStep(signal)])
    #expect(try SignalSequence.windows(of: signal, length: 5).isEmpty)
    #expect(throws: CorpusError.parameter("stride", expected: "a positive number", found: "0")) {
      try SignalSequence.windows(of: signal, length: 2, stride: 0)
    }
  }

  @Test func vocabulary() throws {
    let vocabulary = Vocabulary(["<padding>", "cat", "sat", "cat"])
    #expect(vocabulary.words == ["<padding>", "cat", "sat"])
    #expect(vocabulary["sat"] == 2)
    #expect(vocabulary["dog"] == nil)
    #expect(try vocabulary.tokens(["sat", "cat"]) == [2, 1])
    #expect(vocabulary.text([1, 2, 7, -1]) == "cat sat ? ?")
    #expect(throws: CorpusError.unknownWord("dog", position: 1)) { try vocabulary.tokens(["cat", "dog"]) }
  }
}
