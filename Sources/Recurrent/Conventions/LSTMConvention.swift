/// By whom an LSTM's weights are laid out: the order of the gates, the orientation of the matrices, and the
/// number of biases. The formula is the same in all.
public enum LSTMConvention: CaseIterable, Equatable, Sendable {
  /// `torch.nn.LSTM`: weight_ih_l0 (4H, I), weight_hh_l0 (4H, H), bias_ih_l0 and bias_hh_l0 (4H); gates i, f, g, o.
  case pyTorch

  /// `keras.layers.LSTM`: kernel (I, 4H), recurrent_kernel (H, 4H), bias (4H); gates i, f, c, o.
  case keras

  /// ONNX `LSTM`, one direction: W (1, 4H, I), R (1, 4H, H), B (1, 8H) = [Wb, Rb]; gates i, o, f, c. With
  /// peepholes, P (1, 3H); gates i, o, f.
  case onnx

  /// How many numbers the convention stores without peepholes: 4(HI + H²) weights, and H for each bias.
  public func parameterCount(inputSize: Int, hiddenSize: Int) -> Int {
    let weights = 4 * (hiddenSize * inputSize + hiddenSize * hiddenSize)
    return weights + (self == .keras ? 4 : 8) * hiddenSize
  }
}

extension LSTMConvention: CustomStringConvertible {
  /// The framework's name.
  public var description: String {
    switch self {
    case .pyTorch: "PyTorch"
    case .keras: "Keras"
    case .onnx: "ONNX"
    }
  }
}
