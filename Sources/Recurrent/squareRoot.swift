/// The square root, within 0.75 ulp; NaN below 0.
///
/// Heron's rule, y ← (y + x/y)/2, squares the relative error and halves it. The first guess is off by less
/// than a factor of 2, and six rounds take that below 10⁻¹⁷; what is left is half the rounding of the last
/// quotient and the rounding of the last sum. The standard library's `squareRoot()` is not used: optimised,
/// it becomes a call of the C library's `sqrt`, and a program without that library does not link.
@inlinable
public func squareRoot<Element: Scalar>(_ x: Element) -> Element {
  guard x > 0 && x < .infinity else { return x < 0 ? .nan : x }
  var y = Element(sign: .plus, exponent: x.exponent / 2, significand: 1)
  for _ in 0..<6 { y = (y + x / y) / 2 }
  return y
}
