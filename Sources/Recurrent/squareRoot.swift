/// The square root, within 0.75 ulp; NaN below 0.
@inlinable
public func squareRoot<Element: Scalar>(_ x: Element) -> Element {
  var x = x
  withUnsafeMutablePointer(to: &x) { squareRoot(lanes: Element.Single(UnsafePointer($0))).store($0) }
  return x
}

/// The square root of each lane, to the same bits.
///
/// Heron's rule, y ← (y + x/y)/2, squares the relative error and halves it. The first guess is off by less
/// than 7 %, and four rounds take that below 10⁻¹⁹; what is left is half the rounding of the last quotient and the
/// rounding of the last sum. The standard library's `squareRoot()` is not used: optimised, it becomes a call of the C
/// library's `sqrt`, and a program without that library does not link.
@inlinable @inline(__always)
func squareRoot<L: Lanes>(lanes x: L) -> L {
  let (zero, infinity) = (L(repeating: 0), L(repeating: .infinity))
  // A subnormal number has no exponent to halve.
  let least = L(repeating: .leastNormalMagnitude)
  let scaled = L.choose(x * 0x1p52, else: x, where: x, isBelow: least)
  var y = scaled.halfwayToOne
  for _ in 0..<4 { y = (y + scaled / y) * 0.5 }
  let root = L.choose(y * 0x1p-26, else: y, where: x, isBelow: least)
  let regular = L.choose(root, else: x, where: x, isBelow: infinity)
  let notNegative = L.choose(regular, else: x, where: zero, isBelow: x)
  return L.choose(L(repeating: .nan), else: notNegative, where: x, isBelow: zero)
}
