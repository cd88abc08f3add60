import Recurrent
import Testing

/// Cells against another implementation, onnxruntime: see `ForwardCases.swift`.
///
/// Tolerance: both sides compute in Float. A sum has at most 12 terms of size below 2, so it differs by less
/// than 12 · 12 · 2 · 2⁻²⁴ = 1.7e-5 on each side in the worst case; at most a twentieth of that is met.
struct ForwardTests {
  static let tolerance: Float = 2e-6

  /// The maps in an ONNX packing of W, R and B: gate after gate, the two biases summed unless told apart.
  func maps(of item: ForwardCase, gates: Int) -> (maps: [AffineMap<Float>], recurrentBiases: [Vector<Float>])
  {
    let units = item.w.count / gates
    var result: (maps: [AffineMap<Float>], recurrentBiases: [Vector<Float>]) = ([], [])
    for gate in 0..<gates {
      let rows = gate * units..<(gate + 1) * units
      let inputBias = Vector(item.b[rows])
      let recurrentBias = Vector(item.b[rows.lowerBound + gates * units..<rows.upperBound + gates * units])
      result.maps.append(
        AffineMap(
          input: Matrix(rows: Array(item.w[rows])), recurrent: Matrix(rows: Array(item.r[rows])),
          bias: inputBias))
      result.recurrentBiases.append(recurrentBias)
    }
    return result
  }

  func gru(of item: ForwardCase) throws -> GRUCell<Float> {
    var (maps, biases) = maps(of: item, gates: 3)
    maps[0].bias = maps[0].bias + biases[0]
    maps[1].bias = maps[1].bias + biases[1]
    if item.linearBeforeReset {
      return try GRUCell(
        updateGate: maps[0], resetGate: maps[1], candidate: maps[2], recurrentBias: biases[2], reset: .after)
    }
    maps[2].bias = maps[2].bias + biases[2]
    return try GRUCell(updateGate: maps[0], resetGate: maps[1], candidate: maps[2], reset: .before)
  }

  @Test(arguments: ForwardCases.gru.indices)
  func gruGivesTheStatesOfOnnxruntime(index: Int) throws {
    let item = ForwardCases.gru[index]
    let batch = item.x.map { $0.map { Vector($0) } }
    let steps = try gru(of: item).states(overBatch: batch, from: item.h0.map { Vector($0) })
    for (sequence, expected) in zip(steps, item.states) {
      #expect(sequence.count == expected.count)
      for (step, state) in zip(sequence, expected) {
        #expect((step.state - Vector(state)).maxNorm < Self.tolerance)
      }
    }
  }

  @Test(arguments: ForwardCases.rnn.indices)
  func rnnGivesTheStatesOfOnnxruntime(index: Int) throws {
    let item = ForwardCases.rnn[index]
    var (maps, biases) = maps(of: item, gates: 1)
    maps[0].bias = maps[0].bias + biases[0]
    let rnn = try RNNCell(weights: maps[0])
    for (i, sequence) in item.x.enumerated() {
      let states = rnn.states(over: sequence.map { Vector($0) }, from: Vector(item.h0[i]))
      #expect(states.count == sequence.count)
      for (state, expected) in zip(states, item.states[i]) {
        #expect((state - Vector(expected)).maxNorm < Self.tolerance)
      }
    }
  }

  @Test func theTwoPlacementsDifferByFarMoreThanTheTolerance() throws {
    let item = ForwardCases.gru[0]
    let gru = try gru(of: item)
    let xs = item.x[0].map { Vector($0) }
    let before = gru.states(over: xs)
    let after = gru.with(reset: .after).states(over: xs)
    #expect((before[4].state - after[4].state).maxNorm > 100 * Self.tolerance)
  }
}
