import Recurrent
import Testing

/// Bound B9 and ledger item 2: where a gate of floats is exactly 0 or 1, to the bit.
struct SaturationTests {
  // 24 ln 2 = 16.63553233…, where exp(−x) is 2⁻²⁴, half an ulp of 1: the tie goes to 1. The first float past
  // it is 16.63553238.
  @Test func b9SigmoidIsExactlyOneFromSixteenPointSixFour() {
    let first: Float = 16.635_532
    #expect(Double(first) > 16.635_532_33 && Double(first.nextDown) < 16.635_532_33)
    #expect(sigmoid(first).bitPattern == (1 as Float).bitPattern)
    #expect(sigmoid(first.nextDown).bitPattern == (1 - 0x1p-23 as Float).bitPattern)
    var x: Float = 16.64
    while x < 1e30 {
      #expect(sigmoid(x) == 1)
      x *= 1.01
    }
    #expect(sigmoid(Float.greatestFiniteMagnitude) == 1)
  }

  // ln of the greatest finite float is 88.72283905…: past it exp(x) overflows, and 1/∞ is 0.
  @Test func b9SigmoidIsExactlyZeroPastMinusEightyEightPointSevenThree() {
    let last: Float = 88.722_83
    #expect(Double(last) < 88.722_839_052 && Double(last.nextUp) > 88.722_839_053)
    #expect(sigmoid(-last) > 0)
    #expect(sigmoid(-last).isSubnormal)
    #expect(sigmoid(-last.nextUp).bitPattern == 0)
    var x: Float = 88.73
    while x < 1e30 {
      #expect(sigmoid(-x).bitPattern == 0)
      x *= 1.01
    }
    #expect(sigmoid(-Float.greatestFiniteMagnitude).bitPattern == 0)
  }

  @Test func item2GatesLieStrictlyBetweenTheirEndsWhereFloatsAllowIt() {
    for net in Net<Float>.all() {
      for step in net.steps() {
        for (sum, gate) in zip(step.updateSum, step.updateGate) {
          #expect(gate >= 0 && gate <= 1)
          #expect((gate < 1) == (sum < 16.635_532))
          #expect((gate > 0) == (sum >= -88.722_83))
        }
      }
    }
  }

  @Test func b9ALargeBiasMakesTheLimitsExact() {
    for net in Net<Float>.all(seeds: 0..<20) {
      let units = net.gru.hiddenSize
      // Larger than the ends by more than the largest weighted sum.
      let map = [net.gru.updateGate, net.gru.resetGate].map {
        $0.input.absolute.infinityNorm * 2 + $0.recurrent.absolute.infinityNorm
      }
      let far = 89 + map.reduce(0, max)
      var keeping = net.gru
      keeping.updateGate.bias = Vector(repeating: far, count: units)
      #expect(sameBits(keeping.states(over: net.inputs, from: net.initial).last?.state ?? [], net.initial))

      var plain = net.gru
      plain.updateGate.bias = Vector(repeating: -far, count: units)
      plain.resetGate.bias = Vector(repeating: far, count: units)
      let states = plain.states(over: net.inputs, from: net.initial).map(\.state)
      for (a, b) in zip(states, plain.asRNN.states(over: net.inputs, from: net.initial)) {
        #expect(sameBits(a, b))
      }

      var dense = plain
      dense.resetGate.bias = Vector(repeating: -far, count: units)
      for step in dense.states(over: net.inputs, from: net.initial) {
        #expect(sameBits(step.state, dense.asMLP(step.input)))
      }
    }
  }
}
