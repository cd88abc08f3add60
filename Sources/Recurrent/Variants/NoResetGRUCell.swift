/// A GRU without a reset gate: the candidate sees the whole state, r ≡ 1.
///
///     z = σ(W_z x + U_z h₋ + b_z)
///     n = tanh(W x + U h₋ + b)
///     h = z ⊙ h₋ + (1 − z) ⊙ n
///
/// It is ``GRUCell`` with the reset gate held at 1, where both placements are the same, and it has two thirds of
/// the weights. To the bit, its candidate is a step of the plain cell.
@frozen
public struct NoResetGRUCell<Element: Scalar>: Equatable, Sendable {
  /// W_z (H×I), U_z (H×H) and b_z (H).
  public var updateGate: AffineMap<Element>

  /// W (H×I), U (H×H) and b (H) of the candidate.
  public var candidate: AffineMap<Element>

  /// A cell of the given weights.
  ///
  /// - Throws: ``ShapeError`` unless both maps fit the candidate's input and hidden size.
  @inlinable
  public init(updateGate: AffineMap<Element>, candidate: AffineMap<Element>) throws(ShapeError) {
    let (inputs, units) = (candidate.inputSize, candidate.hiddenSize)
    try candidate.check("candidate", inputSize: inputs, hiddenSize: units)
    try updateGate.check("updateGate", inputSize: inputs, hiddenSize: units)
    self.updateGate = updateGate
    self.candidate = candidate
  }

  /// The update gate and the candidate of a GRU; at r = 1 its two biases b and b_hn are one.
  @inlinable
  public init(_ gru: GRUCell<Element>) {
    updateGate = gru.updateGate
    candidate = gru.asRNN.weights
  }

  /// A GRU that computes the same with its reset gate held at 1; the gate's own weights are zeros.
  @inlinable
  public var asGRU: GRUCell<Element> {
    GRUCell(
      unchecked: updateGate, candidate.zeroed, candidate, recurrentBias: .zeros(candidate.hiddenSize),
      reset: .before)
  }

  /// 2H(I + H + 1).
  @inlinable
  public var parameterCount: Int { updateGate.parameterCount + candidate.parameterCount }

  /// The steps over a sequence; the first starts from `h0`, or from zeros.
  @inlinable
  public func states(
    over xs: [Vector<Element>], from h0: Vector<Element>? = nil, update: GateSetting<Element> = .computed
  ) -> [GRUStep<Element>] {
    asGRU.states(over: xs, from: h0, update: update, reset: .held(at: 1))
  }

  /// The gradient through a whole sequence; see ``GRUCell/gradient(through:of:update:reset:)``.
  @inlinable
  public func gradient(
    through steps: [GRUStep<Element>], of dh: [Vector<Element>], update: GateSetting<Element> = .computed
  ) -> SequenceGradient<NoResetGRUCell, Vector<Element>> {
    let whole = asGRU.gradient(through: steps, of: dh, update: update, reset: .held(at: 1))
    var weights = self
    weights.updateGate = whole.weights.updateGate
    weights.candidate = whole.weights.candidate
    return SequenceGradient(weights: weights, inputs: whole.inputs, initial: whole.initial)
  }
}

extension NoResetGRUCell: Parameterised {
  /// Update gate, candidate.
  @inlinable
  public mutating func visitParameters(_ body: (inout [Element]) -> Void) {
    updateGate.visitParameters(body)
    candidate.visitParameters(body)
  }
}
