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
  @specialized(where Element == Float)
  @specialized(where Element == Double)
  public mutating func step(_ parameters: inout Vector<Element>, along gradient: Vector<Element>) {
    requireFit(parameters.count, gradient.count, memory: mean.count)
    if mean.isEmpty {
      mean = .zeros(parameters.count)
      square = .zeros(parameters.count)
    }
    gradientPower *= gradientDecay
    squarePower *= squareDecay
    let adam = self
    parameters.withMutableElements { parameters in
      gradient.withElements { gradient in
        mean.withMutableElements { mean in
          square.withMutableElements { square in
            AdamStep(adam: adam, parameters: parameters, gradient: gradient, mean: mean, square: square)
              .run(gradient.count)
          }
        }
      }
    }
  }

  /// One step, for every parameter on its own.
  private struct AdamStep: LaneLoop {
    let adam: Adam
    let parameters: UnsafeMutableBufferPointer<Element>
    let gradient: UnsafeBufferPointer<Element>
    let mean: UnsafeMutableBufferPointer<Element>
    let square: UnsafeMutableBufferPointer<Element>

    @inline(__always)
    func compute<L: Lanes>(_ lanes: L.Type, at i: Int) where L.Number == Element {
      guard let p = parameters.baseAddress, let g = gradient.baseAddress, let m = mean.baseAddress,
        let v = square.baseAddress
      else { return }
      let slope = L(g + i)
      let mean = adam.gradientDecay * L(UnsafePointer(m + i)) + (1 - adam.gradientDecay) * slope
      let square = adam.squareDecay * L(UnsafePointer(v + i)) + (1 - adam.squareDecay) * (slope * slope)
      mean.store(m + i)
      square.store(v + i)
      let step = mean / L(repeating: 1 - adam.gradientPower)
      let scale = squareRoot(lanes: square / L(repeating: 1 - adam.squarePower)) + adam.epsilon
      (L(UnsafePointer(p + i)) - adam.rate * step / scale).store(p + i)
    }
  }
}
