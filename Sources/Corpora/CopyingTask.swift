import Recurrent

/// The copying task: symbols come, a long blank follows, and on a sign they are to be repeated in order.
///
/// For S symbols of K kinds and a delay D, the D + 2S tokens are S symbols, D − 1 blanks, the sign, S blanks;
/// the answers are D + S blanks, then the symbols. After S. Hochreiter and J. Schmidhuber 1997, in the form
/// of M. Arjovsky, A. Shah and Y. Bengio, arXiv:1511.06464, where K = 8 and S = 10.
public struct CopyingTask: SequenceGenerator {
  /// The token, and the class, of a blank.
  public static let blank = 1

  /// The token of the sign.
  public static let sign = 2

  /// K, the number of kinds of symbols; their tokens follow that of the sign.
  public let kinds: Int

  /// S, the number of symbols to repeat.
  public let symbols: Int

  /// D, the steps from the last symbol to the sign.
  public let delay: Int

  /// Tasks of that size.
  ///
  /// - Throws: ``CorpusError/parameter(_:expected:found:)`` unless all three are positive.
  public init(kinds: Int = 8, symbols: Int = 10, delay: Int = 100) throws(CorpusError) {
    try check(kinds > 0, "kinds", "a positive number", found: kinds)
    try check(symbols > 0, "symbols", "a positive number", found: symbols)
    try check(delay > 0, "delay", "a positive number", found: delay)
    self.kinds = kinds
    self.symbols = symbols
    self.delay = delay
  }

  /// Padding, the blank, the sign and the symbols `s1` to `sK`; a class is a token.
  public var vocabulary: Vocabulary {
    Vocabulary([Vocabulary.paddingWord, "_", ":"] + (1...kinds).map { "s\($0)" })
  }

  /// The cross-entropy, in nats a step, of the best answer without memory: S ln K/(D + 2S).
  ///
  /// The steps at which a blank is due are known from the sign, so they cost nothing; each of the S symbols is
  /// one of K that are equally likely, and costs ln K.
  public var baseline: Double {
    Double(symbols) * log(Double(kinds)) / Double(delay + 2 * symbols)
  }

  /// A task with the answer due at each step.
  public func example(using random: inout RandomSource) -> TokenSequence {
    var symbols: [Int] = []
    for _ in 0..<self.symbols { symbols.append(Self.sign + 1 + random.int(below: kinds)) }
    let blanks = [Int](repeating: Self.blank, count: self.symbols)
    let wait = [Int](repeating: Self.blank, count: delay - 1)
    return TokenSequence(
      unchecked: symbols + wait + [Self.sign] + blanks,
      .each(wait + [Self.blank] + blanks + symbols))
  }
}
