/// The affine map W x + U h + b of an input and a hidden state.
///
/// Both gates, the candidate and the plain RNN are this map followed by a function: they differ in weights
/// alone. I is the size of the input, H of the hidden state.
@frozen
public struct AffineMap<Element: Scalar>: Equatable, Sendable {
  /// W, H×I: what each input adds to each sum.
  public var input: Matrix<Element>

  /// U, H×H: what each hidden unit adds to each sum.
  public var recurrent: Matrix<Element>

  /// b, H elements.
  public var bias: Vector<Element>

  /// A map of the given weights. The cell that takes it checks their shapes.
  @inlinable
  public init(input: Matrix<Element>, recurrent: Matrix<Element>, bias: Vector<Element>) {
    self.input = input
    self.recurrent = recurrent
    self.bias = bias
  }

  /// Random weights, spread evenly over −`range` to `range`: W, U, then b, each row after row.
  @inlinable
  public init(inputSize: Int, hiddenSize: Int, using random: inout RandomSource, range: Element) {
    input = random.matrix(rows: hiddenSize, columns: inputSize, in: -range...range)
    recurrent = random.matrix(rows: hiddenSize, columns: hiddenSize, in: -range...range)
    bias = random.vector(hiddenSize, in: -range...range)
  }

  /// I, the number of inputs.
  @inlinable
  public var inputSize: Int { input.columns }

  /// H, the number of hidden units.
  @inlinable
  public var hiddenSize: Int { bias.count }

  /// H(I + H + 1).
  @inlinable
  public var parameterCount: Int {
    input.rows * input.columns + recurrent.rows * recurrent.columns + bias.count
  }

  /// (W x + U h) + b, summed in that order.
  ///
  /// `x` has I elements and `h` has H; O(H(I + H)).
  @inlinable
  public func sum(_ x: Vector<Element>, _ h: Vector<Element>) -> Vector<Element> {
    (input * x + recurrent * h) + bias
  }

  @inlinable
  func requireSizes(_ x: Vector<Element>, _ h: Vector<Element>) {
    require(x.count == inputSize, "an input of \(x.count) elements to a cell of input size \(inputSize)")
    require(h.count == hiddenSize, "a state of \(h.count) elements to a cell of hidden size \(hiddenSize)")
  }

  @inlinable
  func check(_ name: String, inputSize: Int, hiddenSize: Int) throws(ShapeError) {
    try input.check("\(name).input", rows: hiddenSize, columns: inputSize)
    try recurrent.check("\(name).recurrent", rows: hiddenSize, columns: hiddenSize)
    try bias.check("\(name).bias", count: hiddenSize)
  }
}
