/// The minimal gated unit: a GRU whose one gate resets and updates.
///
///     f = σ(W_f x + U_f h₋ + b_f)
///     n = tanh(W x + U(f ⊙ h₋) + b)
///     h = (1 − f) ⊙ h₋ + f ⊙ n
///
/// Here f = 1 *replaces* the state, as in the source: G.-B. Zhou et al., "Minimal gated unit for recurrent
/// neural networks", International Journal of Automation and Computing 13, 2016, arXiv:1603.09420.
@frozen
public struct MGUCell<Element: Scalar>: Equatable, Sendable {
  /// W_f (H×I), U_f (H×H) and b_f (H).
  public var forgetGate: AffineMap<Element>

  /// W (H×I), U (H×H) and b (H) of the candidate.
  public var candidate: AffineMap<Element>

  /// A cell of the given weights.
  ///
  /// - Throws: ``ShapeError`` unless both maps fit the candidate's input and hidden size.
  @inlinable
  public init(forgetGate: AffineMap<Element>, candidate: AffineMap<Element>) throws(ShapeError) {
    let (inputs, units) = (candidate.inputSize, candidate.hiddenSize)
    try candidate.check("candidate", inputSize: inputs, hiddenSize: units)
    try forgetGate.check("forgetGate", inputSize: inputs, hiddenSize: units)
    self.forgetGate = forgetGate
    self.candidate = candidate
  }

  /// Random weights and biases, spread evenly over −`range` to `range`; ±1/√H if no range is given. Forget
  /// gate first.
  @inlinable
  public init(inputSize: Int, hiddenSize: Int, using random: inout RandomSource, range: Element? = nil) {
    let range = range ?? 1 / squareRoot(Element(hiddenSize))
    forgetGate = AffineMap(inputSize: inputSize, hiddenSize: hiddenSize, using: &random, range: range)
    candidate = AffineMap(inputSize: inputSize, hiddenSize: hiddenSize, using: &random, range: range)
  }

  /// I, the number of inputs.
  @inlinable
  public var inputSize: Int { candidate.inputSize }

  /// H, the number of hidden units.
  @inlinable
  public var hiddenSize: Int { candidate.hiddenSize }

  /// 2H(I + H + 1).
  @inlinable
  public var parameterCount: Int { forgetGate.parameterCount + candidate.parameterCount }

  /// The GRU that computes the same, but for rounding: r = f and z = 1 − f = σ(−(W_f x + U_f h₋ + b_f)).
  @inlinable
  public var asGRU: GRUCell<Element> {
    let opposite = AffineMap(
      input: -forgetGate.input, recurrent: -forgetGate.recurrent, bias: -forgetGate.bias)
    return GRUCell(
      unchecked: opposite, forgetGate, candidate, recurrentBias: .zeros(hiddenSize), reset: .before)
  }
}

extension MGUCell: Parameterised {
  /// Forget gate, candidate.
  @inlinable
  public mutating func visitParameters(_ body: (inout [Element]) -> Void) {
    forgetGate.visitParameters(body)
    candidate.visitParameters(body)
  }
}
