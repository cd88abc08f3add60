/// The minimal GRU, whose gate and candidate see the input alone, so that its steps can be taken in parallel.
///
///     z = σ(W_z x + b_z)
///     n = φ(W x + b)
///     h = z ⊙ h₋ + (1 − z) ⊙ n
///
/// Source: L. Feng et al., "Were RNNs all we needed?", 2024, arXiv:2410.01201, section 3.1. Theirs is Chung's
/// convention; here, as in ``GRUCell``, the update gate is the share that is kept: negate W_z and b_z to go
/// from one to the other.
@frozen
public struct MinGRUCell<Element: Scalar>: Equatable, Sendable {
  /// What the candidate makes of its sum: φ.
  public enum Candidate: CaseIterable, Sendable {
    /// φ(a) = a. The state is not bounded by 1, but by the largest |n|.
    case linear

    /// φ(a) = a + ½ for a ≥ 0 and σ(a) below: rising, continuous and positive.
    ///
    /// The paper's appendix on the log-space form asks for it: with h₀ > 0 all states are positive, and the
    /// recurrence can be summed as log h = log(z h₋ + (1 − z) n) by log-sum-exp, which does not
    /// underflow where a product of many gates would. This reference does not take logarithms.
    case positive
  }

  /// W_z (H×I) and b_z (H).
  public var updateGate: InputMap<Element>

  /// W (H×I) and b (H).
  public var candidate: InputMap<Element>

  /// φ.
  public var activation: Candidate

  /// A cell of the given weights.
  ///
  /// - Throws: ``ShapeError`` unless the update gate's shapes are those of the candidate, and each bias has an
  ///   element for each row of its weights.
  @inlinable
  public init(
    updateGate: InputMap<Element>, candidate: InputMap<Element>, activation: Candidate = .linear
  ) throws(ShapeError) {
    let (inputs, units) = (candidate.weights.columns, candidate.weights.rows)
    try candidate.check("candidate", inputSize: inputs, hiddenSize: units)
    try updateGate.check("updateGate", inputSize: inputs, hiddenSize: units)
    self.updateGate = updateGate
    self.candidate = candidate
    self.activation = activation
  }

  /// Random weights and biases, spread evenly over −`range` to `range`; ±1/√H if no range is given. Update
  /// gate first.
  @inlinable
  public init(
    inputSize: Int, hiddenSize: Int, activation: Candidate = .linear, using random: inout RandomSource,
    range: Element? = nil
  ) {
    let range = range ?? 1 / squareRoot(Element(hiddenSize))
    updateGate = InputMap(inputSize: inputSize, hiddenSize: hiddenSize, using: &random, range: range)
    candidate = InputMap(inputSize: inputSize, hiddenSize: hiddenSize, using: &random, range: range)
    self.activation = activation
  }

  /// I, the number of inputs.
  @inlinable
  public var inputSize: Int { candidate.weights.columns }

  /// H, the number of hidden units.
  @inlinable
  public var hiddenSize: Int { candidate.weights.rows }

  /// 2H(I + 1).
  @inlinable
  public var parameterCount: Int { updateGate.parameterCount + candidate.parameterCount }
}

extension MinGRUCell: Parameterised {
  /// Update gate, candidate.
  @inlinable
  public mutating func visitParameters(_ body: (inout [Element]) -> Void) {
    updateGate.visitParameters(body)
    candidate.visitParameters(body)
  }
}

extension MinGRUCell.Candidate {
  @inlinable
  func value(_ sum: Vector<Element>) -> Vector<Element> {
    switch self {
    case .linear: sum
    case .positive: sum.map { $0 >= 0 ? $0 + 0.5 : Element.sigmoid($0) }
    }
  }

  /// φ′(a) where φ(a) = n; at a = 0, where φ has a corner, that of the right side.
  @inlinable
  func slope(_ n: Vector<Element>) -> Vector<Element> {
    switch self {
    case .linear: .ones(n.count)
    case .positive: n.map { $0 >= 0.5 ? 1 : $0 * (1 - $0) }
    }
  }
}
