import Recurrent

/// The language aⁿbⁿ, half of it, and for the other half strings aᵐbᵏ with m ≠ k that have to be told from it.
///
/// Both halves have the same lengths, 2n for n drawn evenly from a range; in a string of the other half, m is any
/// of 1 to 2n − 1 but n. So the length, the first and the last token tell nothing: one has to count. That a
/// GRU cannot count as an LSTM can is the matter of G. Weiss, Y. Goldberg and E. Yahav, arXiv:1805.04908.
public struct CountingLanguage: SequenceGenerator {
  /// Padding, a and b.
  public static let vocabulary = Vocabulary([Vocabulary.paddingWord, "a", "b"])

  /// The accuracy of any answer that does not count: 1/2, since both classes are equally likely at each length.
  ///
  /// Counting the a's alone already does better: an m above half of the longest length is of no member.
  public static let baseline = 0.5

  /// The range of n, half the length.
  public let halfLengths: ClosedRange<Int>

  /// Strings of 2n tokens, n from that range.
  ///
  /// - Throws: ``CorpusError/parameter(_:expected:found:)`` for a range that begins below 2: `ab` has no
  ///   counterpart of its length.
  public init(halfLengths: ClosedRange<Int> = 2...20) throws(CorpusError) {
    try check(halfLengths.lowerBound >= 2, "halfLengths", "2 or more", found: halfLengths)
    self.halfLengths = halfLengths
  }

  /// A string whose target is 1 if it is of the language and 0 if not.
  public func example(using random: inout RandomSource) -> TokenSequence {
    let half = random.int(in: halfLengths)
    let isMember = random.isHeads()
    let other = 1 + random.int(below: 2 * half - 2)
    let count = isMember ? half : (other < half ? other : other + 1)
    let tokens = [Int](repeating: 1, count: count) + [Int](repeating: 2, count: 2 * half - count)
    return TokenSequence(unchecked: tokens, .whole(isMember ? 1 : 0))
  }
}
