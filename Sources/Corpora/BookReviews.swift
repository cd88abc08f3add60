import Recurrent

/// Reviews of books in which one sentence decides, the first or the last.
///
/// Around it stand sentences that tell what the book is about. The words of each are drawn evenly and without
/// regard to the verdict, so that the deciding sentence alone carries it. Where there are distractors, other
/// opinions stand among the rest, for or against by a coin, and only the place tells which one counts.
public struct BookReviews: SequenceGenerator {
  /// Which sentence decides.
  public enum Place: CaseIterable, Sendable {
    /// The first: the reader has to keep it.
    case first

    /// The last: the reader may forget what came before.
    case last
  }

  /// The names of classes 0 and 1.
  public static let classes = ["against", "for"]

  /// Which sentence decides.
  public let place: Place

  /// The number of sentences about the book.
  public let fillers: ClosedRange<Int>

  /// The number of opinions that do not decide.
  public let distractors: ClosedRange<Int>

  /// Reviews of so many sentences and the deciding one, each number drawn evenly from its range.
  ///
  /// - Throws: ``CorpusError/parameter(_:expected:found:)`` for a negative number of sentences.
  public init(
    place: Place, fillers: ClosedRange<Int> = 3...6, distractors: ClosedRange<Int> = 0...0
  ) throws(CorpusError) {
    try check(fillers.lowerBound >= 0, "fillers", "0 or more", found: fillers)
    try check(distractors.lowerBound >= 0, "distractors", "0 or more", found: distractors)
    self.place = place
    self.fillers = fillers
    self.distractors = distractors
  }

  /// The words of a review, a full stop behind each sentence, and its class.
  public func review(using random: inout RandomSource) -> (words: [String], verdict: Int) {
    let isFor = random.isHeads()
    let decision = opinion(isFor, &random)
    var others: [[String]] = []
    for _ in 0..<random.int(in: fillers) { others.append(description(&random)) }
    for _ in 0..<random.int(in: distractors) {
      let isFor = random.isHeads()
      others.append(opinion(isFor, &random))
    }
    let rest = random.shuffled(others)
    let sentences = place == .first ? [decision] + rest : rest + [decision]
    return (sentences.flatMap { $0 + ["."] }, isFor ? 1 : 0)
  }

  /// A review's tokens and its class.
  public func example(using random: inout RandomSource) -> TokenSequence {
    let (words, verdict) = review(using: &random)
    return TokenSequence(unchecked: Self.vocabulary.known(words), .whole(verdict))
  }

  private func opinion(_ isFor: Bool, _ random: inout RandomSource) -> [String] {
    let start = random.element(of: Self.openings)
    return start + [random.element(of: isFor ? Self.praise : Self.blame)]
  }

  private func description(_ random: inout RandomSource) -> [String] {
    ["it", random.element(of: Self.tellings)]
      + ["a", random.element(of: Self.people), random.element(of: Self.links)]
      + ["a", random.element(of: Self.places)]
  }
}
