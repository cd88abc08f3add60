/// Why a training ended before its end; steps count from 1.
public enum TrainingError: Error, Equatable, CustomStringConvertible {
  /// The loss became infinite or NaN. The parameters are those that gave it.
  case lossNotFinite(step: Int)

  /// A derivative became infinite or NaN. The parameters are those that gave it.
  case gradientNotFinite(step: Int)

  /// A batch or its targets do not fit the network.
  case shape(step: Int, ShapeError)

  /// The targets do not fit the outputs.
  case batch(step: Int, BatchError)

  /// One sentence: `step 17: the loss is not finite`.
  public var description: String {
    switch self {
    case .lossNotFinite(let step): "step \(step): the loss is not finite"
    case .gradientNotFinite(let step): "step \(step): the gradient is not finite"
    case .shape(let step, let error): "step \(step): \(error.description)"
    case .batch(let step, let error): "step \(step): \(error.description)"
    }
  }
}
