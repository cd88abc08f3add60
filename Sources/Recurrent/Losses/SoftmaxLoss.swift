/// The cross-entropy −log p of the right class, p = softmax(y): for outputs that each speak for a class.
///
/// The outputs are the sums before the softmax. A step whose target is nil does not count.
public struct SoftmaxLoss<Element: Scalar>: Loss {
  /// The loss; it has no settings.
  public init() {}

  /// The mean cross-entropy, and (p − t)/N for N targets.
  @specialized(where Element == Float)
  @specialized(where Element == Double)
  public func callAsFunction(
    _ output: SequenceBatch<Element>, _ target: [[Int?]]
  ) throws(BatchError) -> LossValue<Element> {
    let scale = 1 / Element(try countTargets(target, lengths: output.lengths))
    let classes = output.features
    var gradient = SequenceBatch<Element>(zeros: classes, lengths: output.lengths)
    let slopes = gradient.buffer.writable()
    var sum: Element = 0
    for (b, answers) in target.enumerated() {
      for (t, answer) in answers.enumerated() {
        guard let answer else { continue }
        if answer < 0 || answer >= classes {
          throw .token(sequence: b, step: t, limit: classes, found: answer)
        }
        let row = t * output.count + b
        let y = output.rows + row * output.stride
        let slope = slopes + row * gradient.stride
        var largest = -Element.infinity
        for i in 0..<classes where y[i] > largest { largest = y[i] }
        var total: Element = 0
        for i in 0..<classes {
          slope[i] = Element.exp(y[i] - largest)
          total += slope[i]
        }
        sum += Element.log(total) - (y[answer] - largest)
        for i in 0..<classes { slope[i] = slope[i] / total * scale }
        slope[answer] -= scale
      }
    }
    output.buffer.keepAlive()
    return LossValue(loss: sum * scale, gradient: gradient)
  }
}

/// The probabilities exp(yᵢ)/Σ exp(yⱼ), computed with the largest y subtracted from all, which changes nothing else.
public func softmax<Element: Scalar>(_ y: Vector<Element>) -> Vector<Element> {
  let largest = y.max() ?? 0
  let powers = y.map { Element.exp($0 - largest) }
  let sum = powers.sum
  return powers.map { $0 / sum }
}
