import Recurrent

/// Examples of one length, to be stepped through together.
public struct Batch<Example: PaddableSequence>: Sendable {
  /// The examples, padded and truncated to ``length``.
  public let examples: [Example]

  /// The number of steps of each example.
  public let length: Int

  /// Which steps of each example are its own; the others are padding.
  ///
  /// A target for the whole of an example is due at the last of them, `ownSteps[i].upperBound - 1`.
  public let ownSteps: [Range<Int>]
}

extension Batch: Equatable where Example: Equatable {}

/// How examples become batches: their number, their length, and where they are padded and truncated.
public struct Batching: Equatable, Sendable {
  /// How long the sequences of a batch are.
  public enum Length: Equatable, Sendable {
    /// As long as the longest example of the batch.
    case longest

    /// As long as the longest example of the batch, but no longer than this.
    case atMost(Int)

    /// This long, whatever the examples: Keras's `pad_sequences` with `maxlen`.
    case exactly(Int)
  }

  /// The number of examples of a batch; the last may have fewer.
  public let size: Int

  /// The length of the sequences.
  public let length: Length

  /// Where padding is added.
  public let padding: SequenceSide

  /// Where steps are taken away.
  public let truncation: SequenceSide

  /// Batches of `size` examples. Both sides are the start unless given, as in Keras.
  ///
  /// With padding at the start, the last step of a batch is the last of every example.
  ///
  /// - Throws: ``CorpusError/parameter(_:expected:found:)`` unless size and length are positive.
  public init(
    size: Int, length: Length = .longest, padding: SequenceSide = .start, truncation: SequenceSide = .start
  ) throws(CorpusError) {
    try check(size > 0, "size", "a positive number", found: size)
    if case .atMost(let limit) = length { try check(limit > 0, "length", "a positive number", found: limit) }
    if case .exactly(let count) = length { try check(count > 0, "length", "a positive number", found: count) }
    self.size = size
    self.length = length
    self.padding = padding
    self.truncation = truncation
  }

  /// The examples, group after group, in their order; `filler` makes the padding.
  public func batches<Example: PaddableSequence>(
    _ examples: [Example], filler: Example.Filler
  ) -> [Batch<Example>] {
    stride(from: 0, to: examples.count, by: size).map { start in
      batch(examples[start..<min(start + size, examples.count)], filler: filler)
    }
  }

  /// The examples, group after group, in a random order.
  public func shuffled<Example: PaddableSequence>(
    _ examples: [Example], filler: Example.Filler, using random: inout RandomSource
  ) -> [Batch<Example>] {
    batches(random.shuffled(examples), filler: filler)
  }

  private func batch<Example: PaddableSequence>(
    _ examples: ArraySlice<Example>, filler: Example.Filler
  ) -> Batch<Example> {
    let longest = examples.map(\.count).max() ?? 0
    let length =
      switch length {
      case .longest: longest
      case .atMost(let limit): min(limit, longest)
      case .exactly(let count): count
      }
    let truncated = examples.map { $0.truncated(to: length, at: truncation) }
    return Batch(
      examples: truncated.map { $0.padded(to: length, at: padding, with: filler) },
      length: length,
      ownSteps: truncated.map { padding == .start ? length - $0.count..<length : 0..<$0.count })
  }
}

extension Batching {
  /// The examples, group after group, in their order, padded with token 0.
  public func batches(_ examples: [TokenSequence]) -> [Batch<TokenSequence>] {
    batches(examples, filler: Vocabulary.padding)
  }

  /// The examples, group after group, in a random order, padded with token 0.
  public func shuffled(
    _ examples: [TokenSequence], using random: inout RandomSource
  ) -> [Batch<TokenSequence>] {
    shuffled(examples, filler: Vocabulary.padding, using: &random)
  }

  /// The examples, group after group, in their order, padded with zeros.
  public func batches(_ examples: [SignalSequence]) -> [Batch<SignalSequence>] {
    batches(examples, filler: 0)
  }

  /// The examples, group after group, in a random order, padded with zeros.
  public func shuffled(
    _ examples: [SignalSequence], using random: inout RandomSource
  ) -> [Batch<SignalSequence>] {
    shuffled(examples, filler: 0, using: &random)
  }
}
