/// How far a GRU can be from the thing it degenerates to: inequalities that hold for every weight and input.
///
/// All are elementwise, and those of the state suppose |h₀| ≤ 1, which then stays so: h is a mean of h₋ and
/// n, weighted by z and 1 − z, and |n| ≤ 1. They are statements about real numbers; in floats, allow
/// for rounding. They rest on two facts: |tanh a − tanh b| ≤ |a − b|, and the triangle inequality.
public enum Bound<Element: Scalar> {
  /// z → 1 keeps the state: |h − h₋| = (1 − z)|n − h₋| ≤ 2(1 − z).
  ///
  /// From h − h₋ = (1 − z) ⊙ (n − h₋), where both n and h₋ lie within [−1, 1].
  @inlinable
  public static func keeping(z: Vector<Element>) -> Vector<Element> {
    2 * (1 - z)
  }

  /// Over several steps: |h_k − h₀| ≤ 2(1 − ∏z).
  ///
  /// The share of h₀ left in h_k is ∏z; the rest, 1 − ∏z, is a mean of candidates. `z` holds the update
  /// gates of the steps, at least one.
  @inlinable
  public static func keeping(overSteps z: [Vector<Element>]) -> Vector<Element> {
    var share = Vector<Element>.ones(z.first?.count ?? 0)
    for gate in z { share = share ⊙ gate }
    return keeping(z: share)
  }

  /// z → 0 makes the candidate the state: |h − n| = z|h₋ − n| ≤ 2z.
  @inlinable
  public static func replacing(z: Vector<Element>) -> Vector<Element> {
    2 * z
  }

  /// r → 0 makes the candidate that of ``GRUCell/asMLP``: how far n can be from tanh(W x + b).
  ///
  /// Before: Σⱼ|Uᵢⱼ| rⱼ |hⱼ|, the size of U(r ⊙ h₋). After: rᵢ |(U h₋ + b_hn)ᵢ|.
  @inlinable
  public static func candidateToMLP(_ gru: GRUCell<Element>, _ step: GRUStep<Element>) -> Vector<Element> {
    hidden(step.resetGate, gru, step)
  }

  /// r → 1 makes the candidate a step of ``GRUCell/asRNN``: how far n can be from it.
  ///
  /// Before: Σⱼ|Uᵢⱼ|(1 − rⱼ)|hⱼ|, what the gate takes away from U h₋. After: (1 − rᵢ)|(U h₋ + b_hn)ᵢ|, which
  /// is no larger than Σⱼ|Uᵢⱼ|(1 − rᵢ)|hⱼ| where b_hn is 0.
  @inlinable
  public static func candidateToRNN(_ gru: GRUCell<Element>, _ step: GRUStep<Element>) -> Vector<Element> {
    hidden(1 - step.resetGate, gru, step)
  }

  /// z → 0 and r → 1 make the GRU the RNN: how far the two states can be apart after `steps` steps.
  ///
  /// (2z + L(1 − r))(Lᵀ − 1)/(L − 1) with L = ‖U‖∞, and T in place of the fraction where L = 1. Here
  /// z is the largest and r the smallest gate value on the way. Each step adds at most 2z (the state is not
  /// quite the candidate) and L(1 − r) (the candidate is not quite the RNN's), and stretches the distance so
  /// far by at most L. So the limit holds for a fixed T, and for all T at once only where L < 1. The after
  /// form adds (1 − r)‖b_hn‖∞ to each step: give it as `recurrentBias`.
  @inlinable
  public static func stateToRNN(
    z: Element, r: Element, norm: Element, recurrentBias: Element = 0, steps: Int
  ) -> Element {
    let step = 2 * z + (norm + recurrentBias) * (1 - r)
    var distance: Element = 0
    for _ in 0..<steps { distance = step + norm * distance }
    return distance
  }

  /// How far the candidates of the two reset placements can be apart: Σⱼ|Uᵢⱼ| |rⱼ − rᵢ| |hⱼ|.
  ///
  /// U(r ⊙ h₋) − r ⊙ U h₋ has the elements Σⱼ Uᵢⱼ(rⱼ − rᵢ)hⱼ. The after form's b_hn adds rᵢ|b_hn,i|. The
  /// states are at most 1 − z times as far apart. At one hidden unit without b_hn the bound is 0.
  @inlinable
  public static func betweenPlacements(_ gru: GRUCell<Element>, _ step: GRUStep<Element>) -> Vector<Element> {
    let (u, r, h) = (gru.candidate.recurrent, step.resetGate, step.previous)
    var result = r ⊙ abs(gru.recurrentBias)
    for i in result.indices { result[i] += (abs(u.row(i)) ⊙ abs(r - r[i])).dot(abs(h)) }
    return result
  }

  /// The size of the recurrent part of the candidate's sum, seen through a gate.
  @inlinable
  static func hidden(
    _ gate: Vector<Element>, _ gru: GRUCell<Element>, _ step: GRUStep<Element>
  ) -> Vector<Element> {
    let u = gru.candidate.recurrent
    switch gru.reset {
    case .before: return u.absolute * (gate ⊙ abs(step.previous))
    case .after: return gate ⊙ abs(u * step.previous + gru.recurrentBias)
    }
  }
}
