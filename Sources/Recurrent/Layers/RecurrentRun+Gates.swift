extension RecurrentRun {
  /// The values of one gate, H features where the inputs are; 0 after the end of a sequence.
  func gate(_ index: Int) -> SequenceBatch<Element> {
    SequenceBatch(
      unrolled.gates, offset: index * recurrence.cell.width, stride: recurrence.gateStride,
      features: cell.hiddenSize, lengths: unrolled.input.lengths)
  }
}

extension RecurrentRun {
  /// z of each step: the share of the state that was kept.
  public func updateGates<Element>() -> SequenceBatch<Element> where Cell == GRUCell<Element> {
    gate(cell.reset == .after ? 1 : 0)
  }

  /// r of each step: the share of the state that the candidate saw.
  public func resetGates<Element>() -> SequenceBatch<Element> where Cell == GRUCell<Element> {
    gate(cell.reset == .after ? 2 : 1)
  }

  /// n of each step: the state that was proposed.
  public func candidates<Element>() -> SequenceBatch<Element> where Cell == GRUCell<Element> {
    gate(cell.reset == .after ? 0 : 2)
  }

  /// i of each step: the share of the candidate that was written.
  public func inputGates<Element>() -> SequenceBatch<Element> where Cell == LSTMCell<Element> { gate(0) }

  /// f of each step: the share of the cell state that was kept.
  public func forgetGates<Element>() -> SequenceBatch<Element> where Cell == LSTMCell<Element> { gate(1) }

  /// g of each step: what was proposed to be written.
  public func candidates<Element>() -> SequenceBatch<Element> where Cell == LSTMCell<Element> { gate(2) }

  /// o of each step: the share of the squashed cell state that was shown.
  public func outputGates<Element>() -> SequenceBatch<Element> where Cell == LSTMCell<Element> { gate(3) }

  /// c after each step.
  public func cellStates<Element>() -> SequenceBatch<Element> where Cell == LSTMCell<Element> {
    let states = states
    return SequenceBatch(
      states.buffer, offset: states.offset + recurrence.cell.width, stride: states.stride,
      features: states.features, lengths: states.lengths)
  }

  /// f of each step: the share of the state that was replaced, and that the candidate saw.
  public func forgetGates<Element>() -> SequenceBatch<Element> where Cell == MGUCell<Element> { gate(0) }

  /// n of each step: the state that was proposed.
  public func candidates<Element>() -> SequenceBatch<Element> where Cell == MGUCell<Element> { gate(1) }

  /// z of each step: the share of the state that was kept.
  public func updateGates<Element>() -> SequenceBatch<Element> where Cell == MinGRUCell<Element> { gate(0) }

  /// n of each step: the state that was proposed.
  public func candidates<Element>() -> SequenceBatch<Element> where Cell == MinGRUCell<Element> { gate(1) }
}
