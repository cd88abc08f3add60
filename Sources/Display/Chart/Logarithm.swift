// Logarithms and powers of ten for the axes.
//
// The C library's `log10` and `pow` differ in their last bits between systems, and a figure must not. These are
// additions, multiplications and divisions in a fixed order, within a few units in the last place: far more
// than a coordinate with one decimal needs.

/// The logarithm of `x` to base ten, for a positive and finite `x`.
func commonLogarithm(_ x: Double) -> Double {
  let shrunk = x.significand > 1.414_213_562_373_095
  let mantissa = shrunk ? x.significand / 2 : x.significand
  let exponent = Double(x.exponent) + (shrunk ? 1 : 0)
  // ln m = 2 artanh s, where s = (m − 1)/(m + 1) lies within ±0.172.
  let s = (mantissa - 1) / (mantissa + 1)
  let square = s * s
  var sum = 0.0
  for denominator in stride(from: 23.0, through: 1, by: -2) {
    sum = sum * square + 1 / denominator
  }
  return exponent * 0.301_029_995_663_981_2 + 2 * s * sum * 0.434_294_481_903_251_8
}

/// Ten to the power of `n`; exact up to 10²², infinite or zero where `Double` ends.
func powerOfTen(_ n: Int) -> Double {
  var result = 1.0
  var factor = 10.0
  var rest = min(n.magnitude, 400)
  while rest > 0 {
    if rest & 1 == 1 { result *= factor }
    factor *= factor
    rest >>= 1
  }
  return n < 0 ? 1 / result : result
}

/// Ten to the power of `y`, for a finite `y`.
func powerOfTen(_ y: Double) -> Double {
  let whole = max(-400, min(400, y.rounded(.down)))
  // The fraction by Taylor's series at a quarter of its size, then squared twice.
  let quarter = (y - whole) * 2.302_585_092_994_045_7 / 4
  var sum = 1.0
  for n in stride(from: 18.0, through: 1, by: -1) {
    sum = 1 + sum * quarter / n
  }
  let fraction = (sum * sum) * (sum * sum)
  return fraction * powerOfTen(Int(whole))
}
