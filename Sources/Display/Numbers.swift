// Numbers as a sentence or a table shows them.
//
// The C library's `vsnprintf` rounds the exact binary value, ties to even, on every platform this builds on,
// and the locale is never set; so the digits are the same everywhere. Nothing else of it is used.

#if canImport(Darwin)
  private import Darwin
#elseif canImport(Glibc)
  private import Glibc
#elseif canImport(Musl)
  private import Musl
#endif

/// `x` with `digits` digits after the decimal point: `fixed(-2.5, digits: 2)` is `−2.50`.
///
/// The exact value is rounded, a tie to the even digit. A negative number has a true minus sign (U+2212); what
/// rounds to zero has none. `NaN`, `∞` and `−∞` stand for themselves. `digits` is held to 0…100.
public func fixed(_ x: some BinaryFloatingPoint, digits: Int) -> String {
  let value = Double(x)
  return unusual(value) ?? withMinusSign(printed("%.*f", value, digits: digits))
}

/// `x` as a mantissa and a power of ten: `scientific(1.3e-7, digits: 2)` is `1.3 × 10⁻⁷`.
///
/// `digits` counts the significant digits (held to 1…100). The spaces beside the sign are no-break spaces (U+00A0).
/// Rounding, signs and special values are those of ``fixed(_:digits:)``; zero is `0`.
public func scientific(_ x: some BinaryFloatingPoint, digits: Int) -> String {
  let value = Double(x)
  if let word = unusual(value) { return word }
  if value == 0 { return "0" }
  let (mantissa, exponent) = split(value, digits: digits)
  return "\(withMinusSign(mantissa))\u{A0}×\u{A0}10\(superscript(exponent))"
}

/// `x` to `digits` significant digits: `significant(0.62246, digits: 3)` is `0.622`.
///
/// Written out while the number is at least 10⁻⁴ and below 10⁶ (or below 10 to the power of `digits`, where
/// that is more), otherwise as ``scientific(_:digits:)``. Zero is `0`.
public func significant(_ x: some BinaryFloatingPoint, digits: Int) -> String {
  let value = Double(x)
  if let word = unusual(value) { return word }
  if value == 0 { return "0" }
  let (mantissa, exponent) = split(value, digits: digits)
  guard exponent >= -4, exponent < max(digits, 6) else { return scientific(value, digits: digits) }
  let decimals = digits - 1 - exponent
  if decimals >= 0 { return fixed(value, digits: decimals) }
  let kept = mantissa.filter { $0 != "." }
  return withMinusSign(kept + String(repeating: "0", count: -decimals))
}

extension DefaultStringInterpolation {
  /// Appends `x` with a fixed number of decimals: `\(loss, digits: 3)`.
  public mutating func appendInterpolation(_ x: some BinaryFloatingPoint, digits: Int) {
    appendLiteral(fixed(x, digits: digits))
  }

  /// Appends `x` to a number of significant digits: `\(ratio, significant: 3)`.
  public mutating func appendInterpolation(_ x: some BinaryFloatingPoint, significant digits: Int) {
    appendLiteral(Display.significant(x, digits: digits))
  }

  /// Appends `x` as a mantissa and a power of ten: `\(error, scientific: 2)`.
  public mutating func appendInterpolation(_ x: some BinaryFloatingPoint, scientific digits: Int) {
    appendLiteral(Display.scientific(x, digits: digits))
  }
}

/// `n` in superscript digits.
func superscript(_ n: Int) -> String {
  let digits: [Character] = ["⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"]
  return String(String(n).map { $0.wholeNumberValue.map { digits[$0] } ?? "⁻" })
}

/// The power of ten of the first significant digit of `x`, which is finite and not zero.
func decimalExponent(_ x: Double) -> Int {
  split(x, digits: 17).exponent
}

/// The true minus sign in place of a hyphen, and none before a zero.
func withMinusSign(_ number: String) -> String {
  guard number.hasPrefix("-") else { return number }
  let magnitude = number.dropFirst()
  return magnitude.allSatisfy { $0 == "0" || $0 == "." } ? String(magnitude) : "−" + magnitude
}

private func unusual(_ x: Double) -> String? {
  if x.isNaN { return "NaN" }
  if x.isInfinite { return x < 0 ? "−∞" : "∞" }
  return nil
}

private func split(_ x: Double, digits: Int) -> (mantissa: String, exponent: Int) {
  let parts = printed("%.*e", x, digits: max(digits, 1) - 1).split(separator: "e")
  guard parts.count == 2, let exponent = Int(parts[1]) else { return ("0", 0) }
  return (String(parts[0]), exponent)
}

private func printed(_ format: String, _ x: Double, digits: Int) -> String {
  let digits = min(max(digits, 0), 100)
  // A sign, the 309 digits of the greatest number, a point and the decimals.
  return withUnsafeTemporaryAllocation(of: CChar.self, capacity: 512) { buffer in
    let count = withVaList([CInt(digits), x]) { vsnprintf(buffer.baseAddress, buffer.count, format, $0) }
    return String(decoding: buffer.prefix(Int(count)).map(UInt8.init(bitPattern:)), as: UTF8.self)
  }
}
