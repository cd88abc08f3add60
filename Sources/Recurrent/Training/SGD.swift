/// Gradient descent with momentum: v ← μ v + g, p ← p − η v.
///
/// The form of Sutskever et al. 2013, eq. 1, with the rate outside of the velocity, as PyTorch has it. With μ = 0 it
/// is plain gradient descent. Called stochastic where the gradient is of a batch.
public struct SGD<Element: Scalar>: Optimiser, Equatable {
  /// η, the learning rate.
  public var rate: Element
  /// μ, the share of the velocity that stays, in [0, 1).
  public var momentum: Element
  /// v, zeros before the first step.
  public private(set) var velocity: Vector<Element> = []

  /// Gradient descent that has not begun.
  public init(rate: Element, momentum: Element = 0) {
    self.rate = rate
    self.momentum = momentum
  }

  /// Moves the parameters by one step.
  @specialized(where Element == Float)
  @specialized(where Element == Double)
  public mutating func step(_ parameters: inout Vector<Element>, along gradient: Vector<Element>) {
    requireFit(parameters.count, gradient.count, memory: velocity.count)
    if velocity.isEmpty { velocity = .zeros(parameters.count) }
    for i in gradient.indices {
      velocity[i] = momentum * velocity[i] + gradient[i]
      parameters[i] -= rate * velocity[i]
    }
  }
}
