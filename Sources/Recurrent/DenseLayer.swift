/// A layer without memory, the one-layer perceptron: y = tanh(W x + b).
@frozen
public struct DenseLayer<Element: Scalar>: Equatable, Sendable {
  /// W, one row for each output.
  public var weights: Matrix<Element>

  /// b, one element for each output.
  public var bias: Vector<Element>

  /// A layer of the given weights.
  ///
  /// - Throws: ``ShapeError`` unless the bias has an element for each row of the weights.
  @inlinable
  public init(weights: Matrix<Element>, bias: Vector<Element>) throws(ShapeError) {
    try bias.check("bias", count: weights.rows)
    self.init(unchecked: weights, bias)
  }

  @inlinable
  init(unchecked weights: Matrix<Element>, _ bias: Vector<Element>) {
    self.weights = weights
    self.bias = bias
  }

  /// The outputs tanh(W x + b), from an input with an element for each column of W.
  @inlinable
  public func callAsFunction(_ x: Vector<Element>) -> Vector<Element> {
    tanh(weights * x + bias)
  }
}
