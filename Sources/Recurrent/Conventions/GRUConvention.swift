/// By whom a GRU's weights are laid out: what the update gate keeps, where the reset gate acts, the order of
/// the gates, the orientation of the matrices, and the number of biases.
///
/// In every one the weights of one unit are those of one row here. W is H×I and U is H×H as in
/// ``AffineMap``; Wᵀ is I×H.
public enum GRUConvention: Equatable, Sendable {
  /// The paper's equations: W_z, U_z, b_z, W_r, U_r, b_r, W, U, b; one bias; reset before.
  ///
  /// K. Cho et al. 2014, arXiv:1406.1078v3, equations 5 to 8, where the biases are left out for brevity.
  case cho

  /// The same tensors with h = (1 − z) ⊙ h₋ + z ⊙ n: the update gate's are those of `cho`, negated.
  ///
  /// J. Chung et al., "Empirical evaluation of gated recurrent neural networks on sequence modeling", 2014,
  /// arXiv:1412.3555, equations 5 to 8. For σ(−a) = 1 − σ(a), the two say the same.
  case chung

  /// `torch.nn.GRU`: weight_ih_l0 (3H, I), weight_hh_l0 (3H, H), bias_ih_l0 and bias_hh_l0 (3H); gates r, z, n;
  /// reset after.
  case pyTorch

  /// `keras.layers.GRU`: kernel (I, 3H), recurrent_kernel (H, 3H), bias; gates z, r, h.
  ///
  /// With `resetAfter`, its default, the bias is (2, 3H), the input's row first; without, it is (3H).
  case keras(resetAfter: Bool)

  /// ONNX `GRU`, one direction: W (1, 3H, I), R (1, 3H, H), B (1, 6H) = [Wb, Rb]; gates z, r, h.
  ///
  /// The reset comes after where `linear_before_reset` is not 0, and before in the default.
  case onnx(linearBeforeReset: Bool)

  /// `flax.linen.GRUCell`: for each gate k of r, z and n, ik/kernel (I, H), ik/bias (H) and hk/kernel (H, H);
  /// hn/bias (H) is its only hidden bias; reset after.
  case flax

  /// TensorFlow 1's `GRUCell`: gates/kernel (I+H, 2H) and gates/bias (2H), r then z; candidate/kernel (I+H, H)
  /// and candidate/bias (H); the rows of x come first; reset before. Its gate bias starts at 1.
  case tensorFlow1

  /// Where the reset gate acts.
  public var reset: ResetPlacement {
    switch self {
    case .cho, .chung, .tensorFlow1, .keras(resetAfter: false), .onnx(linearBeforeReset: false): .before
    case .pyTorch, .flax, .keras(resetAfter: true), .onnx(linearBeforeReset: true): .after
    }
  }

  /// Whether z = 1 keeps the old state; only in Chung's form it replaces it.
  public var keepsWhereUpdateIsOne: Bool { self != .chung }

  /// How many numbers the convention stores: 3(HI + H²) weights, and H for each bias.
  public func parameterCount(inputSize: Int, hiddenSize: Int) -> Int {
    let weights = 3 * (hiddenSize * inputSize + hiddenSize * hiddenSize)
    switch self {
    case .cho, .chung, .tensorFlow1, .keras(resetAfter: false): return weights + 3 * hiddenSize
    case .flax: return weights + 4 * hiddenSize
    case .pyTorch, .onnx, .keras(resetAfter: true): return weights + 6 * hiddenSize
    }
  }
}

extension GRUConvention: CaseIterable {
  /// Every convention, with each of its settings.
  public static var allCases: [GRUConvention] {
    [
      .cho, .chung, .pyTorch, .keras(resetAfter: true), .keras(resetAfter: false),
      .onnx(linearBeforeReset: true), .onnx(linearBeforeReset: false), .flax, .tensorFlow1,
    ]
  }
}

extension GRUConvention: CustomStringConvertible {
  /// The name with its setting: `Keras (reset_after=True)`.
  public var description: String {
    switch self {
    case .cho: "Cho et al."
    case .chung: "Chung et al."
    case .pyTorch: "PyTorch"
    case .keras(resetAfter: true): "Keras (reset_after=True)"
    case .keras(resetAfter: false): "Keras (reset_after=False)"
    case .onnx(linearBeforeReset: true): "ONNX (linear_before_reset=1)"
    case .onnx(linearBeforeReset: false): "ONNX (linear_before_reset=0)"
    case .flax: "Flax"
    case .tensorFlow1: "TensorFlow 1"
    }
  }
}
