import Recurrent
import Testing

/// Gradients against the autograd of torch and TensorFlow: see `GradientCases.swift`.
///
/// Tolerance: both sides compute in Double. Gradients here are sums of some hundred products of size below 10,
/// so they agree to about 100 · 10 · 2⁻⁵³ = 1e-13 of their size, and elements that nearly cancel to less. The
/// largest difference met is 4.4e-14.
struct GradientCaseTests {
  static let tolerance = 1e-12

  /// The maps of a case, or of its gradient: rows of W and U gate after gate.
  func maps(_ w: [[Double]], _ r: [[Double]], _ b: [Double], gates: Int) -> [AffineMap<Double>] {
    let units = w.count / gates
    return (0..<gates).map { gate in
      let rows = gate * units..<(gate + 1) * units
      return AffineMap(
        input: Matrix(rows: Array(w[rows])), recurrent: Matrix(rows: Array(r[rows])), bias: Vector(b[rows]))
    }
  }

  func gru(_ w: [[Double]], _ r: [[Double]], _ b: [Double]) throws -> GRUCell<Double> {
    let maps = maps(w, r, b, gates: 3)
    let after = b.count > w.count
    return try GRUCell(
      updateGate: maps[0], resetGate: maps[1], candidate: maps[2],
      recurrentBias: after ? Vector(b[w.count...]) : nil, reset: after ? .after : .before)
  }

  func lstm(_ w: [[Double]], _ r: [[Double]], _ b: [Double], _ p: [Double]) throws -> LSTMCell<Double> {
    let maps = maps(w, r, b, gates: 4)
    let units = p.count / 3
    let peepholes = Peepholes(
      inputGate: Vector(p.prefix(units)), forgetGate: Vector(p.dropFirst(units).prefix(units)),
      outputGate: Vector(p.suffix(units)))
    return try LSTMCell(
      inputGate: maps[0], forgetGate: maps[1], candidate: maps[2], outputGate: maps[3],
      peepholes: p.isEmpty ? nil : peepholes)
  }

  func vectors(_ rows: [[Double]]) -> [Vector<Double>] {
    rows.map { Vector($0) }
  }

  /// Holds states and gradients against those of the case.
  func check<Cell: Parameterised<Double>>(
    _ item: GradientCase, _ states: [Vector<Double>], _ found: SequenceGradient<Cell, Vector<Double>>,
    _ expected: Cell
  ) {
    #expect(relativeError(joined(states), joined(vectors(item.states))) < Self.tolerance)
    #expect(relativeError(found.weights.parameters, expected.parameters) < Self.tolerance)
    #expect(relativeError(joined(found.inputs), joined(vectors(item.dx))) < Self.tolerance)
    #expect(relativeError(found.initial, Vector(item.dh0 + item.dc0)) < Self.tolerance)
  }

  @Test func rnn() throws {
    let item = GradientCases.rnn
    let cell = try RNNCell(weights: maps(item.w, item.r, item.b, gates: 1)[0])
    let steps = cell.steps(over: vectors(item.x), from: Vector(item.h0))
    let expected = try RNNCell(weights: maps(item.dw, item.dr, item.db, gates: 1)[0])
    check(item, steps.map(\.state), cell.gradient(through: steps, of: vectors(item.dh)), expected)
  }

  @Test(arguments: ResetPlacement.allCases)
  func gru(reset: ResetPlacement) throws {
    let item = reset == .before ? GradientCases.gruBefore : GradientCases.gruAfter
    let cell = try gru(item.w, item.r, item.b)
    #expect(cell.reset == reset)
    let steps = cell.states(over: vectors(item.x), from: Vector(item.h0))
    let found = cell.gradient(through: steps, of: vectors(item.dh))
    check(item, steps.map(\.state), found, try gru(item.dw, item.dr, item.db))
  }

  @Test(arguments: [false, true])
  func lstm(peepholes: Bool) throws {
    let item = peepholes ? GradientCases.lstmPeepholes : GradientCases.lstm
    let cell = try lstm(item.w, item.r, item.b, item.p)
    #expect((cell.peepholes != nil) == peepholes)
    let start = LSTMState(hidden: Vector(item.h0), cell: Vector(item.c0))
    let steps = cell.states(over: vectors(item.x), from: start)
    let found = cell.gradient(through: steps, of: vectors(item.dh), lastCell: Vector(item.dc))
    let flat = SequenceGradient(
      weights: found.weights, inputs: found.inputs, initial: joined(found.initial))
    check(item, steps.map(\.state), flat, try lstm(item.dw, item.dr, item.db, item.dp))
  }

  @Test func minimalGatedUnit() throws {
    let item = GradientCases.mgu
    func cell(_ maps: [AffineMap<Double>]) throws -> MGUCell<Double> {
      try MGUCell(forgetGate: maps[0], candidate: maps[1])
    }
    let mgu = try cell(maps(item.w, item.r, item.b, gates: 2))
    let steps = mgu.states(over: vectors(item.x), from: Vector(item.h0))
    let found = mgu.gradient(through: steps, of: vectors(item.dh))
    check(item, steps.map(\.state), found, try cell(maps(item.dw, item.dr, item.db, gates: 2)))
  }

  @Test(arguments: MinGRUCell<Double>.Candidate.allCases)
  func minimalGRU(activation: MinGRUCell<Double>.Candidate) throws {
    let item = activation == .linear ? GradientCases.minGRU : GradientCases.minGRUPositive
    func cell(_ w: [[Double]], _ b: [Double]) throws -> MinGRUCell<Double> {
      let units = w.count / 2
      return try MinGRUCell(
        updateGate: InputMap(weights: Matrix(rows: Array(w.prefix(units))), bias: Vector(b.prefix(units))),
        candidate: InputMap(weights: Matrix(rows: Array(w.suffix(units))), bias: Vector(b.suffix(units))),
        activation: activation)
    }
    let mingru = try cell(item.w, item.b)
    let steps = mingru.states(over: vectors(item.x), from: Vector(item.h0))
    let found = mingru.gradient(through: steps, of: vectors(item.dh))
    check(item, steps.map(\.state), found, try cell(item.dw, item.db))
  }
}
