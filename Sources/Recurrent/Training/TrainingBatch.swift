/// What a network reads in one step, and what it should have given.
public struct TrainingBatch<Model: Layer, Objective: Loss>: Sendable {
  /// What the first layer reads.
  public var input: Model.Input

  /// What the outputs are held to.
  public var target: Objective.Target

  /// A batch of the given parts.
  public init(_ input: Model.Input, _ target: Objective.Target) {
    self.input = input
    self.target = target
  }
}
