import Recurrent

/// One GRU of 64 units learns to continue a sine: 1,000 windows of 50 steps, batches of 32, ten epochs of Adam.
func learnSine(_ threads: Threads) throws -> Double {
  var random = RandomSource(seed: 1)
  let wave = sineWave(count: 1050)
  var starts = Array(0..<1000)
  for i in starts.indices.reversed() { starts.swapAt(i, random.int(below: i + 1)) }
  let layer = RecurrentLayer(
    GRUCell<Float>(inputSize: 1, hiddenSize: 64, reset: .after, using: &random), output: .last)
  var trainer = Trainer(
    layer.then(DenseLayer(inputSize: 64, outputSize: 1, using: &random)), optimiser: Adam(rate: 0.001),
    loss: MeanSquaredError(), threads: threads)
  let batches = try stride(from: 0, to: 1000, by: 32).map { start in
    let windows = starts[start..<min(start + 32, 1000)]
    return TrainingBatch<_, MeanSquaredError<Float>>(
      try SequenceBatch(windows.map { begin in (begin..<begin + 50).map { [wave[$0]] } }),
      try SequenceBatch(windows.map { [[wave[$0 + 50]]] })
    ) as TrainingBatch<Chain<RecurrentLayer<GRUCell<Float>>, DenseLayer<Float>>, MeanSquaredError<Float>>
  }
  let report = try trainer.train(epochs: 10) { _ in batches }
  return Double(report.losses.last ?? .nan)
}

/// sin(t/10), by the recurrence sₜ₊₁ = 2 cos(1/10) sₜ − sₜ₋₁.
func sineWave(count: Int) -> [Float] {
  let (first, twiceCosine) = (0.099833416646828155, 1.9900083305560516)
  var wave = [0, first]
  while wave.count < count { wave.append(twiceCosine * wave[wave.count - 1] - wave[wave.count - 2]) }
  return wave.map { Float($0) }
}

/// A GRU of 32 units reads 2,000 sequences of 80 tokens of 5,000, and says which of two words each has; one epoch.
func learnReviews(_ threads: Threads) throws -> Double {
  var random = RandomSource(seed: 1)
  let network = EmbeddingLayer<Float>(vocabulary: 5000, features: 32, using: &random, range: 1.7)
    .then(
      RecurrentLayer(GRUCell(inputSize: 32, hiddenSize: 32, reset: .after, using: &random), output: .last)
    )
    .then(DenseLayer(inputSize: 32, outputSize: 1, using: &random))
  var trainer = Trainer(
    network, optimiser: Adam(rate: 0.001), loss: LogisticLoss(), threads: threads)
  var sum: Float = 0
  var count = 0
  for start in stride(from: 0, to: 2000, by: 32) {
    var (sequences, answers): ([[Int]], [[Bool?]]) = ([], [])
    for i in start..<min(start + 32, 2000) {
      let tokens = (0..<80).map { _ in
        random.int(below: 10) == 0 ? i % 2 : 2 + random.int(below: 4998)
      }
      sequences.append(tokens)
      answers.append([i % 2 == 1])
    }
    sum += try trainer.step(TrainingBatch(try TokenBatch(sequences, vocabulary: 5000), answers))
    count += 1
  }
  return Double(sum / Float(count))
}
