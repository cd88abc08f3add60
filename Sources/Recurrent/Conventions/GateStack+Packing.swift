// The three layouts that frameworks use for both the GRU and the LSTM; the order of the gates is the caller's.

extension GateStack {
  /// weight_ih_l0 (gH, I), weight_hh_l0 (gH, H), bias_ih_l0 and bias_hh_l0 (gH).
  @inlinable
  var packedByPyTorch: [PackedTensor<Element>] {
    [
      PackedTensor("weight_ih_l0", input), PackedTensor("weight_hh_l0", recurrent),
      PackedTensor("bias_ih_l0", inputBias), PackedTensor("bias_hh_l0", recurrentBias),
    ]
  }

  @inlinable
  init(pyTorch tensors: inout PackedReader<Element>, gates: Int) throws(ConventionError) {
    let units = try tensors.size("weight_hh_l0", axis: 1, of: 2)
    let inputs = try tensors.size("weight_ih_l0", axis: 1, of: 2)
    let isBiased = tensors.contains("bias_ih_l0") || tensors.contains("bias_hh_l0")
    self.init(
      input: try tensors.matrix("weight_ih_l0", [gates * units, inputs]),
      recurrent: try tensors.matrix("weight_hh_l0", [gates * units, units]),
      inputBias: try tensors.vector("bias_ih_l0", [gates * units], isOptional: !isBiased),
      recurrentBias: try tensors.vector("bias_hh_l0", [gates * units], isOptional: !isBiased))
  }

  /// kernel (I, gH), recurrent_kernel (H, gH), and bias: (2, gH) or the sum (gH).
  @inlinable
  func packedByKeras(biases: Int) -> [PackedTensor<Element>] {
    let both = inputBias.elements + recurrentBias.elements
    return [
      PackedTensor("kernel", input.transposed), PackedTensor("recurrent_kernel", recurrent.transposed),
      biases == 2
        ? PackedTensor(name: "bias", shape: [2, inputBias.count], values: both) : PackedTensor("bias", bias),
    ]
  }

  @inlinable
  init(keras tensors: inout PackedReader<Element>, gates: Int, biases: Int) throws(ConventionError) {
    let units = try tensors.size("recurrent_kernel", axis: 0, of: 2)
    let inputs = try tensors.size("kernel", axis: 0, of: 2)
    let count = gates * units
    let bias = try tensors.vector("bias", biases == 2 ? [2, count] : [count], isOptional: true)
    self.init(
      input: try tensors.matrix("kernel", [inputs, count]).transposed,
      recurrent: try tensors.matrix("recurrent_kernel", [units, count]).transposed,
      inputBias: Vector(bias[0..<count]),
      recurrentBias: biases == 2 ? Vector(bias[count...]) : .zeros(count))
  }

  /// W (1, gH, I), R (1, gH, H) and B (1, 2gH).
  @inlinable
  var packedByONNX: [PackedTensor<Element>] {
    let both = Vector(inputBias.elements + recurrentBias.elements)
    return [
      PackedTensor("W", input, leading: [1]), PackedTensor("R", recurrent, leading: [1]),
      PackedTensor("B", both, leading: [1]),
    ]
  }

  @inlinable
  init(onnx tensors: inout PackedReader<Element>, gates: Int) throws(ConventionError) {
    let units = try tensors.size("R", axis: 2, of: 3)
    let inputs = try tensors.size("W", axis: 2, of: 3)
    let count = gates * units
    let biases = try tensors.vector("B", [1, 2 * count], isOptional: true)
    self.init(
      input: try tensors.matrix("W", [1, count, inputs]),
      recurrent: try tensors.matrix("R", [1, count, units]),
      inputBias: Vector(biases[0..<count]), recurrentBias: Vector(biases[count...]))
  }
}
