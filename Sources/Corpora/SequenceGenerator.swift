import Recurrent

/// An endless corpus: the source of random numbers says which example comes next, the same on every machine.
public protocol SequenceGenerator: Sendable {
  /// What it generates.
  associatedtype Example: PaddableSequence

  /// The next example.
  func example(using random: inout RandomSource) -> Example
}

extension SequenceGenerator {
  /// The next `count` examples; none for a negative count.
  public func examples(_ count: Int, using random: inout RandomSource) -> [Example] {
    var examples: [Example] = []
    for _ in 0..<max(0, count) { examples.append(example(using: &random)) }
    return examples
  }

  /// The first `count` examples of a seed.
  public func examples(_ count: Int, seed: UInt64) -> [Example] {
    var random = RandomSource(seed: seed)
    return examples(count, using: &random)
  }
}

extension RandomSource {
  mutating func element<Item>(of items: [Item]) -> Item {
    items[int(below: items.count)]
  }

  mutating func int(in range: ClosedRange<Int>) -> Int {
    range.lowerBound + int(below: range.count)
  }

  mutating func isHeads() -> Bool {
    int(below: 2) == 1
  }
}
