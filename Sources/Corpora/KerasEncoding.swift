/// Reviews as Keras's IMDB example has them: words by frequency, of one length.
///
/// Token 0 is padding, 1 stands before each review, 2 for every word that is not kept. Keras counts its words
/// from 1 and adds 3, so token 3 stands for nothing and the most frequent word is token 4. That example keeps
/// 20,000 tokens and 200 of each review; since its truncation takes steps away at the start, these are the
/// *last* 200, and a longer review loses the token 1 too.
public struct KerasEncoding: Sendable {
  /// Keras's choices, under this module's names.
  public struct Choices: Equatable, Sendable {
    /// The number of tokens, the first four included (`num_words`); nil keeps every word.
    public var vocabularySize: Int? = 20_000

    /// The length that reviews are brought to (`maxlen`); nil leaves them as they are.
    public var length: Int? = 200

    /// Where shorter reviews are padded (`padding`, there `"pre"`).
    public var paddingSide = SequenceSide.start

    /// Where longer reviews lose their words (`truncating`, there `"pre"`).
    public var truncatingSide = SequenceSide.start

    /// Whether `<br />` is dropped, where Keras makes it the word `br`.
    public var leavesOutLineBreaks = false

    /// Keras's own choices.
    public init() {}
  }

  /// The choices.
  public let choices: Choices

  /// The words of the tokens: the first four, then the words kept, the most frequent first.
  public let vocabulary: Vocabulary

  /// The number of different words in the texts that were counted, kept or not.
  public let distinctWords: Int

  static let marks = [Vocabulary.paddingWord, "<start>", "<unknown>", "<unused>"]
  static let start = 1
  static let unknown = 2

  /// An encoding by the frequencies of those texts; of equally frequent words, that met first comes first.
  ///
  /// - Throws: ``CorpusError/parameter(_:expected:found:)`` for fewer than 4 tokens or a length below 1.
  public init(counting texts: some Sequence<String>, choices: Choices = Choices()) throws(CorpusError) {
    if let size = choices.vocabularySize {
      try check(size >= Self.marks.count, "vocabularySize", "4 or more", found: size)
    }
    if let length = choices.length {
      try check(length > 0, "length", "a positive number", found: length)
    }
    var positions: [String: Int] = [:]
    var words: [(word: String, count: Int)] = []
    for text in texts {
      for word in KerasText.words(of: text, leavingOutLineBreaks: choices.leavesOutLineBreaks) {
        if let position = positions[word] {
          words[position].count += 1
        } else {
          positions[word] = words.count
          words.append((word, 1))
        }
      }
    }
    let ranks = words.indices.sorted { (-words[$0].count, $0) < (-words[$1].count, $1) }
    let kept = choices.vocabularySize.map { $0 - Self.marks.count } ?? ranks.count
    self.choices = choices
    vocabulary = Vocabulary(Self.marks + ranks.prefix(kept).map { words[$0].word })
    distinctWords = words.count
  }

  /// A text's tokens, the start before them, padded and truncated as chosen.
  public func tokens(of text: String) -> [Int] {
    sequence(of: text, target: 0).tokens
  }

  /// A review's tokens and its class: 1 if it is positive, 0 if it is negative.
  public func example(_ review: MovieReview) -> TokenSequence {
    sequence(of: review.text, target: review.isPositive ? 1 : 0)
  }

  private func sequence(of text: String, target: Int) -> TokenSequence {
    let words = KerasText.words(of: text, leavingOutLineBreaks: choices.leavesOutLineBreaks)
    let tokens = [Self.start] + words.map { vocabulary[$0] ?? Self.unknown }
    let sequence = TokenSequence(unchecked: tokens, .whole(target))
    guard let length = choices.length else { return sequence }
    return sequence.truncated(to: length, at: choices.truncatingSide)
      .padded(to: length, at: choices.paddingSide, with: Vocabulary.padding)
  }
}
