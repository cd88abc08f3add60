import Foundation
import Recurrent
import Testing

/// The functions of `Float`: their ends to the bit, and their error on a sample. The error over all
/// floats is measured by hand, with `Benchmarks/FunctionErrors`.
struct FloatFunctionTests {
  /// Floats of both signs, every 65,521st bit pattern: 65,000 points.
  static let sample = stride(from: UInt32(0), to: Float.infinity.bitPattern, by: 65_521)
    .map { Float(bitPattern: $0) }

  /// The error in units of the last place of the reference rounded to `Float`.
  func ulps(_ value: Float, _ exact: Double) -> Double {
    let rounded = Float(exact)
    if value == rounded && rounded.isInfinite { return 0 }
    return Swift.abs(Double(value) - exact) / Double(rounded.ulp)
  }

  @Test func expIsWithinOneUlp() {
    for x in Self.sample {
      #expect(ulps(Float.exp(x), Foundation.exp(Double(x))) <= 1, "exp(\(x))")
      #expect(ulps(Float.exp(-x), Foundation.exp(Double(-x))) <= 1, "exp(\(-x))")
    }
  }

  @Test func tanhIsWithinTwoUlps() {
    for x in Self.sample { #expect(ulps(Float.tanh(x), Foundation.tanh(Double(x))) <= 2, "tanh(\(x))") }
  }

  // Written as it is, the function rounds three times. Below −16.6, where exp(−x) is a little over a power of
  // two and adding 1 is a tie, these add up to more than 2 ulp; above 0 they stay below 1.5.
  @Test func sigmoidIsWithinItsRoundingsUntilItVanishes() {
    for x in Self.sample {
      #expect(ulps(Float.sigmoid(x), 1 / (1 + Foundation.exp(-Double(x)))) <= 1.5, "sigmoid(\(x))")
      guard x < 88.722_84 else { continue }
      #expect(ulps(Float.sigmoid(-x), 1 / (1 + Foundation.exp(Double(x)))) <= 2.5, "sigmoid(\(-x))")
    }
  }

  @Test func logIsWithinOneUlp() {
    for x in Self.sample.dropFirst() {
      #expect(ulps(Float.log(x), Foundation.log(Double(x))) <= 1, "log(\(x))")
    }
  }

  @Test func expOverflowsAndVanishesAtItsEnds() {
    let last: Float = 88.722_83
    #expect(Float.exp(last).isFinite)
    #expect(Float.exp(last.nextUp) == .infinity)
    let lastBelow: Float = -103.972_08
    #expect(Float.exp(lastBelow.nextUp) == .leastNonzeroMagnitude)
    #expect(Float.exp(lastBelow.nextDown) == 0)
    #expect(Float.exp(-100).isSubnormal)
  }

  @Test func specialValues() {
    #expect(Float.exp(0) == 1)
    #expect(Float.exp(-0.0) == 1)
    #expect(Float.exp(.infinity) == .infinity)
    #expect(Float.exp(-.infinity).bitPattern == 0)
    #expect(Float.log(1).bitPattern == 0)
    #expect(Float.log(0) == -.infinity)
    #expect(Float.log(-0.0) == -.infinity)
    #expect(Float.log(.infinity) == .infinity)
    #expect(Float.log(-1).isNaN)
    #expect(Float.log(-.infinity).isNaN)
    #expect(Float.tanh(.infinity) == 1)
    #expect(Float.tanh(-.infinity) == -1)
    #expect(Float.tanh(-0.0).bitPattern == (-0.0 as Float).bitPattern)
    #expect(Float.sigmoid(0) == 0.5)
    #expect(Float.sigmoid(.infinity) == 1)
    #expect(Float.sigmoid(-.infinity).bitPattern == 0)
  }

  @Test func notANumberPassesThrough() {
    for nan in [Float.nan, -Float.nan, Float(nan: 1, signaling: false)] {
      #expect(Float.exp(nan).isNaN)
      #expect(Float.log(nan).isNaN)
      #expect(Float.tanh(nan).isNaN)
      #expect(Float.sigmoid(nan).isNaN)
    }
  }

  @Test func tanhIsOddAndStaysWithinOne() {
    for x in Self.sample {
      #expect(Float.tanh(-x).bitPattern == (-Float.tanh(x)).bitPattern)
      #expect(Float.tanh(x) <= 1)
    }
  }

  @Test func tanhOfASubnormalIsItself() {
    let x = Float.leastNonzeroMagnitude
    #expect(Float.tanh(x) == x)
    #expect(Float.tanh(12_345 * x) == 12_345 * x)
  }

  @Test func functionsNeverFallOnTheSample() {
    let rising = Self.sample.reversed().map { -$0 } + Self.sample
    for (x, y) in zip(rising, rising.dropFirst()) {
      #expect(Float.exp(x) <= Float.exp(y))
      #expect(Float.tanh(x) <= Float.tanh(y))
      #expect(Float.sigmoid(x) <= Float.sigmoid(y))
      if x > 0 { #expect(Float.log(x) <= Float.log(y)) }
    }
  }

  @Test func sigmoidIsWrittenAsItsFormula() {
    for x in Self.sample { #expect(Float.sigmoid(x) == 1 / (1 + Float.exp(-x))) }
  }

  @Test func freeFunctionsAreTheStaticOnes() {
    let x: Float = 0.7
    #expect(Recurrent.exp(x) == Float.exp(x))
    #expect(Recurrent.log(x) == Float.log(x))
    #expect(Recurrent.tanh(x) == Float.tanh(x))
    #expect(Recurrent.sigmoid(x) == Float.sigmoid(x))
  }
}
