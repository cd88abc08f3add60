// With c = x − μ, r = 1/√(σ² + ε), n = r c and y = g ⊙ n + b, and δv for ∂L/∂v:
//
//   δg = Σ δy ⊙ n     δb = Σ δy     δn = δy ⊙ g     δx = r (δn − mean(δn) − n mean(δn ⊙ n))
//
// The two means are what reaches x through μ and through σ².

extension LayerNorm: Layer {
  /// y of every step, to the bits of the readable form; O(T B F).
  ///
  /// As many steps are normalised at once as there are lanes.
  @specialized(where Element == Float)
  @specialized(where Element == Double)
  public func forward(
    _ input: SequenceBatch<Element>, threads: Threads
  ) throws(ShapeError) -> (output: SequenceBatch<Element>, trace: SequenceBatch<Element>) {
    try input.check("input", features: features)
    let (count, stride) = (input.count * input.steps, Element.padded(features))
    var output = Buffer<Element>(zeros: count * stride)
    let rows = output.writable()
    threads.divide(count, grain: Element.Wide.laneCount) { part in
      let panel = LayerNormPanel(self)
      forPanels(of: Element.self, in: part) { first, count in
        _ = panel.normalise(input.rows + first * input.stride, stride: input.stride, count: count)
        panel.scale()
        (rows + first * stride).setRows(
          lanes: panel.normal, stride: stride, count: count, width: features)
      }
      panel.keepAlive()
    }
    input.buffer.keepAlive()
    return (SequenceBatch(output, stride: stride, features: features, lengths: input.lengths), input)
  }

  /// δx of every step, and the sums δg and δb over all steps.
  @specialized(where Element == Float)
  @specialized(where Element == Double)
  public func backward(
    _ gradient: SequenceBatch<Element>, through trace: consuming SequenceBatch<Element>, inputs: Bool,
    threads: Threads
  ) throws(ShapeError) -> LayerGradient<LayerNorm> {
    let input = trace
    try gradient.check("gradient", features: features, lengths: input.lengths)
    let (count, stride) = (input.count * input.steps, Element.padded(features))
    let empty = Buffer<Element>(zeros: count * stride)
    var (slopeBuffer, productBuffer, below) = (empty, empty, empty)
    let (slopes, products) = (slopeBuffer.writable(), productBuffer.writable())
    let belowRows = below.writable()
    gradient.copyRows(to: slopes, stride: stride)
    threads.divide(count, grain: Element.Wide.laneCount) { part in
      let panel = LayerNormPanel(self)
      forPanels(of: Element.self, in: part) { first, count in
        let slope = panel.normalise(
          input.rows + first * input.stride, stride: input.stride, count: count)
        panel.slope.setLanes(
          rows: slopes + first * stride, stride: stride, count: count, width: features)
        panel.backward(slope)
        for (target, lanes) in [(products, panel.slope), (belowRows, panel.normal)] {
          (target + first * stride).setRows(lanes: lanes, stride: stride, count: count, width: features)
        }
      }
      panel.keepAlive()
    }
    var result = self
    result.bias = WeightRows(summing: slopes, stride: stride, count).vector(0, features)
    result.gain = WeightRows(summing: products, stride: stride, count).vector(0, features)
    for buffer in [input.buffer, slopeBuffer, productBuffer, below] { buffer.keepAlive() }
    return LayerGradient(
      weights: result,
      inputs: inputs
        ? SequenceBatch(below, stride: stride, features: features, lengths: input.lengths) : nil)
  }
}
