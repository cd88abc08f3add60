/// A GRU without an update gate: the candidate is the state, z ≡ 0.
///
///     r = σ(W_r x + U_r h₋ + b_r)
///     h = tanh(W x + U(r ⊙ h₋) + b)             reset before, or
///     h = tanh(W x + b + r ⊙ (U h₋ + b_hn))     reset after
///
/// It is ``GRUCell`` with the update gate held at 0: a plain cell that may forget, but cannot carry.
@frozen
public struct NoUpdateGRUCell<Element: Scalar>: Equatable, Sendable {
  /// W_r (H×I), U_r (H×H) and b_r (H).
  public var resetGate: AffineMap<Element>

  /// W (H×I), U (H×H) and b (H) of the candidate.
  public var candidate: AffineMap<Element>

  /// b_hn, H elements: the bias that the reset gate scales. Only the after form has it.
  public var recurrentBias: Vector<Element>

  /// Whether the reset gate acts before or after the product with U.
  public var reset: ResetPlacement

  /// A cell of the given weights; b_hn is zeros if none is given.
  ///
  /// - Throws: ``ShapeError`` unless both maps and b_hn fit the candidate's input and hidden size.
  @inlinable
  public init(
    resetGate: AffineMap<Element>, candidate: AffineMap<Element>,
    recurrentBias: Vector<Element>? = nil, reset: ResetPlacement
  ) throws(ShapeError) {
    self.init(
      try GRUCell(
        updateGate: candidate, resetGate: resetGate, candidate: candidate, recurrentBias: recurrentBias,
        reset: reset))
  }

  /// The reset gate and the candidate of a GRU.
  @inlinable
  public init(_ gru: GRUCell<Element>) {
    resetGate = gru.resetGate
    candidate = gru.candidate
    recurrentBias = gru.recurrentBias
    reset = gru.reset
  }

  /// A GRU that computes the same with its update gate held at 0; the gate's own weights are zeros.
  @inlinable
  public var asGRU: GRUCell<Element> {
    GRUCell(
      unchecked: candidate.zeroed, resetGate, candidate, recurrentBias: recurrentBias, reset: reset)
  }

  /// 2H(I + H + 1) in the before form, and H more in the after form.
  @inlinable
  public var parameterCount: Int {
    resetGate.parameterCount + candidate.parameterCount + (reset == .after ? recurrentBias.count : 0)
  }

  /// The steps over a sequence; the first starts from `h0`, or from zeros.
  @inlinable
  public func states(
    over xs: [Vector<Element>], from h0: Vector<Element>? = nil, reset: GateSetting<Element> = .computed
  ) -> [GRUStep<Element>] {
    asGRU.states(over: xs, from: h0, update: .held(at: 0), reset: reset)
  }

  /// The gradient through a whole sequence; see ``GRUCell/gradient(through:of:update:reset:)``.
  @inlinable
  public func gradient(
    through steps: [GRUStep<Element>], of dh: [Vector<Element>], reset: GateSetting<Element> = .computed
  ) -> SequenceGradient<NoUpdateGRUCell, Vector<Element>> {
    let whole = asGRU.gradient(through: steps, of: dh, update: .held(at: 0), reset: reset)
    return SequenceGradient(
      weights: NoUpdateGRUCell(whole.weights), inputs: whole.inputs, initial: whole.initial)
  }
}

extension NoUpdateGRUCell: Parameterised {
  /// Reset gate, candidate, and b_hn in the after form alone.
  @inlinable
  public mutating func visitParameters(_ body: (inout [Element]) -> Void) {
    resetGate.visitParameters(body)
    candidate.visitParameters(body)
    if reset == .after { body(&recurrentBias.elements) }
  }
}
