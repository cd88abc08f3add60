import Recurrent

/// Delayed recall: the first token is asked for after a stretch of noise.
///
/// The tokens are one of K symbols, D tokens of noise, and a question mark; the answer, due at the mark, is the
/// symbol. What comes between tells nothing of it.
public struct DelayedRecall: SequenceGenerator {
  /// K, the number of symbols, which are also the classes.
  public let symbols: Int

  /// The number of different tokens of noise.
  public let noises: Int

  /// D, the steps of noise.
  public let delay: Int

  /// Tasks of that size.
  ///
  /// - Throws: ``CorpusError/parameter(_:expected:found:)`` unless symbols and noises are positive and the
  ///   delay is 0 or more.
  public init(symbols: Int = 4, noises: Int = 4, delay: Int = 50) throws(CorpusError) {
    try check(symbols > 0, "symbols", "a positive number", found: symbols)
    try check(noises > 0, "noises", "a positive number", found: noises)
    try check(delay >= 0, "delay", "0 or more", found: delay)
    self.symbols = symbols
    self.noises = noises
    self.delay = delay
  }

  /// Padding, the question mark, the symbols `s1` to `sK` and the noise `n1` to the last.
  public var vocabulary: Vocabulary {
    Vocabulary(
      [Vocabulary.paddingWord, "?"] + (1...symbols).map { "s\($0)" } + (1...noises).map { "n\($0)" })
  }

  /// The accuracy of any answer without memory, 1/K: the symbols are equally likely, whatever the noise.
  public var baseline: Double { 1 / Double(symbols) }

  /// A task whose target is the symbol, counted from 0.
  public func example(using random: inout RandomSource) -> TokenSequence {
    let symbol = random.int(below: symbols)
    var tokens = [2 + symbol]
    for _ in 0..<delay { tokens.append(2 + symbols + random.int(below: noises)) }
    return TokenSequence(unchecked: tokens + [1], .whole(symbol))
  }
}
