extension DenseLayer: Layer {
  /// What the way back needs: what was read and what was given.
  public struct Trace: Sendable {
    let input: SequenceBatch<Element>
    let output: SequenceBatch<Element>
  }

  /// φ(W x + b) of every step, to the bits of the readable form; O(T B · inputs · outputs).
  @specialized(where Element == Float)
  @specialized(where Element == Double)
  public func forward(
    _ input: SequenceBatch<Element>, threads: Threads
  ) throws(ShapeError) -> (output: SequenceBatch<Element>, trace: Trace) {
    try input.check("input", features: inputSize)
    try bias.check("bias", count: outputSize)
    let packed = Buffer.transposed([weights], columns: inputSize)
    let biases = Buffer.rows([bias])
    let (count, stride) = (input.count * input.steps, Element.padded(outputSize))
    var output = Buffer<Element>(unset: count * stride)
    let rows = output.writable()
    threads.divide(count, grain: 64) { part in
      let rows = rows + part.lowerBound * stride
      multiply(
        LeftFactor(rows: input.rows + part.lowerBound * input.stride, stride: input.stride),
        RightFactor(panels: packed.pointer, depth: inputSize), rows: part.count, columns: stride,
        depth: inputSize, into: rows, stride: stride)
      for row in 0..<part.count {
        forLanes(of: Element.self, in: 0..<stride) { i in
          let sum = rows.wide(row * stride + i) + biases.pointer.wide(i)
          rows.set(row * stride + i, activation == .tanh ? Element.tanh(lanes: sum) : sum)
        }
      }
    }
    for buffer in [input.buffer, packed, biases] { buffer.keepAlive() }
    let result = SequenceBatch(
      output, stride: stride, features: outputSize, lengths: input.lengths)
    return (result, Trace(input: input, output: result))
  }

  /// δ = ∂L/∂y ⊙ φ′; the weights take Σ δ xᵀ, the bias Σ δ, the inputs Wᵀ δ.
  @specialized(where Element == Float)
  @specialized(where Element == Double)
  public func backward(
    _ gradient: SequenceBatch<Element>, through trace: consuming Trace, inputs: Bool, threads: Threads
  ) throws(ShapeError) -> LayerGradient<DenseLayer> {
    let (input, output) = (trace.input, trace.output)
    try gradient.check("gradient", features: outputSize, lengths: input.lengths)
    let (count, width) = (input.count * input.steps, Element.padded(outputSize))
    var sums = Buffer<Element>(zeros: count * width)
    let delta = sums.writable()
    gradient.copyRows(to: delta, stride: width)
    if activation == .tanh {
      forLanes(of: Element.self, in: 0..<count * width) { i in
        let y = output.rows.wide(i)
        delta.set(i, delta.wide(i) * (1 - y * y))
      }
    }

    var result = self
    let products = WeightRows(
      summing: sums.pointer, stride: width, columns: width,
      RightFactor(rows: input.rows, stride: input.stride), width: inputSize, count, threads)
    products.copy(0, to: &result.weights)
    result.bias = WeightRows(summing: sums.pointer, stride: width, count).vector(0, outputSize)
    var below: SequenceBatch<Element>?
    if inputs {
      let stacked = Buffer.stacked([weights], columns: inputSize)
      let stride = Element.padded(inputSize)
      var buffer = Buffer<Element>(unset: count * stride)
      let rows = buffer.writable()
      threads.divide(count, grain: 64) { part in
        multiply(
          LeftFactor(rows: UnsafePointer(delta) + part.lowerBound * width, stride: width),
          RightFactor(panels: stacked.pointer, depth: width), rows: part.count, columns: stride,
          depth: width, into: rows + part.lowerBound * stride, stride: stride)
      }
      stacked.keepAlive()
      below = SequenceBatch(buffer, stride: stride, features: inputSize, lengths: input.lengths)
    }
    for buffer in [input.buffer, output.buffer, sums] { buffer.keepAlive() }
    return LayerGradient(weights: result, inputs: below)
  }
}
