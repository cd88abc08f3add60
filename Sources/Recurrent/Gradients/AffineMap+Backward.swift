// Let a = W x + U h + b and d = ∂L/∂a. Then, by the chain rule,
//
//   ∂L/∂W = d xᵀ     ∂L/∂U = d hᵀ     ∂L/∂b = d     ∂L/∂x = Wᵀ d     ∂L/∂h = Uᵀ d

extension AffineMap {
  /// Adds d xᵀ, d hᵀ and d to a map that holds the gradients by W, U and b.
  @inlinable
  mutating func accumulate(_ d: Vector<Element>, _ x: Vector<Element>, _ h: Vector<Element>) {
    input.accumulate(d, x)
    recurrent.accumulate(d, h)
    bias = bias + d
  }

  /// Wᵀ d, I elements.
  @inlinable
  func toInput(_ d: Vector<Element>) -> Vector<Element> {
    input.transposed * d
  }

  /// Uᵀ d, H elements.
  @inlinable
  func toState(_ d: Vector<Element>) -> Vector<Element> {
    recurrent.transposed * d
  }
}

extension Matrix {
  /// Adds the outer product d vᵀ, whose element (i, j) is dᵢvⱼ.
  @inlinable
  mutating func accumulate(_ d: Vector<Element>, _ v: Vector<Element>) {
    for i in 0..<rows {
      for j in 0..<columns { self[i, j] += d[i] * v[j] }
    }
  }
}

/// The slope of tanh where its value is n: 1 − n².
@inlinable
func tanhSlope<Element: Scalar>(_ n: Vector<Element>) -> Vector<Element> {
  1 - n ⊙ n
}

extension GateSetting {
  /// The slope of a gate where its value is z: z(1 − z), and 0 if it is held.
  @inlinable
  func slope(_ z: Vector<Element>) -> Vector<Element> {
    switch self {
    case .computed: z ⊙ (1 - z)
    case .held, .heldAt: .zeros(z.count)
    }
  }
}
