/// A seeded source of random numbers: the same seed gives the same numbers on every machine.
///
/// The generator is SplitMix64: a counter that steps by an odd constant near 2⁶⁴/φ, each value mixed by two
/// rounds of shift and multiply. Its period is 2⁶⁴. Source: G. L. Steele, D. Lea and C. H. Flood, "Fast
/// splittable pseudorandom number generators", OOPSLA 2014, with the mixing constants that D. Stafford lists
/// as variant 13.
@frozen
public struct RandomSource: RandomNumberGenerator, Sendable {
  @usableFromInline var counter: UInt64

  /// A source that begins at `seed`.
  @inlinable
  public init(seed: UInt64) {
    counter = seed
  }

  /// The next 64 random bits.
  @inlinable
  public mutating func next() -> UInt64 {
    counter &+= 0x9E37_79B9_7F4A_7C15
    var mixed = counter
    mixed = (mixed ^ (mixed &>> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed &>> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed &>> 31)
  }

  /// A number spread evenly over `lower` to `upper`.
  ///
  /// It is lower + (upper − lower) u, where u takes as many leading bits of `next()` as the type holds (24
  /// for `Float`, 53 for `Double`), so u is a multiple of 2⁻²⁴ or 2⁻⁵³ below 1. Only rounding can reach
  /// `upper`.
  @inlinable
  public mutating func uniform<Number: Scalar>(_ lower: Number, _ upper: Number) -> Number {
    let bits = Number.significandBitCount + 1
    let leading = next() &>> UInt64(64 - bits)
    return lower + (upper - lower) * (Number(leading) / Number(1 as UInt64 &<< UInt64(bits)))
  }

  /// A number spread evenly over `range`.
  @inlinable
  public mutating func uniform<Number: Scalar>(in range: ClosedRange<Number>) -> Number {
    uniform(range.lowerBound, range.upperBound)
  }

  /// A normally distributed number of mean 0 and variance 1.
  ///
  /// Marsaglia's polar method (G. Marsaglia and T. A. Bray, SIAM Review 6, 1964). The second number of each
  /// pair is dropped, so that the counter alone says what comes next.
  @inlinable
  public mutating func normal<Number: Scalar>(_ type: Number.Type = Number.self) -> Number {
    while true {
      let u: Number = uniform(-1, 1)
      let v: Number = uniform(-1, 1)
      let square = u * u + v * v
      if square > 0 && square < 1 { return u * squareRoot(-2 * log(square) / square) }
    }
  }

  /// A whole number from 0 up to but not including `bound`, all equally likely; `bound` must be positive.
  ///
  /// D. Lemire, "Fast random integer generation in an interval", 2019: the high half of a 128-bit product,
  /// where the few products that would favour some results are drawn again.
  @inlinable
  public mutating func int(below bound: Int) -> Int {
    require(bound > 0, "a random whole number below \(bound)")
    let range = UInt64(bound)
    var product = next().multipliedFullWidth(by: range)
    let unfair = (0 &- range) % range
    while product.low < unfair { product = next().multipliedFullWidth(by: range) }
    return Int(product.high)
  }

  /// The elements in a random order, all orders equally likely (Fisher and Yates, from the end).
  @inlinable
  public mutating func shuffled<Item>(_ items: [Item]) -> [Item] {
    var items = items
    var last = items.count - 1
    while last > 0 {
      items.swapAt(last, int(below: last + 1))
      last -= 1
    }
    return items
  }

  /// A vector of `count` numbers spread evenly over `range`, drawn in order.
  @inlinable
  public mutating func vector<Number: Scalar>(_ count: Int, in range: ClosedRange<Number>) -> Vector<Number> {
    var result = Vector<Number>.zeros(count)
    for i in 0..<count { result[i] = uniform(in: range) }
    return result
  }

  /// A matrix of numbers spread evenly over `range`, drawn row after row.
  @inlinable
  public mutating func matrix<Number: Scalar>(
    rows: Int, columns: Int, in range: ClosedRange<Number>
  ) -> Matrix<Number> {
    var result = Matrix<Number>.zeros(rows: rows, columns: columns)
    for i in 0..<rows {
      for j in 0..<columns { result[i, j] = uniform(in: range) }
    }
    return result
  }
}
