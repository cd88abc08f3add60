/// The mean of (y − t)² over all features of all steps.
public struct MeanSquaredError<Element: Scalar>: Loss {
  /// The loss; it has no settings.
  public init() {}

  /// The mean of (y − t)², and 2(y − t)/N for N numbers.
  @specialized(where Element == Float)
  @specialized(where Element == Double)
  public func callAsFunction(
    _ output: SequenceBatch<Element>, _ target: SequenceBatch<Element>
  ) throws(BatchError) -> LossValue<Element> {
    if target.count != output.count {
      throw .count(of: .targets, expected: output.count, found: target.count)
    }
    for b in output.lengths.indices where target.lengths[b] != output.lengths[b] {
      throw .steps(sequence: b, expected: output.lengths[b], found: target.lengths[b])
    }
    if target.features != output.features {
      throw .features(sequence: 0, step: 0, expected: output.features, found: target.features)
    }
    var gradient = SequenceBatch<Element>(zeros: output.features, lengths: output.lengths)
    let slopes = gradient.buffer.writable()
    let scale = 1 / Element(output.lengths.reduce(0, +) * output.features)
    var sum: Element = 0
    for b in output.lengths.indices {
      for t in 0..<output.lengths[b] {
        let row = t * output.count + b
        for i in 0..<output.features {
          let difference = output.rows[row * output.stride + i] - target.rows[row * target.stride + i]
          sum += difference * difference
          slopes[row * gradient.stride + i] = 2 * difference * scale
        }
      }
    }
    output.buffer.keepAlive()
    target.buffer.keepAlive()
    return LossValue(loss: sum * scale, gradient: gradient)
  }
}
