/// Where the reset gate acts in the candidate: on the state, or on its product with the weights.
///
/// The two forms are different functions of the same weights; they agree at one hidden unit without b_hn, and
/// wherever all elements of the gate are equal.
public enum ResetPlacement: CaseIterable, Sendable {
  /// n = tanh(W x + U(r ⊙ h₋) + b): Cho et al. 2014, arXiv:1406.1078v3, equation 8.
  case before

  /// n = tanh(W x + b + r ⊙ (U h₋ + b_hn)): PyTorch's `nn.GRU`, and Keras with `reset_after`.
  case after
}
