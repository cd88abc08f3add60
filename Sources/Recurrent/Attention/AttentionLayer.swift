/// Causal self-attention over batches, as ``SelfAttention`` defines it.
///
/// The outputs have the bits of the readable reference. So do the gradients by the inputs, and by the weights over one
/// sequence; over several they are summed in the order of the steps, not of the sequences. One thing differs: the slope
/// of a score below 2²⁴ times the least normal number becomes 0. The work on scores is divided between threads by
/// sequences.
public struct AttentionLayer<Element: Scalar>: Equatable, Layer {
  /// The maps and the number of heads.
  public var attention: SelfAttention<Element>

  /// A layer of the given maps.
  public init(_ attention: SelfAttention<Element>) {
    self.attention = attention
  }

  /// The parameters of the four maps.
  public mutating func visitParameters(_ body: (inout [Element]) -> Void) {
    attention.visitParameters(body)
  }

  /// What the way back needs: all that the maps read and gave, and the weights, T² for each head and sequence.
  public struct Trace: Sendable {
    let query, key, value, output: DenseLayer<Element>.Trace
    let weights: Buffer<Element>
  }

  /// y of every step; O(T d(d + T)) for each sequence.
  @specialized(where Element == Float)
  @specialized(where Element == Double)
  public func forward(
    _ input: SequenceBatch<Element>, threads: Threads
  ) throws(ShapeError) -> (output: SequenceBatch<Element>, trace: Trace) {
    let query = try attention.query.forward(input, threads: threads)
    let key = try attention.key.forward(input, threads: threads)
    let value = try attention.value.forward(input, threads: threads)
    let (mixed, weights) = heads(input.lengths).forward(
      query.output, key.output, value.output, threads: threads)
    let output = try attention.output.forward(mixed, threads: threads)
    return (
      output.output,
      Trace(
        query: query.trace, key: key.trace, value: value.trace, output: output.trace, weights: weights)
    )
  }

  /// The gradient through the output map, the heads, and the maps of queries, keys and values.
  @specialized(where Element == Float)
  @specialized(where Element == Double)
  public func backward(
    _ gradient: SequenceBatch<Element>, through trace: consuming Trace, inputs: Bool, threads: Threads
  ) throws(ShapeError) -> LayerGradient<AttentionLayer> {
    var result = self
    let (q, k, v, o) = (trace.query, trace.key, trace.value, trace.output)
    let output = try attention.output.backward(gradient, through: o, inputs: true, threads: threads)
    guard let mixed = output.inputs else {
      throw .mismatch(tensor: "gradient of the mixed values", expected: [1], found: [0])
    }
    let (dq, dk, dv) = heads(mixed.lengths).backward(
      mixed, q.output, k.output, v.output, weights: trace.weights, threads: threads)
    let query = try attention.query.backward(dq, through: q, inputs: inputs, threads: threads)
    let key = try attention.key.backward(dk, through: k, inputs: inputs, threads: threads)
    let value = try attention.value.backward(dv, through: v, inputs: inputs, threads: threads)
    result.attention.query = query.weights
    result.attention.key = key.weights
    result.attention.value = value.weights
    result.attention.output = output.weights
    var sum = query.inputs
    for other in [key.inputs, value.inputs] {
      if let other { sum?.add(other) }
    }
    return LayerGradient(weights: result, inputs: sum)
  }

  func heads(_ lengths: [Int]) -> AttentionHeads<Element> {
    AttentionHeads(
      heads: attention.heads, width: attention.headWidth, scale: attention.scale, lengths: lengths)
  }
}
