import Recurrent

/// The median of repeated timings, in seconds: at least seven, and at least half a second in all.
func median(of body: () throws -> Void) rethrows -> Double {
  let clock = ContinuousClock()
  var times: [Double] = []
  for _ in 0..<2 { try body() }
  while times.count < 7 || times.reduce(0, +) < 0.5 {
    times.append(try clock.measure(body) / .seconds(1))
  }
  return times.sorted()[times.count / 2]
}

func randomBatch(
  _ count: Int, steps: Int, features: Int, using random: inout RandomSource
) throws -> SequenceBatch<Float> {
  try SequenceBatch(
    (0..<count).map { _ in (0..<steps).map { _ in random.vector(features, in: -1...1) } })
}

func gru(hidden: Int, using random: inout RandomSource) -> RecurrentLayer<GRUCell<Float>> {
  RecurrentLayer(GRUCell(inputSize: 16, hiddenSize: hidden, reset: .after, using: &random))
}

/// Seconds a step, one sequence of 1,000.
func forwardStep(hidden: Int, _ threads: Threads) throws -> Double {
  var random = RandomSource(seed: 1)
  let layer = gru(hidden: hidden, using: &random)
  let batch = try randomBatch(1, steps: 1000, features: 16, using: &random)
  return try median { _ = try layer.run(batch, threads: threads) } / 1000
}

/// Seconds for a forward and a backward pass over 32 sequences, with the gradients of all weights.
func trainingStep(hidden: Int, steps: Int, _ threads: Threads) throws -> Double {
  var random = RandomSource(seed: 1)
  let layer = gru(hidden: hidden, using: &random)
  let batch = try randomBatch(32, steps: steps, features: 16, using: &random)
  return try median { try train(layer, batch, threads) }
}

/// A forward and a backward pass.
func train(
  _ layer: RecurrentLayer<GRUCell<Float>>, _ batch: SequenceBatch<Float>, _ threads: Threads
) throws {
  _ = try gradientOfMeanSquare(layer, try layer.run(batch, threads: threads))
}

/// The gradient of the weights, where the loss is the mean square of the last states.
func gradientOfMeanSquare(
  _ layer: RecurrentLayer<GRUCell<Float>>, _ run: consuming RecurrentRun<GRUCell<Float>>
) throws -> GRUCell<Float> {
  let final = run.final
  let scale = 2 / Float(final.count * layer.hiddenSize)
  let slopes = final.map { $0.map { $0 * scale } }
  return try layer.gradient(through: consume run, final: slopes, inputs: false).weights
}

/// The bytes by which a training step raises the peak of the process, and those of states and gates: T·B·4H floats.
func trainingMemory(
  hidden: Int, steps: Int, _ threads: Threads
) throws -> (used: Double, needed: Double) {
  var random = RandomSource(seed: 1)
  let layer = gru(hidden: hidden, using: &random)
  let batch = try randomBatch(32, steps: steps, features: 16, using: &random)
  try train(layer, try randomBatch(32, steps: 1, features: 16, using: &random), threads)
  let before = peakMemory()
  try train(layer, batch, threads)
  return (peakMemory() - before, Double(steps * 32 * 4 * hidden * 4))
}
