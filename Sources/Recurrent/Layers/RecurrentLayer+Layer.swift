extension RecurrentLayer: Parameterised {
  /// The cell's parameters.
  public mutating func visitParameters(_ body: (inout [Element]) -> Void) {
    cell.visitParameters(body)
  }
}

extension RecurrentLayer: Layer {
  /// The states from zeros: of every step, or the last.
  public func forward(
    _ input: SequenceBatch<Element>, threads: Threads
  ) throws(ShapeError) -> (output: SequenceBatch<Element>, trace: RecurrentRun<Cell>) {
    let run = try run(input, threads: threads)
    return (output == .states ? run.states : run.last, run)
  }

  /// The gradient through time.
  public func backward(
    _ gradient: SequenceBatch<Element>, through trace: consuming RecurrentRun<Cell>, inputs: Bool,
    threads: Threads
  ) throws(ShapeError) -> LayerGradient<RecurrentLayer> {
    try trace.check(hiddenSize: hiddenSize)
    let loss = try losses(gradient, of: trace)
    let found = self.gradient(through: consume trace, of: loss, inputs: inputs)
    var weights = self
    weights.cell = found.weights
    return LayerGradient(weights: weights, inputs: found.inputs)
  }

  /// Where the gradient by the outputs begins its way back.
  func losses(
    _ gradient: SequenceBatch<Element>, of run: borrowing RecurrentRun<Cell>
  ) throws(ShapeError) -> StateGradients<Element> {
    let count = run.unrolled.input.count
    let none = try stateRows("final", nil, count: count)
    switch output {
    case .states:
      try gradient.check("gradient", features: hiddenSize, lengths: run.unrolled.input.lengths)
      return StateGradients(steps: gradient, final: none)
    case .last:
      try gradient.check("gradient", features: hiddenSize, lengths: Array(repeating: 1, count: count))
      var final = none
      gradient.copyRows(to: final.writable(), stride: none.count / count)
      return StateGradients(steps: nil, final: final)
    }
  }
}

extension SequenceBatch {
  /// Copies the features of each step to rows of another stride, where those of padding stay as they are.
  func copyRows(to target: UnsafeMutablePointer<Element>, stride: Int) {
    for row in 0..<steps * count where row / count < lengths[row % count] {
      (target + row * stride).update(from: rows + row * self.stride, count: features)
    }
    buffer.keepAlive()
  }
}
