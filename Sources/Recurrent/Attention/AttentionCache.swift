/// What attention must keep of the positions it has seen: the state of a generation, and it grows.
///
/// A recurrent cell keeps d numbers, whatever came before.
@frozen
public struct AttentionCache<Element: Scalar>: Equatable, Sendable {
  /// The key of each position, d elements each.
  public private(set) var keys: [Vector<Element>] = []

  /// The value of each position, d elements each.
  public private(set) var values: [Vector<Element>] = []

  /// A cache before the first position.
  public init() {}

  /// The number of positions seen.
  public var count: Int { keys.count }

  /// The numbers kept: 2 · count · d.
  public var numberCount: Int {
    keys.reduce(0) { $0 + $1.count } + values.reduce(0) { $0 + $1.count }
  }

  @usableFromInline
  mutating func append(key: Vector<Element>, value: Vector<Element>) {
    keys.append(key)
    values.append(value)
  }
}
