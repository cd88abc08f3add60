/// The cross-entropy −log σ(y) where the answer is yes, −log(1 − σ(y)) where it is no: for one output, a yes or no.
///
/// The output is the sum before the sigmoid. A step whose target is nil does not count.
public struct LogisticLoss<Element: Scalar>: Loss {
  /// The loss; it has no settings.
  public init() {}

  /// The mean cross-entropy, and (σ(y) − t)/N for N targets.
  @specialized(where Element == Float)
  @specialized(where Element == Double)
  public func callAsFunction(
    _ output: SequenceBatch<Element>, _ target: [[Bool?]]
  ) throws(BatchError) -> LossValue<Element> {
    if output.features != 1 {
      throw .features(sequence: 0, step: 0, expected: 1, found: output.features)
    }
    let scale = 1 / Element(try countTargets(target, lengths: output.lengths))
    var gradient = SequenceBatch<Element>(zeros: 1, lengths: output.lengths)
    let slopes = gradient.buffer.writable()
    var sum: Element = 0
    for (b, answers) in target.enumerated() {
      for (t, answer) in answers.enumerated() {
        guard let answer else { continue }
        let row = t * output.count + b
        let y = output.rows[row * output.stride]
        sum += softplus(answer ? -y : y)
        slopes[row * gradient.stride] = (Element.sigmoid(y) - (answer ? 1 : 0)) * scale
      }
    }
    output.buffer.keepAlive()
    return LossValue(loss: sum * scale, gradient: gradient)
  }
}

/// log(1 + exp(x)), neither overflowing nor losing what is small.
///
/// What 1 + e loses of a small e is put back as in W. Kahan's log1p: log(u) · e/(u − 1) for u = 1 + e.
func softplus<Element: Scalar>(_ x: Element) -> Element {
  let e = Element.exp(-x.magnitude)
  let u = 1 + e
  let small = u == 1 ? e : Element.log(u) * (e / (u - 1))
  return x > 0 ? x + small : small
}
