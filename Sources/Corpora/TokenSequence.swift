import Recurrent

/// What a token sequence should be answered with: classes, counted from 0.
public enum TokenTarget: Equatable, Sendable {
  /// One class for the whole sequence, due at its last token.
  case whole(Int)

  /// A class for each token, due at that token; nil where none is asked for.
  case each([Int?])
}

/// An example of tokens and the classes they should be answered with.
public struct TokenSequence: Equatable, Sendable {
  /// The tokens in their order, each the index of a word of a ``Vocabulary``.
  public let tokens: [Int]

  /// The answer.
  public let target: TokenTarget

  /// An example.
  ///
  /// - Throws: ``CorpusError/targetCount(expected:found:)`` if there is a target for each token and not as many
  ///   of them as tokens.
  public init(tokens: [Int], target: TokenTarget) throws(CorpusError) {
    if case .each(let targets) = target, targets.count != tokens.count {
      throw .targetCount(expected: tokens.count, found: targets.count)
    }
    self.init(unchecked: tokens, target)
  }

  init(unchecked tokens: [Int], _ target: TokenTarget) {
    self.tokens = tokens
    self.target = target
  }

  /// The number of steps.
  public var count: Int { tokens.count }

  /// The target of each step, nil where none is asked for; a target for the whole stands at the last step.
  public var stepTargets: [Int?] {
    switch target {
    case .each(let targets): return targets
    case .whole(let target):
      var targets = [Int?](repeating: nil, count: count)
      if count > 0 { targets[count - 1] = target }
      return targets
    }
  }

  /// Each token as a vector of `width` elements, 1 at the token's position and 0 elsewhere.
  ///
  /// - Throws: ``CorpusError/tokenOutOfRange(step:limit:found:)`` for a token that is not within the width.
  public func oneHot(width: Int) throws(CorpusError) -> [Vector<Float>] {
    var steps: [Vector<Float>] = []
    for (step, token) in tokens.enumerated() {
      guard 0..<max(width, 0) ~= token else {
        throw .tokenOutOfRange(step: step, limit: width, found: token)
      }
      var vector = Vector<Float>.zeros(width)
      vector[token] = 1
      steps.append(vector)
    }
    return steps
  }
}
