/// A network in training: its parameters, the rule that moves them, and what it is held to.
public struct Trainer<Model: Layer, Rule: Optimiser, Objective: Loss>: Sendable
where Rule.Element == Model.Element, Objective.Element == Model.Element {
  /// The type of the numbers.
  public typealias Element = Model.Element

  /// The network as learnt so far.
  public var model: Model

  /// The rule, with what it remembers.
  public var optimiser: Rule

  /// What is to become small.
  public let loss: Objective

  /// The largest norm of a gradient that is taken as it is; a larger one is shortened. No limit if nil.
  public var clippingNorm: Element?

  /// The number of threads, which moves no bit.
  public var threads: Threads

  /// How many steps have been taken.
  public private(set) var steps = 0

  /// A training that has not begun.
  public init(
    _ model: Model, optimiser: Rule, loss: Objective, clippingNorm: Element? = nil,
    threads: Threads = .two
  ) {
    self.model = model
    self.optimiser = optimiser
    self.loss = loss
    self.clippingNorm = clippingNorm
    self.threads = threads
  }

  /// One step along the gradient of a batch; returns the loss before it.
  ///
  /// - Throws: ``TrainingError`` where the loss or the gradient is not finite or the batch does not fit. The
  ///   parameters are then as they were, and the step is not counted.
  @discardableResult
  public mutating func step(_ batch: TrainingBatch<Model, Objective>) throws(TrainingError) -> Element {
    let step = steps + 1
    let (loss, gradient) = try model.gradient(of: self.loss, over: batch, step: step, threads: threads)
    var slopes = gradient.parameters
    if let limit = clippingNorm { slopes = slopes.clipped(toNorm: limit) }
    var parameters = model.parameters
    optimiser.step(&parameters, along: slopes)
    model.parameters = parameters
    steps = step
    return loss
  }

  /// Passes over all batches, `epochs` times; tells of every step, and stops where that says so.
  ///
  /// `batches` is asked anew for each epoch, counted from 1, and may order them anew. O(epochs · batches).
  ///
  /// - Throws: ``TrainingError``, as ``step(_:)`` does. What was learnt until then is kept.
  @discardableResult
  public mutating func train(
    epochs: Int, batches: (_ epoch: Int) throws(TrainingError) -> [TrainingBatch<Model, Objective>],
    progress: (TrainingProgress<Element>) -> TrainingDecision = { _ in .goOn }
  ) throws(TrainingError) -> TrainingReport<Element> {
    var report = TrainingReport<Element>()
    for epoch in 0..<max(0, epochs) {
      let batches = try batches(epoch + 1)
      var sum: Element = 0
      for (i, batch) in batches.enumerated() {
        let loss = try step(batch)
        sum += loss
        let state = TrainingProgress(
          step: steps, epoch: epoch + 1, epochs: epochs, batch: i + 1, batches: batches.count, loss: loss,
          meanLoss: sum / Element(i + 1))
        if progress(state) == .stop {
          report.losses.append(state.meanLoss)
          report.wasStopped = true
          return report
        }
      }
      if !batches.isEmpty { report.losses.append(sum / Element(batches.count)) }
    }
    return report
  }
}

extension Layer {
  /// The loss over a batch, and its gradient by the parameters.
  ///
  /// - Throws: ``TrainingError`` that names `step` where the loss or the gradient is not finite, or the batch does not fit.
  public func gradient<Objective: Loss>(
    of loss: Objective, over batch: TrainingBatch<Self, Objective>, step: Int = 1, threads: Threads = .two
  ) throws(TrainingError) -> (loss: Element, gradient: Self) where Objective.Element == Element {
    let output: SequenceBatch<Element>
    let trace: Trace
    do { (output, trace) = try forward(batch.input, threads: threads) } catch {
      throw .shape(step: step, error)
    }
    let value: LossValue<Element>
    do { value = try loss(output, batch.target) } catch { throw .batch(step: step, error) }
    if !value.loss.isFinite { throw .lossNotFinite(step: step) }
    let gradient: Self
    do {
      gradient = try backward(value.gradient, through: consume trace, inputs: false, threads: threads).weights
    } catch { throw .shape(step: step, error) }
    if !gradient.isFinite { throw .gradientNotFinite(step: step) }
    return (value.loss, gradient)
  }
}

extension Parameterised {
  /// Whether every parameter is a finite number.
  var isFinite: Bool {
    var (copy, isFinite) = (self, true)
    copy.visitParameters { isFinite = isFinite && allFinite($0) }
    return isFinite
  }
}

/// Whether all numbers are finite: 0 times any other is not 0.
@specialized(where Element == Float)
@specialized(where Element == Double)
func allFinite<Element: Scalar>(_ numbers: [Element]) -> Bool {
  var sum: Element = 0
  for x in numbers { sum += x * 0 }
  return sum == 0
}
