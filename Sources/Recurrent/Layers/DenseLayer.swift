/// A layer without memory: y = φ(W x + b) at every step, with φ the identity or tanh.
@frozen
public struct DenseLayer<Element: Scalar>: Equatable, Sendable {
  /// φ, applied to each element.
  @frozen
  public enum Activation: Sendable {
    /// φ(a) = a: a readout.
    case linear

    /// φ(a) = tanh a: the one-layer perceptron.
    case tanh
  }

  /// W, one row for each output.
  public var weights: Matrix<Element>

  /// b, one element for each output.
  public var bias: Vector<Element>

  /// φ.
  public var activation: Activation

  /// A layer of the given weights.
  ///
  /// - Throws: ``ShapeError`` unless the bias has an element for each row of the weights.
  @inlinable
  public init(
    weights: Matrix<Element>, bias: Vector<Element>, activation: Activation = .tanh
  ) throws(ShapeError) {
    try bias.check("bias", count: weights.rows)
    self.init(unchecked: weights, bias, activation)
  }

  @inlinable
  init(unchecked weights: Matrix<Element>, _ bias: Vector<Element>, _ activation: Activation = .tanh) {
    self.weights = weights
    self.bias = bias
    self.activation = activation
  }

  /// Random weights and biases, spread evenly over −`range` to `range`; ±1/√inputs if no range is given.
  @inlinable
  public init(
    inputSize: Int, outputSize: Int, activation: Activation = .linear, using random: inout RandomSource,
    range: Element? = nil
  ) {
    let range = range ?? 1 / squareRoot(Element(inputSize))
    weights = random.matrix(rows: outputSize, columns: inputSize, in: -range...range)
    bias = random.vector(outputSize, in: -range...range)
    self.activation = activation
  }

  /// The number of inputs.
  @inlinable
  public var inputSize: Int { weights.columns }

  /// The number of outputs.
  @inlinable
  public var outputSize: Int { weights.rows }

  /// The outputs φ(W x + b), from an input with an element for each column of W.
  @inlinable
  public func callAsFunction(_ x: Vector<Element>) -> Vector<Element> {
    let sum = weights * x + bias
    return activation == .tanh ? tanh(sum) : sum
  }
}

extension DenseLayer: Parameterised {
  /// W, row after row, then b.
  @inlinable
  public mutating func visitParameters(_ body: (inout [Element]) -> Void) {
    body(&weights.elements)
    body(&bias.elements)
  }
}
