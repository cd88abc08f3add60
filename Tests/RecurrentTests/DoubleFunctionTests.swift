import Recurrent
import Testing

/// The functions of `Double` against 60-digit arithmetic; `FunctionCases.swift` holds the values.
struct DoubleFunctionTests {
  func worstError(_ cases: [UInt64], _ function: (Double) -> Double) -> Double {
    var worst = 0.0
    for i in stride(from: 0, to: cases.count, by: 2) {
      let expected = Double(bitPattern: cases[i + 1])
      let difference = function(Double(bitPattern: cases[i])) - expected
      worst = max(worst, difference.magnitude / expected.ulp)
    }
    return worst
  }

  // The expected values are rounded, by half an ulp at most, so an error below 2 ulp shows as at most 2.
  @Test func errorsAreWithinTwoUlps() {
    #expect(worstError(FunctionCases.exp, Double.exp) <= 1)
    #expect(worstError(FunctionCases.tanh, Double.tanh) <= 2)
    #expect(worstError(FunctionCases.sigmoid, Double.sigmoid) <= 2)
    #expect(worstError(FunctionCases.log, Double.log) <= 1)
  }

  @Test func ends() {
    let last = 709.782_712_893_384
    #expect(Double.exp(last.nextDown).isFinite)
    #expect(Double.exp(last.nextUp) == .infinity)
    #expect(Double.exp(-745.13) == .leastNonzeroMagnitude)
    #expect(Double.exp(-745.14) == 0)
    #expect(Double.exp(-740).isSubnormal)
    #expect(Double.sigmoid(36.736_9) == 1)
    #expect(Double.sigmoid(36.736_7) < 1)
    #expect(Double.sigmoid(-709.782_8) == 0)
    #expect(Double.sigmoid(-709.782_6) > 0)
    #expect(Double.log(.leastNonzeroMagnitude) == -744.440_071_921_381_2)
  }

  @Test func specialValues() {
    #expect(Double.exp(0) == 1)
    #expect(Double.exp(.infinity) == .infinity)
    #expect(Double.exp(-.infinity).bitPattern == 0)
    #expect(Double.log(1).bitPattern == 0)
    #expect(Double.log(0) == -.infinity)
    #expect(Double.log(.infinity) == .infinity)
    #expect(Double.log(-1).isNaN)
    #expect(Double.tanh(.infinity) == 1)
    #expect(Double.tanh(-.infinity) == -1)
    #expect(Double.tanh(-0.0).bitPattern == (-0.0).bitPattern)
    #expect(Double.sigmoid(0) == 0.5)
    for function in [Double.exp, Double.log, Double.tanh, Double.sigmoid] { #expect(function(.nan).isNaN) }
  }

  @Test func tanhIsOddToTheBit() {
    for i in stride(from: 0, to: FunctionCases.tanh.count, by: 2) {
      let x = Double(bitPattern: FunctionCases.tanh[i])
      #expect(Double.tanh(-x).bitPattern == (-Double.tanh(x)).bitPattern)
    }
  }
}
