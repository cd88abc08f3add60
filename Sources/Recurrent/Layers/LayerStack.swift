/// Layers of one kind, each reading what the one before gives.
public struct LayerStack<Inner: Layer>: Layer where Inner.Input == SequenceBatch<Inner.Element> {
  /// The type of the numbers.
  public typealias Element = Inner.Element

  /// The layers, the one that reads the input first.
  public var layers: [Inner]

  /// A stack of the given layers; without any it gives what it reads.
  public init(_ layers: [Inner]) {
    self.layers = layers
  }

  /// The parameters of each layer, the one that reads the input first.
  public mutating func visitParameters(_ body: (inout [Element]) -> Void) {
    for i in layers.indices { layers[i].visitParameters(body) }
  }

  /// The outputs of the last layer.
  public func forward(
    _ input: SequenceBatch<Element>, threads: Threads
  ) throws(ShapeError) -> (output: SequenceBatch<Element>, trace: [Inner.Trace]) {
    var (output, traces) = (input, [Inner.Trace]())
    for layer in layers {
      let pass = try layer.forward(output, threads: threads)
      output = pass.output
      traces.append(pass.trace)
    }
    return (output, traces)
  }

  /// The gradient through all layers, the last one first.
  public func backward(
    _ gradient: SequenceBatch<Element>, through trace: consuming [Inner.Trace], inputs: Bool,
    threads: Threads
  ) throws(ShapeError) -> LayerGradient<LayerStack> {
    var traces = consume trace
    var (weights, above) = (self, gradient)
    for i in layers.indices.reversed() {
      let found = try layers[i].backward(
        above, through: traces.removeLast(), inputs: inputs || i > 0, threads: threads)
      weights.layers[i] = found.weights
      if inputs || i > 0 { above = try found.requiredInputs() }
    }
    return LayerGradient(weights: weights, inputs: inputs ? above : nil)
  }
}
