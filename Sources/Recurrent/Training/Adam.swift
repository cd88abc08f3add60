/// Adam: steps of the size η m̂ / (√v̂ + ε), with m and v running means of the gradient and its square.
///
/// Kingma and Ba 2015, algorithm 1: m ← β₁ m + (1 − β₁) g, v ← β₂ v + (1 − β₂) g², both divided by 1 − βᵗ, since they
/// began at 0.
public struct Adam<Element: Scalar>: Optimiser, Equatable {
  /// η, the learning rate.
  public var rate: Element
  /// β₁, the share of the mean gradient that stays, in [0, 1).
  public let gradientDecay: Element
  /// β₂, the share of the mean square that stays, in [0, 1).
  public let squareDecay: Element
  /// ε, which keeps the step finite where the gradient has always been 0.
  public let epsilon: Element

  private var mean: Vector<Element> = []
  private var square: Vector<Element> = []
  /// β₁ᵗ and β₂ᵗ.
  private var gradientPower: Element = 1
  private var squarePower: Element = 1

  /// Adam before its first step.
  public init(
    rate: Element = 0.001, gradientDecay: Element = 0.9, squareDecay: Element = 0.999, epsilon: Element = 1e-8
  ) {
    self.rate = rate
    self.gradientDecay = gradientDecay
    self.squareDecay = squareDecay
    self.epsilon = epsilon
  }

  /// Moves the parameters by one step.
  public mutating func step(_ parameters: inout Vector<Element>, along gradient: Vector<Element>) {
    requireFit(parameters.count, gradient.count, memory: mean.count)
    if mean.isEmpty {
      mean = .zeros(parameters.count)
      square = .zeros(parameters.count)
    }
    gradientPower *= gradientDecay
    squarePower *= squareDecay
    mean = gradientDecay * mean + (1 - gradientDecay) * gradient
    square = squareDecay * square + (1 - squareDecay) * (gradient ⊙ gradient)
    for index in parameters.indices {
      let step = mean[index] / (1 - gradientPower)
      let scale = squareRoot(square[index] / (1 - squarePower)) + epsilon
      parameters[index] -= rate * step / scale
    }
  }
}
