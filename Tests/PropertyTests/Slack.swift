import Recurrent

/// What rounding may add to a bound that holds for real numbers.
///
/// u is the unit of roundoff: each operation has a relative error of at most u, and a sum of products in
/// which a term meets k operations differs from the exact one by at most γ = ku/(1 − ku) times the sum of
/// magnitudes (Higham, "Accuracy and Stability of Numerical Algorithms", lemma 3.1). One operation more than
/// are done is counted, for the rounding of the slack itself.
enum Slack<Element: Scalar> {
  static var u: Element { Element.ulpOfOne / 2 }

  /// The state against z h₋ + (1 − z) n of the same floats z, h₋ and n, all within [−1, 1].
  ///
  /// Two products, of sizes z and 1 − z, round by u each, 1 − z by u more, the sum by u: at most 3u, as the
  /// products' errors together are at most u + (1 − z)u.
  static var state: Element { 3 * u }

  /// Two candidates and a bound on their distance, each computed from the same floats x, h₋ and r.
  ///
  /// A term of a candidate's sum meets at most one product with r, one with a weight, max(I, H) − 1 additions
  /// within its product, and three of the parts. Two sums differ by at most 2γ S, S the sum of magnitudes,
  /// and the bound, which is no larger than 2S and meets as many operations, is short by 2γ S. Each tanh adds
  /// 2 ulp, at most 4u, and the subtraction of two numbers within [−1, 1] rounds by 2u.
  static func candidates(_ gru: GRUCell<Element>, _ step: GRUStep<Element>) -> Vector<Element> {
    let k = Element(max(gru.inputSize, gru.hiddenSize) + 6)
    let gamma = k * u / (1 - k * u)
    let map = gru.candidate
    let sizes =
      map.input.absolute * abs(step.input) + map.recurrent.absolute * abs(step.previous)
      + abs(map.bias) + abs(gru.recurrentBias)
    return 4 * gamma * sizes + 10 * u
  }
}
