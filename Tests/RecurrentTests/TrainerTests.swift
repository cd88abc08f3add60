import Recurrent
import Testing

/// Training: that it learns, reports, stops when asked, and names the step that fails.
struct TrainerTests {
  typealias Model = Chain<RecurrentLayer<GRUCell<Float>>, DenseLayer<Float>>
  typealias Batch = TrainingBatch<Model, MeanSquaredError<Float>>

  func network(seed: UInt64 = 1) -> Model {
    var random = RandomSource(seed: seed)
    return RecurrentLayer(
      GRUCell<Float>(inputSize: 1, hiddenSize: 8, reset: .after, using: &random), output: .last
    ).then(DenseLayer(inputSize: 8, outputSize: 1, using: &random))
  }

  /// Whether the first of three numbers is positive.
  func batches() throws -> [Batch] {
    var random = RandomSource(seed: 2)
    return try (0..<4).map { _ in
      let xs: [[Vector<Float>]] = (0..<8).map { _ in (0..<3).map { _ in random.vector(1, in: -1...1) } }
      return Batch(try SequenceBatch(xs), try SequenceBatch(xs.map { [[$0[0][0] > 0 ? 1 : -1]] }))
    }
  }

  @Test func theLossFalls() throws {
    var trainer = Trainer(network(), optimiser: Adam(rate: 0.02), loss: MeanSquaredError())
    let batches = try batches()
    let report = try trainer.train(epochs: 30, batches: { _ in batches })
    #expect(report.losses.count == 30)
    #expect(!report.wasStopped)
    #expect(report.losses[29] < report.losses[0] / 4)
    #expect(trainer.steps == 120)
  }

  @Test func threadsMoveNoBit() throws {
    let batches = try batches()
    let models = try [Threads.one, .two].map { threads in
      var trainer = Trainer(
        network(), optimiser: SGD(rate: 0.1, momentum: 0.9), loss: MeanSquaredError(), threads: threads)
      try trainer.train(epochs: 3, batches: { _ in batches })
      return trainer.model.parameters
    }
    #expect(models[0] == models[1])
  }

  @Test func progressCountsAndStops() throws {
    var trainer = Trainer(network(), optimiser: SGD(rate: 0.1), loss: MeanSquaredError())
    let batches = try batches()
    var (seen, epochs): ([TrainingProgress<Float>], [Int]) = ([], [])
    let report = try trainer.train(
      epochs: 5,
      batches: {
        epochs.append($0)
        return batches
      },
      progress: {
        seen.append($0)
        return $0.step == 6 ? .stop : .goOn
      })
    #expect(epochs == [1, 2])
    #expect(seen.map(\.step) == [1, 2, 3, 4, 5, 6])
    #expect(seen.map(\.epoch) == [1, 1, 1, 1, 2, 2])
    #expect(seen.map(\.batch) == [1, 2, 3, 4, 1, 2])
    #expect(seen[5].epochs == 5)
    #expect(seen[5].batches == 4)
    #expect(seen[5].meanLoss == (seen[4].loss + seen[5].loss) / 2)
    #expect(report.losses == [seen[3].meanLoss, seen[5].meanLoss])
    #expect(report.wasStopped)
    #expect(trainer.steps == 6)
  }

  /// The error that the first step after a change of the readout ends with; it must change nothing.
  func error(weight: Float, bias: Float) throws -> TrainingError? {
    var random = RandomSource(seed: 1)
    let cell = GRUCell<Float>(inputSize: 1, hiddenSize: 8, reset: .after, using: &random).zeroed
    let readout = try DenseLayer(
      weights: Matrix(rows: [Array(repeating: weight, count: 8)]), bias: [bias], activation: .linear)
    let model = RecurrentLayer(cell, output: .last).then(readout)
    var trainer = Trainer(model, optimiser: SGD(rate: 0.1), loss: MeanSquaredError())
    do {
      try trainer.step(try batches()[0])
      return nil
    } catch let error as TrainingError {
      #expect(trainer.model.parameters == model.parameters)
      #expect(trainer.steps == 0)
      return error
    }
  }

  /// The state is 0, so the output is the bias; its square overflows, or else the gradient by the state does.
  @Test func whatIsNotFiniteNamesItsStep() throws {
    #expect(try error(weight: 1, bias: 1e30) == .lossNotFinite(step: 1))
    #expect(try error(weight: 1e30, bias: 1e15) == .gradientNotFinite(step: 1))
    #expect(try error(weight: 1, bias: .infinity) == .lossNotFinite(step: 1))
    #expect(TrainingError.lossNotFinite(step: 17).description == "step 17: the loss is not finite")
    #expect(TrainingError.gradientNotFinite(step: 1).description == "step 1: the gradient is not finite")
  }

  /// A rate that is far too high: what was learnt before it shows is kept, and the step is named.
  @Test func aTrainingThatExplodesEnds() throws {
    var trainer = Trainer(network(), optimiser: SGD(rate: 1e38), loss: MeanSquaredError())
    let batches = try batches()
    #expect(throws: TrainingError.self) { try trainer.train(epochs: 3, batches: { _ in batches }) }
    #expect((1...4).contains(trainer.steps))
  }

  @Test func whatDoesNotFitNamesItsStep() throws {
    var trainer = Trainer(network(), optimiser: SGD(rate: 0.1), loss: MeanSquaredError())
    let batches = try batches()
    try trainer.step(batches[0])
    let wide = Batch(try SequenceBatch([[[1, 2]]]), try SequenceBatch([[[1]]]))
    #expect(
      throws: TrainingError.shape(step: 2, .mismatch(tensor: "input", expected: [1], found: [2]))
    ) { try trainer.step(wide) }
    let more = Batch(try SequenceBatch([[[1]]]), try SequenceBatch([[[1]], [[1]]]))
    #expect(
      throws: TrainingError.batch(step: 2, .count(of: .targets, expected: 1, found: 2))
    ) { try trainer.step(more) }
    #expect(trainer.steps == 1)
  }

  /// With a limit far below the gradient's norm, a step of plain descent is as long as the limit says.
  @Test func aGradientIsClipped() throws {
    var trainer = Trainer(
      network(), optimiser: SGD(rate: 1), loss: MeanSquaredError(), clippingNorm: 1e-3)
    let before = trainer.model.parameters
    try trainer.step(try batches()[0])
    #expect(((trainer.model.parameters - before).norm - 1e-3).magnitude < 1e-6)
  }

  /// The rule of document 003's notebook, on a network: a few steps take the loss to a fraction.
  @Test func lbfgsMovesANetwork() throws {
    var model = network()
    let batch = try batches()[0]
    var rule = LBFGS<Float>(rate: 1, lineSearch: .strongWolfe)
    var losses: [Float] = []
    for _ in 0..<3 {
      let outcome = try rule.step(&model) { (model: Model) throws(TrainingError) in
        try model.gradient(of: MeanSquaredError(), over: batch)
      }
      losses.append(outcome.initialLoss)
    }
    #expect(losses[2] < losses[0] / 20)
  }
}
