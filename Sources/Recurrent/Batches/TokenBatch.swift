/// Sequences of tokens, numbers from 0 below the size of a vocabulary, of the same or of different lengths.
public struct TokenBatch: Equatable, Sendable {
  /// The tokens of each sequence, without padding.
  public let sequences: [[Int]]

  /// The size of the vocabulary.
  public let vocabulary: Int

  /// A batch of the given sequences; with `lengths`, the first so many tokens of each count.
  ///
  /// - Throws: ``BatchError`` where there is no sequence or one without tokens, where a token is not in the vocabulary,
  ///   or a length is not that of a part of its sequence.
  public init(_ sequences: [[Int]], vocabulary: Int, lengths: [Int]? = nil) throws(BatchError) {
    let lengths = try SequenceBatch<Float>.checked(lengths, of: sequences.map { $0.count })
    self.vocabulary = vocabulary
    self.sequences = lengths.indices.map { Array(sequences[$0][..<lengths[$0]]) }
    for (b, sequence) in self.sequences.enumerated() {
      for (t, token) in sequence.enumerated() where token < 0 || token >= vocabulary {
        throw .token(sequence: b, step: t, limit: vocabulary, found: token)
      }
    }
  }

  /// The number of tokens of each sequence, at least 1.
  public var lengths: [Int] { sequences.map { $0.count } }

  /// The number of sequences.
  public var count: Int { sequences.count }
}
