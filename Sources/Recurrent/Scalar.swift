/// A binary floating-point type together with the four functions that recurrent networks need.
///
/// The functions are this module's own: they use `+ - * /`, comparisons and the bits of the number, never
/// the C library, so every machine computes the same bits. Error bounds stand with the conformances,
/// in `Float+Functions.swift` and `Double+Functions.swift`.
///
/// Cells call the free functions: `exp(x)`, `log(x)`, `tanh(x)`, `sigmoid(x)`.
public protocol Scalar: BinaryFloatingPoint & Sendable {
  /// As many lanes of this type as are computed at once.
  associatedtype Wide: Lanes where Wide.Number == Self

  /// One lane: the type itself.
  associatedtype Single: Lanes where Single.Number == Self

  /// e to the power of `x`: +∞ on overflow, subnormals kept, NaN for NaN.
  static func exp(_ x: Self) -> Self

  /// e to the power of each lane, to the same bits.
  static func exp<L: Lanes>(lanes x: L) -> L where L.Number == Self

  /// The natural logarithm: −∞ at 0, NaN below 0.
  static func log(_ x: Self) -> Self

  /// The hyperbolic tangent: odd to the bit, and never outside [−1, 1].
  static func tanh(_ x: Self) -> Self

  /// The hyperbolic tangent of each lane, to the same bits.
  static func tanh<L: Lanes>(lanes x: L) -> L where L.Number == Self

  /// The logistic function 1/(1 + exp(−x)), computed as it is written; always within [0, 1].
  ///
  /// For `Float` it is exactly 1 from x = 16.635532 on, where exp(−x) is half a unit in the last place
  /// of 1, and exactly 0 below x = −88.72283, where exp(−x) overflows; for `Double` from 36.736801 on and
  /// below −709.78271. So a gate in (0, 1) is a statement about real numbers.
  ///
  /// Measured over all floats, it is within 1.5 ulp for x ≥ 0, and within 2.5 ulp down to where it becomes
  /// 0: there the sum and the quotient each round once more. What becomes 0 is less than 3e-39.
  static func sigmoid(_ x: Self) -> Self

  /// The logistic function of each lane, to the same bits.
  static func sigmoid<L: Lanes>(lanes x: L) -> L where L.Number == Self
}

extension Scalar where Self: Lanes, Number == Self {
  /// e to the power of `x`: the formula for lanes, with one.
  @inlinable
  public static func exp(_ x: Self) -> Self { exp(lanes: x) }

  /// The hyperbolic tangent: the formula for lanes, with one.
  @inlinable
  public static func tanh(_ x: Self) -> Self { tanh(lanes: x) }

  /// The logistic function: the formula for lanes, with one.
  @inlinable
  public static func sigmoid(_ x: Self) -> Self { sigmoid(lanes: x) }
}

/// e to the power of `x`: +∞ on overflow, subnormals kept, NaN for NaN.
@inlinable
public func exp<Element: Scalar>(_ x: Element) -> Element {
  Element.exp(x)
}

/// The natural logarithm of `x`: −∞ at 0, NaN below 0.
@inlinable
public func log<Element: Scalar>(_ x: Element) -> Element {
  Element.log(x)
}

/// The hyperbolic tangent of `x`: odd to the bit, and never outside [−1, 1].
@inlinable
public func tanh<Element: Scalar>(_ x: Element) -> Element {
  Element.tanh(x)
}

/// The logistic function 1/(1 + exp(−x)), computed as it is written; always within [0, 1].
@inlinable
public func sigmoid<Element: Scalar>(_ x: Element) -> Element {
  Element.sigmoid(x)
}
