import Recurrent

/// A cat repeated, with a rare mouse: a sequence where few steps are worth attention.
public struct CatAndMouse: SequenceGenerator {
  /// What is asked at each step.
  public enum Question: Equatable, Sendable {
    /// How many steps ago the last mouse came: 0 at a mouse, `limit` for so many or more and before the first.
    case stepsSinceMouse(limit: Int)

    /// Whether a mouse has come, this step included: 0 or 1.
    case mouseSeen

    /// The token of the next step; nothing at the last.
    case nextAnimal
  }

  /// Padding, the cat and the mouse.
  public static let vocabulary = Vocabulary([Vocabulary.paddingWord, "cat", "mouse"])

  /// The cat's token.
  public static let cat = 1

  /// The mouse's token.
  public static let mouse = 2

  /// The number of steps.
  public let length: Int

  /// The chance of a mouse at each step, the steps independent of each other.
  public let mouseRate: Double

  /// What is asked.
  public let question: Question

  /// Sequences of that length.
  ///
  /// - Throws: ``CorpusError/parameter(_:expected:found:)`` unless the length and a limit are positive and the
  ///   rate lies within 0 to 1.
  public init(
    length: Int = 50, mouseRate: Double = 0.05, question: Question = .mouseSeen
  ) throws(CorpusError) {
    try check(length > 0, "length", "a positive number", found: length)
    try check(0...1 ~= mouseRate, "mouseRate", "0 to 1", found: mouseRate)
    if case .stepsSinceMouse(let limit) = question {
      try check(limit > 0, "limit", "a positive number", found: limit)
    }
    self.length = length
    self.mouseRate = mouseRate
    self.question = question
  }

  /// The number of classes that a target can be.
  public var classCount: Int {
    switch question {
    case .stepsSinceMouse(let limit): limit + 1
    case .mouseSeen: 2
    case .nextAnimal: Self.vocabulary.count
    }
  }

  /// A sequence with the answer at each step.
  public func example(using random: inout RandomSource) -> TokenSequence {
    var tokens: [Int] = []
    for _ in 0..<length {
      let chance: Double = random.uniform(0, 1)
      tokens.append(chance < mouseRate ? Self.mouse : Self.cat)
    }
    return TokenSequence(unchecked: tokens, .each(answers(to: tokens)))
  }

  /// The answer at each step of such tokens.
  func answers(to tokens: [Int]) -> [Int?] {
    if question == .nextAnimal { return tokens.dropFirst().map { $0 } + [nil] }
    var since: Int?
    return tokens.map { token in
      since = token == Self.mouse ? 0 : since.map { $0 + 1 }
      guard case .stepsSinceMouse(let limit) = question else { return since == nil ? 0 : 1 }
      return min(since ?? limit, limit)
    }
  }
}
