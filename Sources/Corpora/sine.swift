/// The sine, within 2⁻⁵² for |x| up to 100,000, from arithmetic alone: every machine computes the same bits.
///
/// x is reduced by multiples of π/2, in two parts of which the first has 33 bits, to at most π/4. There the
/// series of sine or cosine, cut behind the term of degree 17 or 16, is off by less than 2⁻⁵⁸.
func sine(_ x: Double) -> Double {
  let quarters = (x / 1.5707963267948966).rounded()
  let r = (x - quarters * 0x1.921fb544p+0) - quarters * 0x1.0b4611a626331p-34
  let square = r * r
  let quadrant = Int(quarters) & 3

  var sum = 1.0
  for k in stride(from: 16.0, to: 0, by: -2) {
    sum = 1 - square / (quadrant % 2 == 0 ? k * (k + 1) : k * (k - 1)) * sum
  }
  let value = quadrant % 2 == 0 ? r * sum : sum
  return quadrant < 2 ? value : -value
}
