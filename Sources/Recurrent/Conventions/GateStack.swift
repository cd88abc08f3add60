/// The weights of one gate or of several, one below the other, with the two biases that some frameworks keep.
@frozen
@usableFromInline
struct GateStack<Element: Scalar>: Equatable, Sendable {
  /// W of each gate: gH×I for g gates.
  @usableFromInline var input: Matrix<Element>

  /// U of each gate: gH×H.
  @usableFromInline var recurrent: Matrix<Element>

  /// The bias added to W x: gH elements.
  @usableFromInline var inputBias: Vector<Element>

  /// The bias added to U h: gH elements.
  @usableFromInline var recurrentBias: Vector<Element>

  @inlinable
  init(
    input: Matrix<Element>, recurrent: Matrix<Element>, inputBias: Vector<Element>,
    recurrentBias: Vector<Element>
  ) {
    self.input = input
    self.recurrent = recurrent
    self.inputBias = inputBias
    self.recurrentBias = recurrentBias
  }

  /// A gate whose second bias is zeros if none is given.
  @inlinable
  init(_ map: AffineMap<Element>, recurrentBias: Vector<Element>? = nil) {
    self.init(
      input: map.input, recurrent: map.recurrent, inputBias: map.bias,
      recurrentBias: recurrentBias ?? .zeros(map.bias.count))
  }

  /// The gates in the order given, at least one.
  @inlinable
  init(_ first: GateStack, _ others: GateStack...) {
    self = first
    for other in others {
      input = input.above(other.input)
      recurrent = recurrent.above(other.recurrent)
      inputBias = Vector(inputBias.elements + other.inputBias.elements)
      recurrentBias = Vector(recurrentBias.elements + other.recurrentBias.elements)
    }
  }

  @inlinable
  var inputSize: Int { input.columns }

  @inlinable
  var hiddenSize: Int { recurrent.columns }

  /// Gate k of the stack, counted from 0.
  @inlinable
  func gate(_ k: Int) -> GateStack {
    let rows = k * hiddenSize..<(k + 1) * hiddenSize
    return GateStack(
      input: input.block(rows: rows, columns: 0..<inputSize),
      recurrent: recurrent.block(rows: rows, columns: 0..<hiddenSize),
      inputBias: Vector(inputBias[rows]), recurrentBias: Vector(recurrentBias[rows]))
  }

  /// b of the single affine map, in which both biases are summed.
  @inlinable
  var bias: Vector<Element> { inputBias + recurrentBias }

  /// The gate as an affine map, its biases summed.
  @inlinable
  var map: AffineMap<Element> { AffineMap(input: input, recurrent: recurrent, bias: bias) }

  @inlinable
  var negated: GateStack {
    GateStack(
      input: -input, recurrent: -recurrent, inputBias: -inputBias, recurrentBias: -recurrentBias)
  }
}
