/// What a layer computed over a batch: the states, the gates, and all that the way back needs.
public struct RecurrentRun<Cell: RecurrentCell>: Sendable {
  /// The type of the numbers.
  public typealias Element = Cell.Element

  let cell: Cell
  let recurrence: Recurrence<Element>
  var unrolled: Unrolled<Element>

  /// h after each step, where its input is.
  public var states: SequenceBatch<Element> {
    let input = unrolled.input
    return SequenceBatch(
      unrolled.states, offset: recurrence.isReverse ? 0 : input.count * recurrence.stateStride,
      stride: recurrence.stateStride, features: cell.hiddenSize, lengths: input.lengths)
  }

  /// The state of each sequence after the last step that was read: in a reverse layer that of step 0.
  public var final: [Cell.State] {
    RecurrentLayer(cell).states(unrolled.states, first: finalRow, count: unrolled.input.count)
  }

  /// The final states h as sequences of one step.
  var last: SequenceBatch<Element> {
    SequenceBatch(
      unrolled.states, offset: finalRow * recurrence.stateStride, stride: recurrence.stateStride,
      features: cell.hiddenSize, lengths: Array(repeating: 1, count: unrolled.input.count))
  }

  private var finalRow: Int {
    recurrence.isReverse ? 0 : unrolled.input.steps * unrolled.input.count
  }

  func check(hiddenSize: Int) throws(ShapeError) {
    if cell.hiddenSize != hiddenSize {
      throw .mismatch(tensor: "run", expected: [hiddenSize], found: [cell.hiddenSize])
    }
  }

  consuming func release() -> Unrolled<Element> { unrolled }
}

/// The gradient of a loss L over a batch, summed over its sequences.
public struct BatchGradient<Cell: RecurrentCell>: Sendable {
  /// ∂L/∂θ for every parameter θ, in the place of θ.
  public var weights: Cell

  /// ∂L/∂x of each step, if it was asked for.
  public var inputs: SequenceBatch<Cell.Element>?

  /// ∂L of the initial state of each sequence.
  public var initial: [Cell.State]
}
