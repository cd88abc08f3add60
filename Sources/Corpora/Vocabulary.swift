/// Words and the tokens that stand for them: a token is the position of its word.
///
/// Every vocabulary of this module keeps token 0 for padding.
public struct Vocabulary: Equatable, Sendable {
  /// The token of padding.
  public static let padding = 0

  /// The word at ``padding``.
  static let paddingWord = "<padding>"

  /// The words, each once.
  public let words: [String]

  private let positions: [String: Int]

  /// A vocabulary of the words in the order of their first appearance.
  public init(_ words: some Sequence<String>) {
    var kept: [String] = []
    var positions: [String: Int] = [:]
    for word in words where positions[word] == nil {
      positions[word] = kept.count
      kept.append(word)
    }
    self.words = kept
    self.positions = positions
  }

  /// The number of words.
  public var count: Int { words.count }

  /// The token of a word; nil if there is no such word.
  public subscript(word: String) -> Int? { positions[word] }

  /// The tokens of a text's words.
  ///
  /// - Throws: ``CorpusError/unknownWord(_:position:)`` for the first word that the vocabulary lacks.
  public func tokens(_ text: [String]) throws(CorpusError) -> [Int] {
    var tokens: [Int] = []
    for (position, word) in text.enumerated() {
      guard let token = positions[word] else { throw .unknownWord(word, position: position) }
      tokens.append(token)
    }
    return tokens
  }

  /// The words of the tokens, with a blank between them; `?` for a token without a word.
  public func text(_ tokens: [Int]) -> String {
    tokens.map { words.indices.contains($0) ? words[$0] : "?" }.joined(separator: " ")
  }

  /// The tokens of those words that the vocabulary has.
  func known(_ text: [String]) -> [Int] {
    text.compactMap { positions[$0] }
  }
}
