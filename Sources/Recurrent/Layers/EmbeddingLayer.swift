/// A vector for each token of a vocabulary: the first layer of a network that reads tokens.
public struct EmbeddingLayer<Element: Scalar>: Equatable, Layer {
  /// V×F, the vector of each token as a row.
  public var vectors: Matrix<Element>

  /// A layer of the given vectors, a row for each token.
  public init(_ vectors: Matrix<Element>) {
    self.vectors = vectors
  }

  /// Random vectors, spread evenly over −`range` to `range`.
  public init(
    vocabulary: Int, features: Int, using random: inout RandomSource, range: Element = 0.05
  ) {
    vectors = random.matrix(rows: vocabulary, columns: features, in: -range...range)
  }

  /// V, the size of the vocabulary.
  public var vocabulary: Int { vectors.rows }

  /// The vectors, token after token.
  public mutating func visitParameters(_ body: (inout [Element]) -> Void) {
    body(&vectors.elements)
  }

  /// The vectors of the tokens of each sequence.
  ///
  /// - Throws: ``ShapeError`` if the batch is of a larger vocabulary.
  @specialized(where Element == Float)
  @specialized(where Element == Double)
  public func forward(
    _ input: TokenBatch, threads: Threads
  ) throws(ShapeError) -> (output: SequenceBatch<Element>, trace: TokenBatch) {
    if input.vocabulary > vocabulary {
      throw .mismatch(tensor: "vocabulary", expected: [vocabulary], found: [input.vocabulary])
    }
    var output = SequenceBatch<Element>(zeros: vectors.columns, lengths: input.lengths)
    let rows = output.buffer.writable()
    let (stride, features) = (output.stride, vectors.columns)
    vectors.withElements { vectors in
      for (b, sequence) in input.sequences.enumerated() {
        for (t, token) in sequence.enumerated() {
          let row = rows + (t * input.count + b) * stride
          for i in 0..<features { row[i] = vectors[token * features + i] }
        }
      }
    }
    return (output, input)
  }

  /// The gradient of each token's vector: the sum over the places where the token stands.
  @specialized(where Element == Float)
  @specialized(where Element == Double)
  public func backward(
    _ gradient: SequenceBatch<Element>, through trace: consuming TokenBatch, inputs: Bool,
    threads: Threads
  ) throws(ShapeError) -> LayerGradient<EmbeddingLayer> {
    let (tokens, features) = (trace, vectors.columns)
    try gradient.check("gradient", features: features, lengths: tokens.lengths)
    var weights = EmbeddingLayer(.zeros(rows: vocabulary, columns: features))
    let (rows, stride) = (gradient.rows, gradient.stride)
    weights.vectors.withMutableElements { sums in
      for (b, sequence) in tokens.sequences.enumerated() {
        for (t, token) in sequence.enumerated() {
          let row = rows + (t * tokens.count + b) * stride
          for i in 0..<features { sums[token * features + i] += row[i] }
        }
      }
    }
    gradient.buffer.keepAlive()
    return LayerGradient(weights: weights, inputs: nil)
  }
}
