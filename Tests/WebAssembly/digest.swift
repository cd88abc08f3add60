/// A digest of every bit that runs of the cells and of networks make, and of random numbers, in both widths.
///
/// Compiled together with `Recurrent`, natively and for WebAssembly; the two must agree. Using the generic code here
/// is also what has the compiler build it for WebAssembly at all.
@_cdecl("digest")
public func digest() -> UInt64 {
  var digest = Digest()
  digest.addSteps(of: Float.self) { UInt64($0.bitPattern) }
  digest.addSteps(of: Double.self) { $0.bitPattern }
  return digest.value
}

/// FNV-1a, 64 bits, by words.
private struct Digest {
  private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

  fileprivate mutating func add<Element>(_ vector: Vector<Element>, _ bits: (Element) -> UInt64) {
    for element in vector { value = (value ^ bits(element)) &* 0x100_0000_01B3 }
  }

  mutating func addSteps<Element: Scalar>(of type: Element.Type, _ bits: (Element) -> UInt64) {
    var random = RandomSource(seed: 1)
    let inputs: [Vector<Element>] = (0..<20).map { _ in random.vector(3, in: -2...2) }
    let slopes: [Vector<Element>] = (0..<20).map { _ in random.vector(5, in: -1...1) }
    for reset in [ResetPlacement.before, .after] {
      let gru = GRUCell<Element>(inputSize: 3, hiddenSize: 5, reset: reset, using: &random)
      let steps = gru.states(over: inputs)
      for step in steps {
        add(step.updateGate, bits)
        add(step.resetGate, bits)
        add(step.candidate, bits)
        add(step.state, bits)
      }
      add(gru.gradient(through: steps, of: slopes).weights.parameters, bits)
      add(gru.jacobian(at: steps[7]).total * inputs[0].padded(to: 5), bits)
    }
    let lstm = LSTMCell<Element>(inputSize: 3, hiddenSize: 5, forgetBias: 1, peepholes: true, using: &random)
    let steps = lstm.states(over: inputs)
    for step in steps { add(step.state, bits) }
    add(lstm.gradient(through: steps, of: slopes).weights.parameters, bits)
    let scanned = MinGRUCell<Element>(inputSize: 3, hiddenSize: 5, using: &random).scannedStates(over: inputs)
    for state in scanned { add(state, bits) }
    for lineSearch in [LBFGS<Element>.LineSearch.none, .strongWolfe] {
      var (optimiser, readout) = (LBFGS<Element>(rate: 0.5, lineSearch: lineSearch), slopes[0])
      for _ in 0..<3 {
        _ = optimiser.step(&readout) { point in
          let miss = tanh(point) - slopes[1]
          return (dot(miss, miss), 2 * (miss ⊙ (1 - tanh(point) ⊙ tanh(point))))
        }
        add(readout, bits)
      }
    }
    addNetwork(inputs, slopes, using: &random, bits)
    addAttention(slopes, using: &random, bits)
    add(Vector((0..<100).map { _ in random.normal(Element.self) }), bits)
    add(Vector((1...100).map { log(Element($0)) }), bits)
  }
}

extension Digest {
  /// A network of layers, over a batch of ragged sequences that fill a tile and leave some over.
  fileprivate mutating func addNetwork<Element: Scalar>(
    _ inputs: [Vector<Element>], _ slopes: [Vector<Element>], using random: inout RandomSource,
    _ bits: (Element) -> UInt64
  ) {
    let sequences = (0..<11).map { Array(inputs[$0..<20]) }
    let targets = (0..<11).map { Array(slopes[$0..<20]) }
    for reset in [ResetPlacement.before, .after] {
      let network = RecurrentLayer(
        GRUCell<Element>(inputSize: 3, hiddenSize: 21, reset: reset, using: &random), isReverse: true
      ).then(DenseLayer(inputSize: 21, outputSize: 5, activation: .tanh, using: &random))
      guard let batch = try? SequenceBatch(sequences), let target = try? SequenceBatch(targets) else {
        continue
      }
      var trainer = Trainer(network, optimiser: Adam(rate: 0.01), loss: MeanSquaredError<Element>())
      for _ in 0..<3 {
        guard let loss = try? trainer.step(TrainingBatch(batch, target)) else { continue }
        add([loss], bits)
      }
      add(trainer.model.parameters, bits)
    }
  }

  /// A block of a Transformer, over a batch of ragged sequences that fill a panel and leave some over.
  fileprivate mutating func addAttention<Element: Scalar>(
    _ inputs: [Vector<Element>], using random: inout RandomSource, _ bits: (Element) -> UInt64
  ) {
    let size = inputs[0].count
    guard let attention = try? SelfAttention<Element>(size: size, heads: size, using: &random),
      let batch = try? SequenceBatch([inputs, Array(inputs[..<9])])
    else { return }
    let steps = attention.steps(over: inputs)
    for step in steps {
      for weights in step.weights { add(weights, bits) }
      add(step.output, bits)
    }
    add(attention.gradient(through: steps, of: inputs).weights.parameters, bits)
    let block = PositionLayer<Element>(positions: inputs.count, features: size, using: &random)
      .then(Residual(LayerNorm(features: size).then(AttentionLayer(attention))))
    guard let (output, trace) = try? block.forward(batch, threads: .two),
      let gradient = try? block.backward(output, through: trace, inputs: true, threads: .two)
    else { return }
    for sequence in output.sequences { for step in sequence { add(step, bits) } }
    add(gradient.weights.parameters, bits)
  }
}

extension Vector {
  fileprivate func padded(to count: Int) -> Vector {
    Vector((0..<count).map { $0 < self.count ? self[$0] : 0 })
  }
}

#if !hasFeature(Embedded)
  @main
  struct Native {
    static func main() { print(digest()) }
  }
#endif
