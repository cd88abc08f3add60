import Recurrent

/// A GRU with random weights, a sequence for it, and an initial state within [−1, 1].
struct Net<Element: Scalar> {
  let gru: GRUCell<Element>
  let inputs: [Vector<Element>]
  let initial: Vector<Element>

  /// 480 nets, made anew from their seeds: both placements, four sizes, and weights from small ones to ones
  /// that saturate the gates. Biases, b_hn and initial states are never zero.
  static func all(seeds: Range<UInt64> = 0..<60, steps: Int = 6) -> [Net] {
    var nets: [Net] = []
    for reset in ResetPlacement.allCases {
      for (inputs, units) in [(1, 1), (3, 2), (2, 5), (4, 16)] {
        for seed in seeds {
          var random = RandomSource(seed: seed << 8 | UInt64(units))
          let range: Element = [0.3, 1, 3, 10][Int(seed % 4)]
          nets.append(
            Net(
              gru: GRUCell(
                inputSize: inputs, hiddenSize: units, reset: reset, using: &random,
                range: range / Element(units).squareRoot()),
              inputs: (0..<steps).map { _ in random.vector(inputs, in: -2...2) },
              initial: random.vector(units, in: -1...1)))
        }
      }
    }
    return nets
  }

  /// The first step of the sequence.
  func step(
    update: GateSetting<Element> = .computed, reset: GateSetting<Element> = .computed
  ) -> GRUStep<Element> {
    gru.step(inputs[0], from: initial, update: update, reset: reset)
  }

  /// All steps of the sequence.
  func steps(
    update: GateSetting<Element> = .computed, reset: GateSetting<Element> = .computed
  ) -> [GRUStep<Element>] {
    gru.states(over: inputs, from: initial, update: update, reset: reset)
  }
}

/// Whether two vectors hold the same bits, the sign of zero included.
func sameBits<Element: Scalar>(_ a: Vector<Element>, _ b: Vector<Element>) -> Bool {
  a.count == b.count && zip(a, b).allSatisfy { $0 == $1 && $0.sign == $1.sign }
}

/// Whether every element of `a` is at most that of `b`.
func isBounded<Element: Scalar>(_ a: Vector<Element>, by b: Vector<Element>) -> Bool {
  a.count == b.count && zip(a, b).allSatisfy { $0 <= $1 }
}
