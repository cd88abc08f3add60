/// Numbers that are computed side by side: one number is the plain case, a SIMD vector the fast one.
///
/// A formula written for any lanes gives each lane the bits that it gives one number, since every operation
/// is that of IEEE 754 on each lane alone. So a formula stands once, for both.
public protocol Lanes<Number>: Sendable {
  /// The type of one lane.
  associatedtype Number: Scalar

  /// The number of lanes.
  static var laneCount: Int { get }

  /// The same value in every lane.
  init(repeating value: Number)

  /// The sums, lane by lane.
  static func + (a: Self, b: Self) -> Self

  /// The differences, lane by lane.
  static func - (a: Self, b: Self) -> Self

  /// The products, lane by lane, rounded before anything is added to them.
  static func * (a: Self, b: Self) -> Self

  /// The quotients, lane by lane.
  static func / (a: Self, b: Self) -> Self

  /// The lanes without their signs.
  var magnitude: Self { get }

  /// The magnitudes of these lanes with the signs of others.
  func signed(like other: Self) -> Self

  /// `yes` in the lanes where a < b, and `no` in all others: also where one of the two is NaN.
  static func choose(_ yes: Self, else no: Self, where a: Self, isBelow b: Self) -> Self

  /// 2ⁿ in two factors, for the integer n that `shifted` has in its low bits more than `shifter` has.
  ///
  /// Two, because 2ⁿ itself may be too large or too small for a number that the product is not.
  static func powersOfTwo(_ shifted: Self, above shifter: Number) -> (Self, Self)

  /// The numbers whose bits lie halfway between those of the lanes, which are positive, and those of 1.
  ///
  /// The bits of a float are nearly its logarithm, so this is nearly a square root.
  var halfwayToOne: Self { get }
}

extension Lanes {
  @inlinable @inline(__always)
  static func + (a: Self, b: Number) -> Self { a + Self(repeating: b) }

  @inlinable @inline(__always)
  static func + (a: Number, b: Self) -> Self { Self(repeating: a) + b }

  @inlinable @inline(__always)
  static func - (a: Self, b: Number) -> Self { a - Self(repeating: b) }

  @inlinable @inline(__always)
  static func - (a: Number, b: Self) -> Self { Self(repeating: a) - b }

  @inlinable @inline(__always)
  static func * (a: Self, b: Number) -> Self { a * Self(repeating: b) }

  @inlinable @inline(__always)
  static func * (a: Number, b: Self) -> Self { Self(repeating: a) * b }

  @inlinable @inline(__always)
  static func / (a: Number, b: Self) -> Self { Self(repeating: a) / b }

  /// The lanes that lie between two numbers; the nearer of the two for those that do not; NaN stays.
  @inlinable @inline(__always)
  func limited(from low: Number, to high: Number) -> Self {
    let (low, high) = (Self(repeating: low), Self(repeating: high))
    let below = Self.choose(high, else: self, where: high, isBelow: self)
    return Self.choose(low, else: below, where: below, isBelow: low)
  }
}
