/// A layer beside a wire: x + f(x), so that a gradient has a way past f.
///
/// Source: K. He et al., "Deep residual learning for image recognition", 2015, arXiv:1512.03385, equation 1.
public struct Residual<Inner: Layer>: Layer where Inner.Input == SequenceBatch<Inner.Element> {
  /// The type of the numbers.
  public typealias Element = Inner.Element

  /// f.
  public var inner: Inner

  /// A wire beside the given layer, which must give as many features and steps as it reads.
  public init(_ inner: Inner) {
    self.inner = inner
  }

  /// The parameters of the inner layer.
  public mutating func visitParameters(_ body: (inout [Element]) -> Void) {
    inner.visitParameters(body)
  }

  /// x + f(x) of every step.
  ///
  /// - Throws: ``ShapeError`` unless the batch fits the inner layer, and its outputs have the shape of the batch.
  public func forward(
    _ input: SequenceBatch<Element>, threads: Threads
  ) throws(ShapeError) -> (output: SequenceBatch<Element>, trace: Inner.Trace) {
    var (output, trace) = try inner.forward(input, threads: threads)
    try output.check("output of the inner layer", features: input.features, lengths: input.lengths)
    output.add(input)
    return (output, trace)
  }

  /// The gradient through the inner layer; by the inputs, that of the outputs is added to it.
  public func backward(
    _ gradient: SequenceBatch<Element>, through trace: consuming Inner.Trace, inputs: Bool,
    threads: Threads
  ) throws(ShapeError) -> LayerGradient<Residual> {
    let found = try inner.backward(gradient, through: trace, inputs: inputs, threads: threads)
    var sum = found.inputs
    sum?.add(gradient)
    return LayerGradient(weights: Residual(found.weights), inputs: sum)
  }
}
