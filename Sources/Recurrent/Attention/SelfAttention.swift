/// Causal self-attention with several heads: every position reads itself and all before it.
///
///     q = W_q x + b_q     k = W_k x + b_k     v = W_v x + b_v
///     s_tj = q_t · k_j / √w                   for j from 0 to t
///     a_t = softmax(s_t)
///     m_t = Σ_j a_tj v_j
///     y = W_o m + b_o
///
/// Each of the n heads computes the middle three lines on its own part of q, k and v: w = d/n elements, head after
/// head. Nothing of it knows an order but the mask: positions must be told with the inputs (``PositionLayer``).
/// Source: A. Vaswani et al., "Attention is all you need", 2017, arXiv:1706.03762, equation 1 and section 3.2; the
/// biases are those of PyTorch's `nn.MultiheadAttention`. This is the readable reference: it keeps every intermediate
/// and makes no haste. ``AttentionLayer`` computes batches of sequences.
@frozen
public struct SelfAttention<Element: Scalar>: Equatable, Sendable {
  /// W_q (d×d) and b_q: what a position asks for.
  public var query: DenseLayer<Element>

  /// W_k (d×d) and b_k: what a position is found by.
  public var key: DenseLayer<Element>

  /// W_v (d×d) and b_v: what a position gives.
  public var value: DenseLayer<Element>

  /// W_o (d×d) and b_o: what is made of the heads together.
  public var output: DenseLayer<Element>

  /// n, the number of heads.
  public let heads: Int

  /// Attention of the given maps. An activation that a map has is applied; those of the paper are linear.
  ///
  /// - Throws: ``ShapeError`` unless all maps are d×d for d the inputs of `query`, and d is a multiple of `heads`.
  @inlinable
  public init(
    query: DenseLayer<Element>, key: DenseLayer<Element>, value: DenseLayer<Element>,
    output: DenseLayer<Element>, heads: Int = 1
  ) throws(ShapeError) {
    let size = query.inputSize
    try query.check("query", size: size)
    try key.check("key", size: size)
    try value.check("value", size: size)
    try output.check("output", size: size)
    try checkHeads(heads, of: size)
    self.query = query
    self.key = key
    self.value = value
    self.output = output
    self.heads = heads
  }

  /// Random weights and biases, spread evenly over −`range` to `range`; ±1/√d if no range is given.
  ///
  /// Drawn in the order query, key, value, output.
  ///
  /// - Throws: ``ShapeError`` unless d, the `size`, is a multiple of `heads`.
  @inlinable
  public init(
    size: Int, heads: Int = 1, using random: inout RandomSource, range: Element? = nil
  ) throws(ShapeError) {
    try checkHeads(heads, of: size)
    query = DenseLayer(inputSize: size, outputSize: size, using: &random, range: range)
    key = DenseLayer(inputSize: size, outputSize: size, using: &random, range: range)
    value = DenseLayer(inputSize: size, outputSize: size, using: &random, range: range)
    output = DenseLayer(inputSize: size, outputSize: size, using: &random, range: range)
    self.heads = heads
  }

  /// d, the number of elements of an input, and of an output.
  @inlinable
  public var size: Int { query.inputSize }

  /// w = d/n, the part of a query, key or value that a head has.
  @inlinable
  public var headWidth: Int { size / heads }

  /// 1/√w, which keeps a score of random parts as large as one product of theirs.
  @inlinable
  public var scale: Element { 1 / squareRoot(Element(headWidth)) }

  /// 4d(d + 1).
  @inlinable
  public var parameterCount: Int { 4 * size * (size + 1) }

  /// The multiply-adds of a step at which `count` positions are seen, itself included: 4d² + 2 · count · d.
  ///
  /// The maps take 4d², the scores and the mixed values `count` · d each. Biases, the scale and the softmax are not
  /// counted. A GRU of d inputs and d units takes 6d², whatever came before.
  @inlinable
  public func multiplyAdds(seeing count: Int) -> Int {
    4 * size * size + 2 * count * size
  }

  /// The part of a query, key or value that a head has.
  @inlinable
  func part(_ vector: Vector<Element>, of head: Int) -> Vector<Element> {
    Vector(vector[head * headWidth..<(head + 1) * headWidth])
  }
}

extension SelfAttention: Parameterised {
  /// The maps of query, key, value and output.
  @inlinable
  public mutating func visitParameters(_ body: (inout [Element]) -> Void) {
    query.visitParameters(body)
    key.visitParameters(body)
    value.visitParameters(body)
    output.visitParameters(body)
  }
}

extension DenseLayer {
  @inlinable
  func check(_ name: String, size: Int) throws(ShapeError) {
    try weights.check("\(name).weights", rows: size, columns: size)
    try bias.check("\(name).bias", count: size)
  }
}

@inlinable
func checkHeads(_ heads: Int, of size: Int) throws(ShapeError) {
  if heads < 1 || size % heads != 0 { throw .indivisible(tensor: "heads", size: size, parts: heads) }
}
