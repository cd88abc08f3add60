// The algorithms of `Float+Functions.swift` for 53-bit numbers: the reductions are the same, the polynomials
// are longer, and the first part of ln 2 has 40 bits. Minimax errors, in units of roundoff (2⁻⁵³):
// exp 0.033 (degree 9), tanh 0.0034 (degree 11 in x²), log 0.011 (degree 6 in s²).
//
// A reference for every double is out of reach. The errors below are the largest met on 100,000 random points
// each, against 40-digit arithmetic, by `Tests/RecurrentTests/Reference/double_errors.py`.

extension Double: Scalar {
  /// One number.
  public typealias Single = Double

  /// A cache line of numbers.
  public typealias Wide = SIMD8<Double>

  /// e to the power of `x`, within 0.66 ulp as measured: +∞ from 709.782713, 0 below −745.13322, NaN for NaN.
  @inlinable @inline(__always)
  public static func exp<L: Lanes>(lanes x: L) -> L where L.Number == Double {
    let x = x.limited(from: -746, to: 710)

    let shifter = 0x1.8p52
    let shifted = x * 0x1.71547652b82fep+0 + shifter
    let n = shifted - shifter
    let high = x - n * 0x1.62e42fefa2p-1
    let low = n * 0x1.9ef35793c7673p-41
    let r = high - low
    let lost = (high - r) - low

    var p = r * 0x1.ad7f201c739e2p-26 + 0x1.28adce24b7ff6p-22
    p = p * r + 0x1.71df2619cf385p-19
    p = p * r + 0x1.a01999ae2a776p-16
    p = p * r + 0x1.a01a0129bc93ap-13
    p = p * r + 0x1.6c16c1844ada7p-10
    p = p * r + 0x1.1111111127e6bp-7
    p = p * r + 0x1.55555555507f1p-5
    p = p * r + 0x1.55555555554f9p-3
    p = p * r + 0x1.000000000000ap-1
    let sum = 1 + r
    let power = sum + (((1 - sum) + r) + (r * r * p + lost))

    let (half, rest) = L.powersOfTwo(shifted, above: shifter)
    return power * half * rest
  }

  /// The hyperbolic tangent, within 1.3 ulp as measured; tanh(−x) is −tanh(x) to the bit, and |tanh| ≤ 1.
  @inlinable @inline(__always)
  public static func tanh<L: Lanes>(lanes x: L) -> L where L.Number == Double {
    let size = x.magnitude
    let square = size * size
    var p = square * 0x1.9580b5e51f23p-18 - 0x1.fa750ac1b3653p-16
    p = p * square + 0x1.8006119dd9963p-14
    p = p * square - 0x1.f10cb19892063p-13
    p = p * square + 0x1.350ae14d182c2p-11
    p = p * square - 0x1.7d9c1d4ff6c8p-10
    p = p * square + 0x1.d6d3584d3ce9p-9
    p = p * square - 0x1.226e32c12825cp-7
    p = p * square + 0x1.664f4870370a2p-6
    p = p * square - 0x1.ba1ba1b9ce64p-5
    p = p * square + 0x1.1111111110c03p-3
    p = p * square - 0x1.5555555555552p-2
    let near = size + size * (square * p)
    let power = exp(lanes: size + size)
    let rest = 2 / (1 + power)
    let far = 1 - rest
    return L.choose(near, else: far, where: size, isBelow: L(repeating: 0.625)).signed(like: x)
  }

  /// The logistic function 1/(1 + exp(−x)), computed as it is written; always within [0, 1].
  @inlinable @inline(__always)
  public static func sigmoid<L: Lanes>(lanes x: L) -> L where L.Number == Double {
    1 / (1 + exp(lanes: 0 - x))
  }

  /// The natural logarithm, within 0.77 ulp as measured: −∞ at 0, NaN below 0, +∞ at +∞, NaN for NaN.
  @inlinable
  public static func log(_ x: Double) -> Double {
    let isSmall = x < leastNormalMagnitude
    let scaled = isSmall ? x * 0x1p54 : x

    let root: UInt64 = 0x3FE6_A09E_667F_3BCD
    let offset = scaled.bitPattern &- root
    let exponent = Int64(bitPattern: offset) &>> 52
    let mantissa = Double(bitPattern: (offset & 0x000F_FFFF_FFFF_FFFF) &+ root)
    let k = Double(exponent) - (isSmall ? 54 : 0)

    let f = mantissa - 1
    let s = f / (2 + f)
    let square = s * s
    var q = 0x1.2f0b0c8d95293p-3
    q = q * square + 0x1.39a136603fde8p-3
    q = q * square + 0x1.746643925e48fp-3
    q = q * square + 0x1.c71c51f5038ap-3
    q = q * square + 0x1.249249420716dp-2
    q = q * square + 0x1.999999997fc66p-2
    q = q * square + 0x1.5555555555593p-1
    let halfSquare = 0.5 * f * f
    let rest = halfSquare - (s * (halfSquare + square * q) + k * 0x1.9ef35793c7673p-41)
    let result = k * 0x1.62e42fefa2p-1 - (rest - f)

    let outside: Double = x == 0 ? -infinity : (x == infinity ? infinity : nan)
    return x > 0 && x < infinity ? result : outside
  }
}
