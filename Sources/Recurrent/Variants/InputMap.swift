/// The affine map W x + b of an input alone: a gate or candidate that does not see the state.
@frozen
public struct InputMap<Element: Scalar>: Equatable, Sendable {
  /// W, H×I.
  public var weights: Matrix<Element>

  /// b, H elements.
  public var bias: Vector<Element>

  /// A map of the given weights. The cell that takes it checks their shapes.
  @inlinable
  public init(weights: Matrix<Element>, bias: Vector<Element>) {
    self.weights = weights
    self.bias = bias
  }

  /// Random weights, spread evenly over −`range` to `range`: W, row after row, then b.
  @inlinable
  public init(inputSize: Int, hiddenSize: Int, using random: inout RandomSource, range: Element) {
    weights = random.matrix(rows: hiddenSize, columns: inputSize, in: -range...range)
    bias = random.vector(hiddenSize, in: -range...range)
  }

  /// W x + b, from an input of I elements; O(HI).
  @inlinable
  public func sum(_ x: Vector<Element>) -> Vector<Element> {
    weights * x + bias
  }

  /// H(I + 1).
  @inlinable
  public var parameterCount: Int { weights.rows * weights.columns + bias.count }

  @inlinable
  func check(_ name: String, inputSize: Int, hiddenSize: Int) throws(ShapeError) {
    try weights.check("\(name).weights", rows: hiddenSize, columns: inputSize)
    try bias.check("\(name).bias", count: hiddenSize)
  }
}

extension InputMap: Parameterised {
  /// W, b.
  @inlinable
  public mutating func visitParameters(_ body: (inout [Element]) -> Void) {
    body(&weights.elements)
    body(&bias.elements)
  }
}
