import Recurrent
import Testing

/// The square root against that of the processor, which is correctly rounded.
struct SquareRootTests {
  @Test func isWithinThreeQuartersOfAnUlp() {
    for x in FloatFunctionTests.sample.dropFirst() {
      let exact = Double(x).squareRoot()
      let unit = Double(Float(exact).ulp)
      #expect((Double(squareRoot(x)) - exact).magnitude <= 0.75 * unit, "square root of \(x)")
      // Against a rounded value the distance is a whole number of ulps, so at most 1.
      #expect((squareRoot(Double(x)) - exact).magnitude <= exact.ulp)
    }
  }

  @Test func isExactForSquares() {
    for i in 0..<4096 { #expect(squareRoot(Float(i * i)) == Float(i)) }
  }

  @Test func specialValues() {
    #expect(squareRoot(0 as Float) == 0)
    #expect(squareRoot(-0.0 as Float).sign == .minus)
    #expect(squareRoot(-1 as Float).isNaN)
    #expect(squareRoot(Float.infinity) == .infinity)
    #expect(squareRoot(Float.nan).isNaN)
    #expect(squareRoot(0x1p-148 as Float) == 0x1p-74)
    #expect(squareRoot(0x1p-1074) == 0x1p-537)
    #expect(squareRoot(Double.greatestFiniteMagnitude).isFinite)
  }
}
