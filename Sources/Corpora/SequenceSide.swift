/// An end of a sequence, where padding is added or steps are taken away.
public enum SequenceSide: CaseIterable, Sendable {
  /// Before the first step: Keras's `"pre"`.
  case start

  /// Behind the last step: Keras's `"post"`.
  case end
}
