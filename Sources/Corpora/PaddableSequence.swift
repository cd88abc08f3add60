import Recurrent

/// A sequence that can be brought to a length, so that a batch of them has one.
public protocol PaddableSequence: Sendable {
  /// What a step of padding is made of.
  associatedtype Filler: Sendable

  /// The number of steps.
  var count: Int { get }

  /// The sequence with steps of padding, without targets, up to that length; itself if it is no shorter.
  func padded(to length: Int, at side: SequenceSide, with filler: Filler) -> Self

  /// The sequence without its steps beyond that length, taken away at that side; itself if it is no longer.
  func truncated(to length: Int, at side: SequenceSide) -> Self
}

extension TokenSequence: PaddableSequence {
  /// The sequence with tokens `filler`, and nil as the target of each, up to that length.
  ///
  /// A target for the whole stays one, even where padding now ends the sequence: see ``Batch/ownSteps``.
  public func padded(to length: Int, at side: SequenceSide, with filler: Int) -> TokenSequence {
    let padding = tokens.padding(to: length, with: filler)
    let target: TokenTarget =
      switch target {
      case .whole: target
      case .each(let targets): .each(targets.adding(targets.padding(to: length, with: nil), at: side))
      }
    return TokenSequence(unchecked: tokens.adding(padding, at: side), target)
  }

  /// The sequence without its steps beyond that length, with the targets of the steps that remain.
  public func truncated(to length: Int, at side: SequenceSide) -> TokenSequence {
    let target: TokenTarget =
      switch target {
      case .whole: target
      case .each(let targets): .each(targets.keeping(length, losingAt: side))
      }
    return TokenSequence(unchecked: tokens.keeping(length, losingAt: side), target)
  }
}

extension SignalSequence: PaddableSequence {
  /// The sequence with vectors whose elements all are `filler`, and nil as the target of each.
  public func padded(to length: Int, at side: SequenceSide, with filler: Float) -> SignalSequence {
    let step = Vector(repeating: filler, count: inputs.first?.count ?? 0)
    return SignalSequence(
      unchecked: inputs.adding(inputs.padding(to: length, with: step), at: side),
      targets.adding(targets.padding(to: length, with: nil), at: side))
  }

  /// The sequence without its steps beyond that length, with the targets of the steps that remain.
  public func truncated(to length: Int, at side: SequenceSide) -> SignalSequence {
    SignalSequence(
      unchecked: inputs.keeping(length, losingAt: side), targets.keeping(length, losingAt: side))
  }
}

extension Array {
  fileprivate func padding(to length: Int, with filler: Element) -> [Element] {
    Array(repeating: filler, count: Swift.max(0, length - count))
  }

  fileprivate func adding(_ padding: [Element], at side: SequenceSide) -> [Element] {
    side == .start ? padding + self : self + padding
  }

  fileprivate func keeping(_ length: Int, losingAt side: SequenceSide) -> [Element] {
    let length = Swift.max(0, length)
    return Array(side == .start ? suffix(length) : prefix(length))
  }
}
