/// An LSTM's weights with both biases of each gate: what every convention is read into.
@frozen
@usableFromInline
struct LSTMTensors<Element: Scalar>: Equatable, Sendable {
  @usableFromInline var input: GateStack<Element>
  @usableFromInline var forget: GateStack<Element>
  @usableFromInline var candidate: GateStack<Element>
  @usableFromInline var output: GateStack<Element>
  @usableFromInline var peepholes: Peepholes<Element>?

  @inlinable
  init(_ cell: LSTMCell<Element>) {
    input = GateStack(cell.inputGate)
    forget = GateStack(cell.forgetGate)
    candidate = GateStack(cell.candidate)
    output = GateStack(cell.outputGate)
    peepholes = cell.peepholes
  }

  /// The cell of these weights; a gate's two biases are summed.
  @inlinable
  func cell() throws(ConventionError) -> LSTMCell<Element> {
    do throws(ShapeError) {
      return try LSTMCell(
        inputGate: input.map, forgetGate: forget.map, candidate: candidate.map, outputGate: output.map,
        peepholes: peepholes)
    } catch {
      throw .shape(error)
    }
  }

  /// The tensors of a convention, in its order.
  @inlinable
  func packed(as convention: LSTMConvention) throws(ConventionError) -> [PackedTensor<Element>] {
    if peepholes != nil && convention != .onnx { throw .peepholes(convention) }
    switch convention {
    case .pyTorch:
      return GateStack(input, forget, candidate, output).packedByPyTorch
    case .keras:
      return GateStack(input, forget, candidate, output).packedByKeras(biases: 1)
    case .onnx:
      let tensors = GateStack(input, output, forget, candidate).packedByONNX
      guard let peepholes else { return tensors }
      let (i, o, f) = (peepholes.inputGate, peepholes.outputGate, peepholes.forgetGate)
      return tensors + [PackedTensor("P", Vector(i.elements + o.elements + f.elements), leading: [1])]
    }
  }

  /// The weights in a convention's tensors.
  @inlinable
  init(_ tensors: [PackedTensor<Element>], packedAs convention: LSTMConvention) throws(ConventionError) {
    var reader = PackedReader(tensors)
    peepholes = nil
    switch convention {
    case .pyTorch, .keras:
      let stack =
        convention == .pyTorch
        ? try GateStack(pyTorch: &reader, gates: 4) : try GateStack(keras: &reader, gates: 4, biases: 1)
      (input, forget, candidate, output) = (stack.gate(0), stack.gate(1), stack.gate(2), stack.gate(3))
    case .onnx:
      let stack = try GateStack(onnx: &reader, gates: 4)
      (input, output, forget, candidate) = (stack.gate(0), stack.gate(1), stack.gate(2), stack.gate(3))
      if reader.contains("P") {
        let units = stack.hiddenSize
        let p = try reader.vector("P", [1, 3 * units])
        peepholes = Peepholes(
          inputGate: Vector(p[0..<units]), forgetGate: Vector(p[2 * units..<3 * units]),
          outputGate: Vector(p[units..<2 * units]))
      }
    }
    try reader.finish()
  }
}
