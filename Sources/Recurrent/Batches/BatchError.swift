/// Sequences that make no batch; positions count from 0.
public enum BatchError: Error, Equatable, CustomStringConvertible {
  /// A batch of no sequences.
  case noSequences

  /// A sequence of no steps.
  case emptySequence(Int)

  /// A step with another number of features than the first step of the first sequence.
  case features(sequence: Int, step: Int, expected: Int, found: Int)

  /// An infinite number or NaN.
  case notFinite(sequence: Int, step: Int, feature: Int)

  /// Another number of lengths or targets than of sequences.
  case count(of: Part, expected: Int, found: Int)

  /// A length below 1, or above the number of steps that the sequence has.
  case length(sequence: Int, steps: Int, found: Int)

  /// A token that is not in 0..<vocabulary, or a class that is not in 0..<classes.
  case token(sequence: Int, step: Int, limit: Int, found: Int)

  /// A sequence of targets with another number of steps than the sequence it belongs to.
  case steps(sequence: Int, expected: Int, found: Int)

  /// Targets of which none counts.
  case noTargets

  /// What comes once for each sequence.
  public enum Part: Sendable {
    case lengths, targets
  }

  /// One sentence: `sequence 2, step 5: expected 3 features, found 4`.
  public var description: String {
    switch self {
    case .noSequences:
      "expected a sequence, found an empty batch"
    case .emptySequence(let sequence):
      "sequence \(sequence): expected a step, found an empty sequence"
    case .features(let sequence, let step, let expected, let found):
      "sequence \(sequence), step \(step): expected \(expected) features, found \(found)"
    case .notFinite(let sequence, let step, let feature):
      "sequence \(sequence), step \(step), feature \(feature): expected a finite number, found infinity or NaN"
    case .count(let part, let expected, let found):
      "\(part.name): expected \(expected), one for each sequence, found \(found)"
    case .length(let sequence, let steps, let found):
      "sequence \(sequence): expected a length from 1 to \(steps), found \(found)"
    case .token(let sequence, let step, let limit, let found):
      "sequence \(sequence), step \(step): expected a number from 0 to \(limit - 1), found \(found)"
    case .noTargets:
      "expected a target that counts, found none"
    case .steps(let sequence, let expected, let found):
      "sequence \(sequence): expected \(expected) targets, one for each step, found \(found)"
    }
  }
}

extension BatchError.Part {
  var name: String {
    switch self {
    case .lengths: "lengths"
    case .targets: "targets"
    }
  }
}
