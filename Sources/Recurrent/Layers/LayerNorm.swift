/// Layer normalisation: y = g ⊙ (x − μ)/√(σ² + ε) + b, with the mean and the variance of the elements of each step.
///
/// Source: J. L. Ba, J. R. Kiros and G. E. Hinton, "Layer normalization", 2016, arXiv:1607.06450, equation 4; ε as in
/// PyTorch's `nn.LayerNorm`. The variance is that of the elements themselves, Σ(x − μ)²/F.
@frozen
public struct LayerNorm<Element: Scalar>: Equatable, Sendable {
  /// g, F elements.
  public var gain: Vector<Element>

  /// b, F elements.
  public var bias: Vector<Element>

  /// ε, which keeps elements that are all alike from being divided by 0.
  public var epsilon: Element

  /// A layer for F features: g is ones and b zeros, to begin with.
  @inlinable
  public init(features: Int, epsilon: Element = 1e-5) {
    gain = .ones(features)
    bias = .zeros(features)
    self.epsilon = epsilon
  }

  /// F, the number of features.
  @inlinable
  public var features: Int { gain.count }

  /// y of one step, from an input of F elements; all sums run from left to right.
  @inlinable
  public func callAsFunction(_ x: Vector<Element>) -> Vector<Element> {
    let count = Element(features)
    let centred = x - x.sum / count
    let slope = 1 / squareRoot(centred.dot(centred) / count + epsilon)
    return gain ⊙ (centred * slope) + bias
  }
}

extension LayerNorm: Parameterised {
  /// g, then b.
  @inlinable
  public mutating func visitParameters(_ body: (inout [Element]) -> Void) {
    body(&gain.elements)
    body(&bias.elements)
  }
}
