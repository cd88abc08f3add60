extension GRUTensors {
  /// The tensors of a convention, in its order.
  @inlinable
  func packed(as convention: GRUConvention) throws(ConventionError) -> [PackedTensor<Element>] {
    guard placement == convention.reset else { throw .resetPlacement(placement, convention) }
    switch convention {
    case .cho:
      return Self.equations(update, "_z") + Self.equations(reset, "_r") + Self.equations(candidate, "")
    case .chung:
      return Self.equations(update.negated, "_z") + Self.equations(reset, "_r")
        + Self.equations(candidate, "")
    case .pyTorch:
      return GateStack(reset, update, candidate).packedByPyTorch
    case .keras(let resetAfter):
      return GateStack(update, reset, candidate).packedByKeras(biases: resetAfter ? 2 : 1)
    case .onnx:
      return GateStack(update, reset, candidate).packedByONNX
    case .flax:
      return Self.layers(reset, "r", hasHiddenBias: false) + Self.layers(update, "z", hasHiddenBias: false)
        + Self.layers(candidate, "n", hasHiddenBias: true)
    case .tensorFlow1:
      return Self.concatenated(GateStack(reset, update), "gates")
        + Self.concatenated(candidate, "candidate")
    }
  }

  /// The weights in a convention's tensors.
  @inlinable
  init(_ tensors: [PackedTensor<Element>], packedAs convention: GRUConvention) throws(ConventionError) {
    var reader = PackedReader(tensors)
    placement = convention.reset
    switch convention {
    case .cho, .chung:
      let z = try Self.equations(&reader, "_z")
      update = convention.keepsWhereUpdateIsOne ? z : z.negated
      reset = try Self.equations(&reader, "_r")
      candidate = try Self.equations(&reader, "")
    case .pyTorch:
      let stack = try GateStack(pyTorch: &reader, gates: 3)
      (reset, update, candidate) = (stack.gate(0), stack.gate(1), stack.gate(2))
    case .keras(let resetAfter):
      let stack = try GateStack(keras: &reader, gates: 3, biases: resetAfter ? 2 : 1)
      (update, reset, candidate) = (stack.gate(0), stack.gate(1), stack.gate(2))
    case .onnx:
      let stack = try GateStack(onnx: &reader, gates: 3)
      (update, reset, candidate) = (stack.gate(0), stack.gate(1), stack.gate(2))
    case .flax:
      reset = try Self.layers(&reader, "r", hasHiddenBias: false)
      update = try Self.layers(&reader, "z", hasHiddenBias: false)
      candidate = try Self.layers(&reader, "n", hasHiddenBias: true)
    case .tensorFlow1:
      let stack = try Self.concatenated(&reader, "gates", gates: 2)
      (reset, update) = (stack.gate(0), stack.gate(1))
      candidate = try Self.concatenated(&reader, "candidate", gates: 1)
    }
    try reader.finish()
  }

  /// W_k, U_k and b_k of the papers' equations.
  @inlinable
  static func equations(_ gate: GateStack<Element>, _ suffix: String) -> [PackedTensor<Element>] {
    [
      PackedTensor("W" + suffix, gate.input), PackedTensor("U" + suffix, gate.recurrent),
      PackedTensor("b" + suffix, gate.bias),
    ]
  }

  @inlinable
  static func equations(
    _ tensors: inout PackedReader<Element>, _ suffix: String
  ) throws(ConventionError) -> GateStack<Element> {
    let units = try tensors.size("U" + suffix, axis: 1, of: 2)
    let inputs = try tensors.size("W" + suffix, axis: 1, of: 2)
    return GateStack(
      input: try tensors.matrix("W" + suffix, [units, inputs]),
      recurrent: try tensors.matrix("U" + suffix, [units, units]),
      inputBias: try tensors.vector("b" + suffix, [units], isOptional: true), recurrentBias: .zeros(units))
  }

  /// ik and hk of Flax, a dense layer for each product.
  @inlinable
  static func layers(
    _ gate: GateStack<Element>, _ name: String, hasHiddenBias: Bool
  ) -> [PackedTensor<Element>] {
    var tensors = [
      PackedTensor("i\(name)/kernel", gate.input.transposed),
      PackedTensor("i\(name)/bias", hasHiddenBias ? gate.inputBias : gate.bias),
      PackedTensor("h\(name)/kernel", gate.recurrent.transposed),
    ]
    if hasHiddenBias { tensors.append(PackedTensor("h\(name)/bias", gate.recurrentBias)) }
    return tensors
  }

  @inlinable
  static func layers(
    _ tensors: inout PackedReader<Element>, _ name: String, hasHiddenBias: Bool
  ) throws(ConventionError) -> GateStack<Element> {
    let units = try tensors.size("h\(name)/kernel", axis: 0, of: 2)
    let inputs = try tensors.size("i\(name)/kernel", axis: 0, of: 2)
    return GateStack(
      input: try tensors.matrix("i\(name)/kernel", [inputs, units]).transposed,
      recurrent: try tensors.matrix("h\(name)/kernel", [units, units]).transposed,
      inputBias: try tensors.vector("i\(name)/bias", [units]),
      recurrentBias: hasHiddenBias ? try tensors.vector("h\(name)/bias", [units]) : .zeros(units))
  }

  /// The kernel of TensorFlow 1, which multiplies x and h one below the other, and its bias.
  @inlinable
  static func concatenated(_ gates: GateStack<Element>, _ name: String) -> [PackedTensor<Element>] {
    [
      PackedTensor("\(name)/kernel", gates.input.beside(gates.recurrent).transposed),
      PackedTensor("\(name)/bias", gates.bias),
    ]
  }

  @inlinable
  static func concatenated(
    _ tensors: inout PackedReader<Element>, _ name: String, gates: Int
  ) throws(ConventionError) -> GateStack<Element> {
    let count = try tensors.size("\(name)/kernel", axis: 1, of: 2)
    let units = count / gates
    let inputs = max(try tensors.size("\(name)/kernel", axis: 0, of: 2) - units, 0)
    let both = try tensors.matrix("\(name)/kernel", [inputs + units, gates * units]).transposed
    return GateStack(
      input: both.block(rows: 0..<count, columns: 0..<inputs),
      recurrent: both.block(rows: 0..<count, columns: inputs..<inputs + units),
      inputBias: try tensors.vector("\(name)/bias", [count]), recurrentBias: .zeros(count))
  }
}
