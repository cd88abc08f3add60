/// A learnt vector for each position, added to what stands there: it tells attention the order.
///
/// Source: A. Vaswani et al., "Attention is all you need", 2017, arXiv:1706.03762, section 3.5, which tries learnt
/// vectors beside sines and finds "nearly identical results".
public struct PositionLayer<Element: Scalar>: Equatable, Layer {
  /// P×F, the vector of each position as a row.
  public var vectors: Matrix<Element>

  /// A layer of the given vectors, a row for each position.
  public init(_ vectors: Matrix<Element>) {
    self.vectors = vectors
  }

  /// Random vectors, spread evenly over −`range` to `range`.
  public init(
    positions: Int, features: Int, using random: inout RandomSource, range: Element = 0.05
  ) {
    vectors = random.matrix(rows: positions, columns: features, in: -range...range)
  }

  /// P, the most steps that a sequence may have.
  public var positions: Int { vectors.rows }

  /// The vectors, position after position.
  public mutating func visitParameters(_ body: (inout [Element]) -> Void) {
    body(&vectors.elements)
  }

  /// x + p of every step.
  ///
  /// - Throws: ``ShapeError`` unless the batch has F features and no more than P steps.
  @specialized(where Element == Float)
  @specialized(where Element == Double)
  public func forward(
    _ input: SequenceBatch<Element>, threads: Threads
  ) throws(ShapeError) -> (output: SequenceBatch<Element>, trace: [Int]) {
    try input.check("input", features: vectors.columns)
    if input.steps > positions {
      throw .mismatch(tensor: "steps", expected: [positions], found: [input.steps])
    }
    var output = SequenceBatch<Element>(zeros: vectors.columns, lengths: input.lengths)
    let rows = output.buffer.writable()
    let (count, features, stride) = (input.count, vectors.columns, output.stride)
    vectors.withElements { vectors in
      for (b, length) in input.lengths.enumerated() {
        for t in 0..<length {
          let x = input.rows + (t * count + b) * input.stride
          let row = rows + (t * count + b) * stride
          for i in 0..<features { row[i] = x[i] + vectors[t * features + i] }
        }
      }
    }
    input.buffer.keepAlive()
    return (output, input.lengths)
  }

  /// The gradient of each position's vector: the sum over the sequences. That of the inputs is that of the outputs.
  @specialized(where Element == Float)
  @specialized(where Element == Double)
  public func backward(
    _ gradient: SequenceBatch<Element>, through trace: consuming [Int], inputs: Bool, threads: Threads
  ) throws(ShapeError) -> LayerGradient<PositionLayer> {
    let (lengths, features) = (trace, vectors.columns)
    try gradient.check("gradient", features: features, lengths: lengths)
    var weights = PositionLayer(.zeros(rows: positions, columns: features))
    weights.vectors.withMutableElements { sums in
      for (b, length) in lengths.enumerated() {
        for t in 0..<length {
          let row = gradient.rows + (t * lengths.count + b) * gradient.stride
          for i in 0..<features { sums[t * features + i] += row[i] }
        }
      }
    }
    gradient.buffer.keepAlive()
    return LayerGradient(weights: weights, inputs: inputs ? gradient : nil)
  }
}
