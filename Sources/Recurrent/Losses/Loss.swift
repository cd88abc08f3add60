/// What a network's outputs cost, and how the cost changes with each of them.
///
/// A loss is the mean over what counts in a batch, so that its size does not depend on the batch.
public protocol Loss<Element>: Sendable {
  /// The type of the numbers.
  associatedtype Element: Scalar

  /// What the outputs should have been.
  associatedtype Target: Sendable

  /// The loss of outputs, and its gradient by each of them; padding has zeros.
  ///
  /// - Throws: ``BatchError`` where the targets do not fit the outputs.
  func callAsFunction(
    _ output: SequenceBatch<Element>, _ target: Target
  ) throws(BatchError) -> LossValue<Element>
}

/// A loss and its gradient by the outputs.
public struct LossValue<Element: Scalar>: Equatable, Sendable {
  /// The mean over what counts.
  public var loss: Element

  /// ∂L/∂y of every output.
  public var gradient: SequenceBatch<Element>
}

/// Checks that there is a target for each step of each sequence, and counts those that are not nil.
func countTargets<Target>(_ targets: [[Target?]], lengths: [Int]) throws(BatchError) -> Int {
  if targets.count != lengths.count {
    throw .count(of: .targets, expected: lengths.count, found: targets.count)
  }
  var count = 0
  for (b, sequence) in targets.enumerated() {
    if sequence.count != lengths[b] {
      throw .steps(sequence: b, expected: lengths[b], found: sequence.count)
    }
    for target in sequence where target != nil { count += 1 }
  }
  if count == 0 { throw .noTargets }
  return count
}
