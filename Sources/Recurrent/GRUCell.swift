/// The gated recurrent unit, in Cho's convention: the update gate is the share that is kept.
///
///     z = σ(W_z x + U_z h₋ + b_z)
///     r = σ(W_r x + U_r h₋ + b_r)
///     n = tanh(W x + U(r ⊙ h₋) + b)             reset before, or
///     n = tanh(W x + b + r ⊙ (U h₋ + b_hn))     reset after
///     h = z ⊙ h₋ + (1 − z) ⊙ n
///
/// Source: K. Cho et al., "Learning phrase representations using RNN encoder–decoder", 2014,
/// arXiv:1406.1078v3, equations 5 to 8; the after form is that of PyTorch's `nn.GRU`. This is the readable
/// reference: it keeps every intermediate and makes no haste.
@frozen
public struct GRUCell<Element: Scalar>: Equatable, Sendable {
  /// W_z (H×I), U_z (H×H) and b_z (H).
  public var updateGate: AffineMap<Element>

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
  /// - Throws: ``ShapeError`` unless all three maps and b_hn fit the candidate's input and hidden size.
  @inlinable
  public init(
    updateGate: AffineMap<Element>, resetGate: AffineMap<Element>, candidate: AffineMap<Element>,
    recurrentBias: Vector<Element>? = nil, reset: ResetPlacement
  ) throws(ShapeError) {
    let (inputs, units) = (candidate.inputSize, candidate.hiddenSize)
    let recurrentBias = recurrentBias ?? .zeros(units)
    try candidate.check("candidate", inputSize: inputs, hiddenSize: units)
    try updateGate.check("updateGate", inputSize: inputs, hiddenSize: units)
    try resetGate.check("resetGate", inputSize: inputs, hiddenSize: units)
    try recurrentBias.check("recurrentBias", count: units)
    self.updateGate = updateGate
    self.resetGate = resetGate
    self.candidate = candidate
    self.recurrentBias = recurrentBias
    self.reset = reset
  }

  /// Random weights and biases, spread evenly over −`range` to `range`; ±1/√H if no range is given.
  ///
  /// Drawn in the order update gate, reset gate, candidate, and then b_hn in the after form alone, so that
  /// one seed gives both forms the same maps. In the before form b_hn is zeros.
  @inlinable
  public init(
    inputSize: Int, hiddenSize: Int, reset: ResetPlacement,
    using random: inout RandomSource, range: Element? = nil
  ) {
    let range = range ?? 1 / squareRoot(Element(hiddenSize))
    updateGate = AffineMap(inputSize: inputSize, hiddenSize: hiddenSize, using: &random, range: range)
    resetGate = AffineMap(inputSize: inputSize, hiddenSize: hiddenSize, using: &random, range: range)
    candidate = AffineMap(inputSize: inputSize, hiddenSize: hiddenSize, using: &random, range: range)
    recurrentBias = reset == .after ? random.vector(hiddenSize, in: -range...range) : .zeros(hiddenSize)
    self.reset = reset
  }

  /// The same weights with the reset gate in another place. The before form keeps b_hn but does not use it.
  @inlinable
  public func with(reset: ResetPlacement) -> GRUCell {
    var cell = self
    cell.reset = reset
    return cell
  }

  /// I, the number of inputs.
  @inlinable
  public var inputSize: Int { candidate.inputSize }

  /// H, the number of hidden units.
  @inlinable
  public var hiddenSize: Int { candidate.hiddenSize }

  /// 3H(I + H + 1) in the before form, and H more in the after form, which has b_hn.
  ///
  /// PyTorch and Keras keep a second bias for the gates too, and count 3H(I + H + 2).
  @inlinable
  public var parameterCount: Int {
    updateGate.parameterCount + resetGate.parameterCount + candidate.parameterCount
      + (reset == .after ? recurrentBias.count : 0)
  }
}
