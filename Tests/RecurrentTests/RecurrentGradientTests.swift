import Testing

@testable import Recurrent

/// The gradients of every cell as a layer against those of the readable cell, which are the same sums in another
/// order.
///
/// Inputs and units fill two groups of lanes, and the sequences two parts of a batch, so that each sum is cut.
struct RecurrentGradientTests {
  let inputs = 10
  let units = 11

  /// The readable cell's gradient over one sequence, by what a loss takes from each h, and from the last state.
  typealias Reference<Cell: RecurrentCell> = (
    Cell, [Vector<Double>], _ initial: Cell.State, _ dh: [Vector<Double>], _ last: Cell.State
  ) -> SequenceGradient<Cell, Cell.State>

  /// The largest error of a gradient, as a fraction of the largest element of its part.
  func error<Cell: RecurrentCell<Double>>(
    _ cell: Cell, isReverse: Bool, _ reference: Reference<Cell>
  ) throws -> Double {
    var random = RandomSource(seed: 2)
    let problem = try RecurrentLayerTests.Problem<Double>(
      inputs: inputs, units: units, sequences: 10, longest: 4, using: &random)
    let widths = RowLayout(cell.maps.form).states
    func states() -> [Cell.State] {
      problem.xs.map { _ in
        Cell.state(of: (0..<widths).map { _ in random.vector(units, in: -1...1) })
      }
    }
    let (initial, final) = (states(), states())
    func turned(_ values: [Vector<Double>]) -> [Vector<Double>] {
      isReverse ? values.reversed() : values
    }

    let layer = RecurrentLayer(cell, isReverse: isReverse)
    let found = try layer.gradient(
      through: try layer.run(problem.batch, from: initial), of: try SequenceBatch(problem.dh),
      final: final)
    let expected = problem.xs.indices.map { b in
      var dh = turned(problem.dh[b])
      dh[dh.count - 1] = dh[dh.count - 1] + Cell.vectors(of: final[b])[0]
      return reference(cell, turned(problem.xs[b]), initial[b], dh, final[b])
    }
    let weights = expected.map(\.weights.parameters).reduce(.zeros(cell.parameters.count)) { $0 + $1 }
    return max(
      relativeDifference([[found.weights.parameters]], [[weights]]),
      relativeDifference(try #require(found.inputs).sequences, expected.map { turned($0.inputs) }),
      relativeDifference(
        found.initial.map(Cell.vectors), expected.map { Cell.vectors(of: $0.initial) }))
  }

  /// Largest error met: 6.6e-16.
  let tolerance = 1e-12

  @Test(arguments: [false, true])
  func cellsOfOneForm(isReverse: Bool) throws {
    var random = RandomSource(seed: 3)
    let rnn = RNNCell<Double>(inputSize: inputs, hiddenSize: units, using: &random)
    let rnnError = try error(rnn, isReverse: isReverse) { cell, xs, initial, dh, _ in
      cell.gradient(through: cell.steps(over: xs, from: initial), of: dh)
    }
    #expect(rnnError < tolerance)
    let mgu = MGUCell<Double>(inputSize: inputs, hiddenSize: units, using: &random)
    let mguError = try error(mgu, isReverse: isReverse) { cell, xs, initial, dh, _ in
      cell.gradient(through: cell.states(over: xs, from: initial), of: dh)
    }
    #expect(mguError < tolerance)
    for activation in MinGRUCell<Double>.Candidate.allCases {
      let cell = MinGRUCell<Double>(
        inputSize: inputs, hiddenSize: units, activation: activation, using: &random)
      let minGRUError = try error(cell, isReverse: isReverse) { cell, xs, initial, dh, _ in
        cell.gradient(through: cell.states(over: xs, from: initial), of: dh)
      }
      #expect(minGRUError < tolerance, "\(activation)")
    }
  }

  @Test(arguments: [false, true], ResetPlacement.allCases)
  func gatedUnits(isReverse: Bool, reset: ResetPlacement) throws {
    var random = RandomSource(seed: 4)
    let gru = GRUCell<Double>(
      inputSize: inputs, hiddenSize: units, reset: reset, using: &random)
    let gruError = try error(gru, isReverse: isReverse) { cell, xs, initial, dh, _ in
      cell.gradient(through: cell.states(over: xs, from: initial), of: dh)
    }
    #expect(gruError < tolerance)
    let noResetError = try error(NoResetGRUCell(gru), isReverse: isReverse) { cell, xs, initial, dh, _ in
      cell.gradient(through: cell.states(over: xs, from: initial), of: dh)
    }
    #expect(noResetError < tolerance)
    let noUpdateError = try error(NoUpdateGRUCell(gru), isReverse: isReverse) { cell, xs, initial, dh, _ in
      cell.gradient(through: cell.states(over: xs, from: initial), of: dh)
    }
    #expect(noUpdateError < tolerance)
  }

  @Test(arguments: [false, true], [false, true])
  func longShortTermMemory(isReverse: Bool, peepholes: Bool) throws {
    var random = RandomSource(seed: 5)
    let lstm = LSTMCell<Double>(
      inputSize: inputs, hiddenSize: units, peepholes: peepholes, using: &random)
    let error = try error(lstm, isReverse: isReverse) { cell, xs, initial, dh, last in
      cell.gradient(through: cell.states(over: xs, from: initial), of: dh, lastCell: last.cell)
    }
    #expect(error < tolerance)
  }
}
