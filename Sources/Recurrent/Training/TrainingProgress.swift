/// Where a training is, after a step.
public struct TrainingProgress<Element: Scalar>: Equatable, Sendable {
  /// All steps so far.
  public let step: Int
  /// The pass over the batches, from 1.
  public let epoch: Int
  /// How many passes there will be.
  public let epochs: Int
  /// The batch of the pass, from 1.
  public let batch: Int
  /// How many batches the pass has.
  public let batches: Int
  /// The loss of the batch, before its step.
  public let loss: Element
  /// The mean loss of the pass so far.
  public let meanLoss: Element
}

/// Whether a training goes on.
public enum TrainingDecision: Sendable {
  /// The next step follows.
  case goOn
  /// No step follows; what was learnt is kept.
  case stop
}

/// How a training went.
public struct TrainingReport<Element: Scalar>: Equatable, Sendable {
  /// The mean loss of each pass over the batches; of the last up to where it was stopped.
  public internal(set) var losses: [Element] = []

  /// Whether it was asked to stop.
  public internal(set) var wasStopped = false
}
