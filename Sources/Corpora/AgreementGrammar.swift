import Recurrent

/// Sentences whose verb agrees with a subject that stands far before it.
///
/// "the cat , which already ate beside the dogs quietly , was full": the answer is the verb, due at the second
/// comma. All that lies between the commas is the clause. Its own verb is in the past, alike in both numbers,
/// so that the subject alone tells the number. Its nouns are attractors, of the other number, and companions,
/// of the subject's. T. Linzen, E. Dupoux and Y. Goldberg, arXiv:1611.01368, ask the same of real sentences.
///
/// If a clause has attractors alone, the last noun tells the answer too, turned round: to forbid that, give
/// companions and attractors the same range.
public struct AgreementGrammar: SequenceGenerator {
  /// Which verbs the answer is chosen from.
  public enum Choice: CaseIterable, Sendable {
    /// "was" or "were", by the number of the subject: class 0 for singular, 1 for plural. The verb and the
    /// number share 1 bit.
    case wasOrWere

    /// "is" or "was" by a coin, behind a singular subject. The verb and the number share 0 bits: both verbs are
    /// singular.
    case isOrWas

    /// The present ("is", "are") or the past ("was", "were") by a coin, in the number of the subject. The class,
    /// the tense, and the number share 0 bits, though the number is free.
    case presentOrPast
  }

  /// A sentence in its parts.
  public struct Sentence: Equatable, Sendable {
    /// The words before the verb, commas among them.
    public let words: [String]

    /// The verb.
    public let verb: String

    /// Whether the subject is plural.
    public let isPlural: Bool

    /// The class of the verb, 0 or 1.
    public let answer: Int

    /// The sentence as it would be printed, but for the capital: "the cat, which already ate, was full."
    public var text: String {
      words.reduce(into: "") { text, word in
        text += word == "," || text.isEmpty ? word : " " + word
      } + " \(verb) full."
    }
  }

  /// The words between the commas, "which" included.
  public let clauseLength: ClosedRange<Int>

  /// The nouns of the other number than the subject's in the clause.
  public let attractors: ClosedRange<Int>

  /// The nouns of the subject's number in the clause.
  public let companions: ClosedRange<Int>

  /// Which verbs are in question.
  public let choice: Choice

  /// Sentences of those sizes, each drawn evenly from its range.
  ///
  /// - Throws: ``CorpusError/parameter(_:expected:found:)`` for a negative number of nouns, or unless the shortest
  ///   clause has room for "which already ate" and three words for each noun.
  public init(
    clauseLength: ClosedRange<Int> = 3...30, attractors: ClosedRange<Int> = 0...0,
    companions: ClosedRange<Int> = 0...0, choice: Choice = .wasOrWere
  ) throws(CorpusError) {
    try check(attractors.lowerBound >= 0, "attractors", "0 or more", found: attractors)
    try check(companions.lowerBound >= 0, "companions", "0 or more", found: companions)
    let room = max(0, (clauseLength.lowerBound - 3) / 3)
    let fits = attractors.upperBound <= room && companions.upperBound <= room - attractors.upperBound
    try check(
      clauseLength.lowerBound >= 3 && fits, "clauseLength",
      "3 words or more, and 3 for each noun", found: clauseLength)
    self.clauseLength = clauseLength
    self.attractors = attractors
    self.companions = companions
    self.choice = choice
  }

  /// The names of classes 0 and 1.
  public var classes: [String] {
    switch choice {
    case .wasOrWere: ["was", "were"]
    case .isOrWas: ["is", "was"]
    case .presentOrPast: ["present", "past"]
    }
  }

  /// A sentence.
  public func sentence(using random: inout RandomSource) -> Sentence {
    let coin = random.isHeads()
    let isPlural = choice == .isOrWas ? false : random.isHeads()
    let isPast = choice == .wasOrWere || coin
    let verb = isPlural ? (isPast ? "were" : "are") : (isPast ? "was" : "is")
    let answer = choice == .wasOrWere ? isPlural : isPast
    let words = ["the", noun(isPlural, &random), ","] + clause(isPlural, &random) + [","]
    return Sentence(words: words, verb: verb, isPlural: isPlural, answer: answer ? 1 : 0)
  }

  /// A sentence up to its verb, and the class of the verb.
  public func example(using random: inout RandomSource) -> TokenSequence {
    let sentence = sentence(using: &random)
    return TokenSequence(unchecked: Self.vocabulary.known(sentence.words), .whole(sentence.answer))
  }

  private func clause(_ isPlural: Bool, _ random: inout RandomSource) -> [String] {
    let length = random.int(in: clauseLength)
    let others = random.int(in: attractors)
    let alike = random.int(in: companions)
    var pieces: [[String]] = []
    for i in 0..<others + alike {
      let noun = noun(i < others ? !isPlural : isPlural, &random)
      pieces.append([random.element(of: Self.prepositions), "the", noun])
    }
    for _ in 0..<length - 3 - 3 * pieces.count { pieces.append([random.element(of: Self.adverbs)]) }
    let start = ["which", "already", random.element(of: Self.pastVerbs)]
    return start + random.shuffled(pieces).flatMap { $0 }
  }

  private func noun(_ isPlural: Bool, _ random: inout RandomSource) -> String {
    let pair = random.element(of: Self.nouns)
    return isPlural ? pair.plural : pair.singular
  }
}
