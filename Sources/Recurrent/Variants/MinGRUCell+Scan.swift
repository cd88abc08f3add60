/// A step h ↦ a ⊙ h + b. Two of them, one after the other, are again one: that makes a scan possible.
@frozen
public struct LinearStep<Element: Scalar>: Equatable, Sendable {
  /// a, what is kept of each element.
  public var share: Vector<Element>

  /// b, what is added.
  public var addition: Vector<Element>

  /// A step of the given share and addition, of one size.
  @inlinable
  public init(share: Vector<Element>, addition: Vector<Element>) {
    self.share = share
    self.addition = addition
  }

  /// This step and then the later one: (a, b), (a′, b′) ↦ (a′ ⊙ a, a′ ⊙ b + b′). Associative but for rounding.
  @inlinable
  public func then(_ later: LinearStep) -> LinearStep {
    LinearStep(share: later.share ⊙ share, addition: later.share ⊙ addition + later.addition)
  }

  /// For each position the steps up to it as one, combined in the order of a balanced tree.
  ///
  /// Neighbours are joined in pairs, the pairs scanned in the same way, and the positions between filled in:
  /// fewer than 2T joins, at most 2 log₂ T of them after one another; all joins of one level could run at
  /// once. The order depends on T alone, so the result is the same on every machine. Source: G. E. Blelloch,
  /// "Prefix sums and their applications", 1990.
  @inlinable
  public static func scan(_ steps: [LinearStep]) -> [LinearStep] {
    guard steps.count > 1 else { return steps }
    var pairs: [LinearStep] = []
    for k in 0..<steps.count / 2 { pairs.append(steps[2 * k].then(steps[2 * k + 1])) }
    let scanned = scan(pairs)
    var result = steps
    for k in 1..<steps.count {
      result[k] = k % 2 == 1 ? scanned[k / 2] : scanned[k / 2 - 1].then(steps[k])
    }
    return result
  }
}

extension MinGRUCell {
  /// The states over a sequence by a parallel scan of the pairs (z, (1 − z) ⊙ n), from `h0` or from zeros.
  ///
  /// They equal the states of ``states(over:from:update:)`` as real numbers. In floats, as long as nothing
  /// underflows, the two differ at step t by at most 2γ S_t, where S_t = z ⊙ S_{t−1} + |(1 − z) ⊙ n|,
  /// S_0 = |h₀|, γ = 2Tu/(1 − 2Tu), T is the number of steps and u the unit of roundoff: in either order each
  /// summand of a state meets at most T products and T additions. S_t is no more than the largest |n|
  /// or |h₀| so far. O(T H I), of which only 2 log₂ T joins must follow one another.
  @inlinable
  public func scannedStates(
    over xs: [Vector<Element>], from h0: Vector<Element>? = nil, update: GateSetting<Element> = .computed
  ) -> [Vector<Element>] {
    let none = Vector<Element>.zeros(hiddenSize)
    var steps: [LinearStep<Element>] = []
    for x in xs {
      let step = step(x, from: none, update: update)
      steps.append(LinearStep(share: step.updateGate, addition: (1 - step.updateGate) ⊙ step.candidate))
    }
    if let h0, let first = steps.first {
      require(
        h0.count == hiddenSize, "a state of \(h0.count) elements to a cell of hidden size \(hiddenSize)")
      steps[0].addition = first.share ⊙ h0 + first.addition
    }
    return LinearStep.scan(steps).map { $0.addition }
  }
}
