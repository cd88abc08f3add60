/// Weights by which the gates of an LSTM see its cell state, one for each gate and unit.
///
/// Source: F. A. Gers, N. N. Schraudolph and J. Schmidhuber, "Learning precise timing with LSTM recurrent
/// networks", Journal of Machine Learning Research 3, 2002.
@frozen
public struct Peepholes<Element: Scalar>: Equatable, Sendable {
  /// p_i, H elements: how the input gate sees the cell state before the step.
  public var inputGate: Vector<Element>

  /// p_f, H elements: how the forget gate sees the cell state before the step.
  public var forgetGate: Vector<Element>

  /// p_o, H elements: how the output gate sees the cell state after the step.
  public var outputGate: Vector<Element>

  /// Peepholes of the given weights. The cell that takes them checks their sizes.
  @inlinable
  public init(inputGate: Vector<Element>, forgetGate: Vector<Element>, outputGate: Vector<Element>) {
    self.inputGate = inputGate
    self.forgetGate = forgetGate
    self.outputGate = outputGate
  }

  /// Random weights, spread evenly over −`range` to `range`: p_i, p_f, then p_o.
  @inlinable
  public init(hiddenSize: Int, using random: inout RandomSource, range: Element) {
    inputGate = random.vector(hiddenSize, in: -range...range)
    forgetGate = random.vector(hiddenSize, in: -range...range)
    outputGate = random.vector(hiddenSize, in: -range...range)
  }

  /// 3H.
  @inlinable
  public var parameterCount: Int { inputGate.count + forgetGate.count + outputGate.count }

  @inlinable
  func check(hiddenSize: Int) throws(ShapeError) {
    try inputGate.check("peepholes.inputGate", count: hiddenSize)
    try forgetGate.check("peepholes.forgetGate", count: hiddenSize)
    try outputGate.check("peepholes.outputGate", count: hiddenSize)
  }
}
