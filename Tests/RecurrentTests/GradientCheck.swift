import Recurrent

/// A cell, a sequence for it, and a loss L = Σ dh · h over the steps, plus dc · c of the last for an LSTM.
///
/// The loss is linear in the states, so dh is ∂L/∂h, and it weighs every element of every step differently.
struct GradientProblem {
  let inputs: [Vector<Double>]
  let hidden: Vector<Double>
  let cell: Vector<Double>
  let dh: [Vector<Double>]
  let dc: Vector<Double>

  init(_ inputs: Int, _ units: Int, steps: Int, using random: inout RandomSource) {
    self.inputs = (0..<steps).map { _ in random.vector(inputs, in: -2...2) }
    hidden = random.vector(units, in: -1...1)
    cell = random.vector(units, in: -1...1)
    dh = (0..<steps).map { _ in random.vector(units, in: -1...1) }
    dc = random.vector(units, in: -1...1)
  }

  func loss(_ states: [Vector<Double>]) -> Double {
    zip(dh, states).map { dot($0, $1) }.reduce(0, +)
  }

  func loss(_ steps: [LSTMStep<Double>]) -> Double {
    loss(steps.map(\.state)) + (steps.last.map { dot(dc, $0.cell) } ?? 0)
  }

  var state: LSTMState<Double> { LSTMState(hidden: hidden, cell: cell) }

  /// Eighteen problems: 1×1 to 2×4, one step to five, two spreads of the weights, two seeds each.
  static func forEach(_ body: (Trial, inout RandomSource, GradientProblem) -> Void) {
    var number = 0
    for (inputs, units) in [(1, 1), (3, 2), (2, 4)] {
      for (steps, range) in [(1, 1.0), (2, 3.0), (5, 1.0)] {
        for _ in 0..<2 {
          var random = RandomSource(seed: UInt64(number))
          let problem = GradientProblem(inputs, units, steps: steps, using: &random)
          body(Trial(number: number, inputs: inputs, units: units, range: range), &random, problem)
          number += 1
        }
      }
    }
  }

  struct Trial {
    let number: Int
    let inputs: Int
    let units: Int
    let range: Double
  }
}

enum Differences {
  /// df/dx at `x`, by central differences of eighth order:
  ///
  ///     (4/5 d₁ − 1/5 d₂ + 4/105 d₃ − 1/280 d₄) / s = f′(x) − s⁸ f⁽⁹⁾(x)/630 + …,   d_k = f(x + ks) − f(x − ks)
  ///
  /// At s = 2⁻⁷ the second term is 2e-20 f⁽⁹⁾, and what rounding does to a loss of size 10, 2⁻⁵³ · 10, is
  /// multiplied by about 2/s: 3e-13. A smaller step of a lower order loses more to either.
  static func derivative(at x: Double, of f: (Double) -> Double) -> Double {
    let s = 0x1p-7
    var sum = 0.0
    for (k, weight) in [(1, 4 / 5), (2, -1 / 5), (3, 4 / 105), (4, -1 / 280)] as [(Double, Double)] {
      sum += weight * (f(x + k * s) - f(x - k * s))
    }
    return sum / s
  }

  /// The gradient of `f` by each element of `x`.
  static func gradient(at x: Vector<Double>, of f: (Vector<Double>) -> Double) -> Vector<Double> {
    var gradient = x
    for i in x.indices {
      gradient[i] = derivative(at: x[i]) { value in
        var changed = x
        changed[i] = value
        return f(changed)
      }
    }
    return gradient
  }

  /// ∂f/∂x of a vector function, an element of f a row.
  static func jacobian(at x: Vector<Double>, of f: (Vector<Double>) -> Vector<Double>) -> Matrix<Double> {
    let rows = f(x).indices.map { i in Array(gradient(at: x) { f($0)[i] }) }
    return Matrix(rows: rows)
  }
}

/// The largest difference of two gradients, as a fraction of the element it is met at.
///
/// Elements below a thousandth of the largest count as that large: they are sums that nearly cancel, and
/// neither side knows their last digits.
func relativeError(_ found: Vector<Double>, _ expected: Vector<Double>) -> Double {
  guard found.count == expected.count else { return .infinity }
  let floor = max(expected.maxNorm / 1000, 1e-12)
  return zip(found, expected).map { ($0 - $1).magnitude / max($1.magnitude, floor) }.reduce(0, max)
}

func relativeError(_ found: Matrix<Double>, _ expected: Matrix<Double>) -> Double {
  relativeError(elements(of: found), elements(of: expected))
}

func elements(of matrix: Matrix<Double>) -> Vector<Double> {
  Vector((0..<matrix.rows).flatMap { Array(matrix.row($0)) })
}

func joined(_ vectors: [Vector<Double>]) -> Vector<Double> {
  Vector(vectors.flatMap { Array($0) })
}

func joined(_ state: LSTMState<Double>) -> Vector<Double> {
  joined([state.hidden, state.cell])
}

func split(_ v: Vector<Double>) -> LSTMState<Double> {
  LSTMState(hidden: Vector(v.prefix(v.count / 2)), cell: Vector(v.suffix(v.count / 2)))
}

extension GradientProblem {
  /// The largest relative error of a gradient against differences: by the weights, the inputs and the
  /// initial state, each on its own.
  func error<Cell: Parameterised<Double>>(
    of cell: Cell, _ weights: Cell, _ inputGradients: [Vector<Double>], _ initial: Vector<Double>,
    from start: Vector<Double>, loss: (Cell, [Vector<Double>], Vector<Double>) -> Double
  ) -> Double {
    let byWeights = Differences.gradient(at: cell.parameters) { parameters in
      var changed = cell
      changed.parameters = parameters
      return loss(changed, inputs, start)
    }
    let size = inputs[0].count
    let byInputs = Differences.gradient(at: joined(inputs)) { all in
      loss(cell, inputs.indices.map { Vector(all[$0 * size..<($0 + 1) * size]) }, start)
    }
    let byStart = Differences.gradient(at: start) { loss(cell, inputs, $0) }
    return max(
      relativeError(weights.parameters, byWeights), relativeError(joined(inputGradients), byInputs),
      relativeError(initial, byStart))
  }
}
