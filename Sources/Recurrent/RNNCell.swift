/// The plain recurrent cell: h = tanh(W x + U h₋ + b).
///
/// Source: J. L. Elman, "Finding structure in time", Cognitive Science 14, 1990.
@frozen
public struct RNNCell<Element: Scalar>: Equatable, Sendable {
  /// W (H×I), U (H×H) and b (H).
  public var weights: AffineMap<Element>

  /// A cell of the given weights.
  ///
  /// - Throws: ``ShapeError`` unless W is H×I and U is H×H for H the size of the bias and I the width of W.
  @inlinable
  public init(weights: AffineMap<Element>) throws(ShapeError) {
    try weights.check("weights", inputSize: weights.inputSize, hiddenSize: weights.hiddenSize)
    self.init(unchecked: weights)
  }

  /// Random weights, spread evenly over −`range` to `range`; ±1/√H if no range is given.
  @inlinable
  public init(inputSize: Int, hiddenSize: Int, using random: inout RandomSource, range: Element? = nil) {
    let range = range ?? 1 / squareRoot(Element(hiddenSize))
    weights = AffineMap(inputSize: inputSize, hiddenSize: hiddenSize, using: &random, range: range)
  }

  @inlinable
  init(unchecked weights: AffineMap<Element>) {
    self.weights = weights
  }

  /// I, the number of inputs.
  @inlinable
  public var inputSize: Int { weights.inputSize }

  /// H, the number of hidden units.
  @inlinable
  public var hiddenSize: Int { weights.hiddenSize }

  /// H(I + H + 1).
  @inlinable
  public var parameterCount: Int { weights.parameterCount }

  /// The next state tanh((W x + U h) + b), from an input of I and a state of H elements.
  @inlinable
  public func step(_ x: Vector<Element>, from h: Vector<Element>) -> Vector<Element> {
    weights.requireSizes(x, h)
    return tanh(weights.sum(x, h))
  }

  /// The state after each input; the first step starts from `h0`, or from zeros.
  @inlinable
  public func states(over xs: [Vector<Element>], from h0: Vector<Element>? = nil) -> [Vector<Element>] {
    var h = h0 ?? .zeros(hiddenSize)
    var states: [Vector<Element>] = []
    states.reserveCapacity(xs.count)
    for x in xs {
      h = step(x, from: h)
      states.append(h)
    }
    return states
  }
}
