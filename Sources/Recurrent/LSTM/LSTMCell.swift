/// The long short-term memory with a forget gate and, if wanted, peepholes.
///
///     i = σ(W_i x + U_i h₋ + b_i + p_i ⊙ c₋)
///     f = σ(W_f x + U_f h₋ + b_f + p_f ⊙ c₋)
///     g = tanh(W_g x + U_g h₋ + b_g)
///     c = f ⊙ c₋ + i ⊙ g
///     o = σ(W_o x + U_o h₋ + b_o + p_o ⊙ c)
///     h = o ⊙ tanh(c)
///
/// Sources: S. Hochreiter and J. Schmidhuber, "Long short-term memory", Neural Computation 9, 1997; the
/// forget gate is that of F. A. Gers, J. Schmidhuber and F. Cummins, "Learning to forget", Neural Computation
/// 12, 2000; for the peepholes see ``Peepholes``. This is the readable reference: it keeps every intermediate
/// and makes no haste.
@frozen
public struct LSTMCell<Element: Scalar>: Equatable, Sendable {
  /// W_i (H×I), U_i (H×H) and b_i (H): what share of the candidate is written.
  public var inputGate: AffineMap<Element>

  /// W_f (H×I), U_f (H×H) and b_f (H): what share of the cell state is kept.
  public var forgetGate: AffineMap<Element>

  /// W_g (H×I), U_g (H×H) and b_g (H): what is proposed for the cell state.
  public var candidate: AffineMap<Element>

  /// W_o (H×I), U_o (H×H) and b_o (H): what share of the cell state is shown.
  public var outputGate: AffineMap<Element>

  /// p_i, p_f and p_o (H each), or none.
  public var peepholes: Peepholes<Element>?

  /// A cell of the given weights.
  ///
  /// - Throws: ``ShapeError`` unless all maps and peepholes fit the candidate's input and hidden size.
  @inlinable
  public init(
    inputGate: AffineMap<Element>, forgetGate: AffineMap<Element>, candidate: AffineMap<Element>,
    outputGate: AffineMap<Element>, peepholes: Peepholes<Element>? = nil
  ) throws(ShapeError) {
    let (inputs, units) = (candidate.inputSize, candidate.hiddenSize)
    try candidate.check("candidate", inputSize: inputs, hiddenSize: units)
    try inputGate.check("inputGate", inputSize: inputs, hiddenSize: units)
    try forgetGate.check("forgetGate", inputSize: inputs, hiddenSize: units)
    try outputGate.check("outputGate", inputSize: inputs, hiddenSize: units)
    try peepholes?.check(hiddenSize: units)
    self.inputGate = inputGate
    self.forgetGate = forgetGate
    self.candidate = candidate
    self.outputGate = outputGate
    self.peepholes = peepholes
  }

  /// Random weights and biases, spread evenly over −`range` to `range`; ±1/√H if no range is given.
  ///
  /// Drawn in the order input gate, forget gate, candidate, output gate, then the peepholes if there are to be
  /// any. A `forgetBias` takes the place of every b_f, drawn nevertheless, so that the other weights of a seed
  /// stay what they are. A bias of 1 keeps e/(1 + e) = 0.73 of the cell state at first and often helps: R.
  /// Jozefowicz, W. Zaremba and I. Sutskever, "An empirical exploration of recurrent network architectures",
  /// ICML 2015.
  @inlinable
  public init(
    inputSize: Int, hiddenSize: Int, forgetBias: Element? = nil, peepholes: Bool = false,
    using random: inout RandomSource, range: Element? = nil
  ) {
    let range = range ?? 1 / squareRoot(Element(hiddenSize))
    inputGate = AffineMap(inputSize: inputSize, hiddenSize: hiddenSize, using: &random, range: range)
    forgetGate = AffineMap(inputSize: inputSize, hiddenSize: hiddenSize, using: &random, range: range)
    candidate = AffineMap(inputSize: inputSize, hiddenSize: hiddenSize, using: &random, range: range)
    outputGate = AffineMap(inputSize: inputSize, hiddenSize: hiddenSize, using: &random, range: range)
    self.peepholes = peepholes ? Peepholes(hiddenSize: hiddenSize, using: &random, range: range) : nil
    if let forgetBias { forgetGate.bias = Vector(repeating: forgetBias, count: hiddenSize) }
  }

  /// I, the number of inputs.
  @inlinable
  public var inputSize: Int { candidate.inputSize }

  /// H, the number of hidden units.
  @inlinable
  public var hiddenSize: Int { candidate.hiddenSize }

  /// 4H(I + H + 1), and 3H more with peepholes.
  ///
  /// PyTorch keeps a second bias for every gate, and counts 4H(I + H + 2).
  @inlinable
  public var parameterCount: Int {
    inputGate.parameterCount + forgetGate.parameterCount + candidate.parameterCount
      + outputGate.parameterCount + (peepholes?.parameterCount ?? 0)
  }
}
