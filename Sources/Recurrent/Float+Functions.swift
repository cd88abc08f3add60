// Functions of 24-bit numbers, in straight-line `Float` arithmetic: no table, no wider type, and a choice
// between values where a library would branch, so that the same lines serve one number or a SIMD lane.
//
// exp    Cody and Waite's reduction: x = n ln 2 + r, |r| ≤ ln 2 / 2, with ln 2 in two parts of which the
//        first has 16 bits, so that n times it is exact. exp r = 1 + r + r² p(r), with p the minimax
//        polynomial of degree 4: 0.05 units of roundoff (a unit of roundoff is 2⁻²⁴). What r and 1 + r
//        lose by rounding is added back, so that little but the last sum's rounding remains. Powers of
//        two are applied in two factors, of which only the second can round: into a subnormal.
// tanh   |x| < 0.625: x + x³ p(x²), p minimax of degree 4: 0.07 units. Elsewhere 1 − 2/(1 + exp 2|x|),
//        where the error of exp is scaled down by at least 0.8. The sign is put back at the end.
// log    x = 2ᵏ m, m in [√½, √2), f = m − 1, s = f/(2 + f), log m = 2 atanh s = 2s + s³ q(s²). Since
//        2s = f − s f and s f = f²/2 − s f²/2, the largest term of the sum is f, which is exact.
//
// The coefficients come from `Tests/RecurrentTests/Reference/minimax.py`. The measured errors below are
// the largest over all floats, found by `Benchmarks/FunctionErrors`, which also saw no function fall
// anywhere.

extension Float: Scalar {
  /// One number.
  public typealias Single = Float

  /// A cache line of numbers.
  public typealias Wide = SIMD16<Float>

  /// e to the power of `x`, within 0.78 ulp: +∞ from 88.722839, 0 below −103.97208, NaN for NaN.
  @inlinable @inline(__always)
  public static func exp<L: Lanes>(lanes x: L) -> L where L.Number == Float {
    // Beyond these ends the result is +∞ or 0 anyway; within them the exponents below cannot wrap.
    let x = x.limited(from: -104, to: 89)

    // Adding 1.5 · 2²³ rounds to an integer and leaves it in the low bits of the sum.
    let shifter: Float = 0x1.8p23
    let shifted = x * 0x1.715476p+0 + shifter
    let n = shifted - shifter
    let high = x - n * 0x1.62e4p-1
    let low = n * 0x1.7f7d1cp-20
    let r = high - low
    let lost = (high - r) - low

    var p = r * 0x1.6a235p-10 + 0x1.123a6ap-7
    p = p * r + 0x1.5558f4p-5
    p = p * r + 0x1.55549p-3
    p = p * r + 0x1.fffffcp-2
    let sum = 1 + r
    let power = sum + (((1 - sum) + r) + (r * r * p + lost))

    let (half, rest) = L.powersOfTwo(shifted, above: shifter)
    return power * half * rest
  }

  /// The hyperbolic tangent, within 1.35 ulp; tanh(−x) is −tanh(x) to the bit, and |tanh| ≤ 1.
  @inlinable @inline(__always)
  public static func tanh<L: Lanes>(lanes x: L) -> L where L.Number == Float {
    let size = x.magnitude
    let square = size * size
    var p = square * -0x1.75e1b8p-8 + 0x1.522696p-6
    p = p * square - 0x1.b83c58p-5
    p = p * square + 0x1.110726p-3
    p = p * square - 0x1.555532p-2
    let near = size + size * (square * p)
    let power = exp(lanes: size + size)
    let rest = 2 / (1 + power)
    let far = 1 - rest
    return L.choose(near, else: far, where: size, isBelow: L(repeating: 0.625)).signed(like: x)
  }

  /// The logistic function 1/(1 + exp(−x)), computed as it is written; always within [0, 1].
  @inlinable @inline(__always)
  public static func sigmoid<L: Lanes>(lanes x: L) -> L where L.Number == Float {
    1 / (1 + exp(lanes: 0 - x))
  }

  /// The natural logarithm, within 0.84 ulp: −∞ at 0, NaN below 0, +∞ at +∞, NaN for NaN.
  @inlinable
  public static func log(_ x: Float) -> Float {
    let isSmall = x < leastNormalMagnitude
    let scaled = isSmall ? x * 0x1p25 : x

    // Counting bits from √½ puts the mantissa into [√½, √2) without a branch.
    let root: UInt32 = 0x3F35_04F3
    let offset = scaled.bitPattern &- root
    let exponent = Int32(bitPattern: offset) &>> 23
    let mantissa = Float(bitPattern: (offset & 0x007F_FFFF) &+ root)
    let k = Float(exponent) - (isSmall ? 25 : 0)

    let f = mantissa - 1
    let s = f / (2 + f)
    let square = s * s
    var q: Float = 0x1.31e464p-2
    q = q * square + 0x1.995ebp-2
    q = q * square + 0x1.55557ap-1
    let halfSquare = 0.5 * f * f
    let rest = halfSquare - (s * (halfSquare + square * q) + k * 0x1.7f7d1cp-20)
    let result = k * 0x1.62e4p-1 - (rest - f)

    let outside: Float = x == 0 ? -infinity : (x == infinity ? infinity : nan)
    return x > 0 && x < infinity ? result : outside
  }
}
