import Testing

@testable import Display

@Suite struct NumbersTests {
  @Test(arguments: [
    (0.0, 2, "0.00"), (-0.0, 2, "0.00"), (-0.001, 2, "0.00"), (-0.005, 2, "−0.01"), (0.5, 0, "0"),
    (1.5, 0, "2"),
    (2.5, 0, "2"), (0.125, 2, "0.12"), (0.375, 2, "0.38"), (1.005, 2, "1.00"), (0.045, 2, "0.04"),
    (0.6224593312018546, 4, "0.6225"), (-2.5, 2, "−2.50"), (999.9999, 3, "1000.000"),
    (1e21, 0, "1000000000000000000000"),
    (5e-324, 3, "0.000"), (123456.789, 1, "123456.8"), (1, -3, "1"),
  ])
  func fixedDigits(x: Double, digits: Int, text: String) {
    #expect(fixed(x, digits: digits) == text)
  }

  @Test(arguments: [
    (1.3e-7, 2, "1.3 × 10⁻⁷"), (1.3e-7, 1, "1 × 10⁻⁷"), (9.99e5, 2, "1.0 × 10⁶"),
    (-4.4e-16, 2, "−4.4 × 10⁻¹⁶"),
    (1, 3, "1.00 × 10⁰"), (6.02214076e23, 4, "6.022 × 10²³"), (5e-324, 3, "4.94 × 10⁻³²⁴"),
    (1.7976931348623157e308, 3, "1.80 × 10³⁰⁸"), (0, 3, "0"), (-0.0, 3, "0"), (2.5, 1, "2 × 10⁰"),
    (12, 0, "1 × 10¹"),
  ])
  func mantissaAndExponent(x: Double, digits: Int, text: String) {
    #expect(scientific(x, digits: digits) == text.replacing(" ", with: "\u{A0}"))
  }

  @Test(arguments: [
    (0.62246, 3, "0.622"), (0.5, 3, "0.500"), (1234.5678, 2, "1200"), (12345, 3, "12300"),
    (0.00012345, 3, "0.000123"),
    (0.000012345, 3, "1.23 × 10⁻⁵"), (999_999, 3, "1.00 × 10⁶"), (999_499, 3, "999000"),
    (1_234_567, 7, "1234567"),
    (1_234_567, 3, "1.23 × 10⁶"), (0.099999, 2, "0.10"), (-0.0625, 2, "−0.062"), (0, 3, "0"), (1, 1, "1"),
  ])
  func significantDigits(x: Double, digits: Int, text: String) {
    #expect(significant(x, digits: digits) == text.replacing(" ", with: "\u{A0}"))
  }

  @Test func whatIsNoNumber() {
    for format in [fixed, scientific, significant] as [(Double, Int) -> String] {
      #expect(format(.nan, 2) == "NaN")
      #expect(format(.infinity, 2) == "∞")
      #expect(format(-.infinity, 2) == "−∞")
    }
  }

  @Test func manyDigitsOfTheGreatestNumber() {
    let text = fixed(-Double.greatestFiniteMagnitude, digits: 1000)
    #expect(text.count == 1 + 309 + 1 + 100)
    #expect(text.hasPrefix("−17976931348623157"))
  }

  @Test func narrowTypesKeepTheirOwnValue() {
    #expect(fixed(Float(0.1), digits: 10) == "0.1000000015")
    #expect(significant(Float(16_777_216), digits: 8) == "16777216")
  }

  @Test func inASentence() {
    let error = 1.34e-7
    #expect("off by \(error, scientific: 2)" == "off by 1.3\u{A0}×\u{A0}10⁻⁷")
    #expect("z = \(0.62246, digits: 2), r = \(Float(0.5), significant: 3)" == "z = 0.62, r = 0.500")
  }

  @Test func withoutAHyphenBeforeZero() {
    #expect(withMinusSign("-0.00") == "0.00")
    #expect(withMinusSign("-10") == "−10")
    #expect(withMinusSign("10") == "10")
  }
}
