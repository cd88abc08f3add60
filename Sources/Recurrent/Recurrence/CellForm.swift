/// The equations of a recurrent cell, apart from its weights.
public enum CellForm: Equatable, Sendable {
  /// ``RNNCell``.
  case rnn
  /// ``GRUCell``.
  case gru(ResetPlacement)
  /// ``LSTMCell``.
  case lstm
  /// ``MGUCell``.
  case mgu
  /// ``NoResetGRUCell``.
  case noReset
  /// ``NoUpdateGRUCell``.
  case noUpdate(ResetPlacement)
  /// ``MinGRUCell``, whose candidate is positive or linear.
  case minGRU(positive: Bool)
}
