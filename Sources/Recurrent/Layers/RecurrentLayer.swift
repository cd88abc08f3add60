/// A cell run over batches of sequences: the fast way to the states that the readable cell gives one by one.
///
/// Forward it computes the bits of the cell's own `states(over:)`, for any batch and any number of threads.
/// The gradients are the same sums in another order; those below 2⁻¹⁰² in Float (2⁻⁹⁹⁸ in Double) become 0 on their
/// way through time, since what they enter would be subnormal.
public struct RecurrentLayer<Cell: RecurrentCell>: Sendable {
  /// The type of the numbers.
  public typealias Element = Cell.Element

  /// The equations and the weights.
  public var cell: Cell

  /// Whether sequences are read from their ends to their beginnings.
  ///
  /// The states stay where their inputs are: that of step 0 has seen the whole sequence.
  public let isReverse: Bool

  /// Which states go to the next layer.
  public let output: Output

  /// Which states a layer gives.
  public enum Output: Sendable {
    /// That of every step.
    case states
    /// The one after the last step that was read: a sequence of one step.
    case last
  }

  /// A layer of the given cell.
  public init(_ cell: Cell, isReverse: Bool = false, output: Output = .states) {
    self.cell = cell
    self.isReverse = isReverse
    self.output = output
  }

  /// I, the number of inputs.
  public var inputSize: Int { cell.inputSize }

  /// H, the number of hidden units.
  public var hiddenSize: Int { cell.hiddenSize }

  /// Runs the batch, from the given states or from zeros; O(T B H (I + H)).
  ///
  /// - Throws: ``ShapeError`` unless the batch has I features, and there is one initial state of H elements for each
  ///   sequence.
  public func run(
    _ input: SequenceBatch<Element>, from initial: [Cell.State]? = nil, threads: Threads = .two
  ) throws(ShapeError) -> RecurrentRun<Cell> {
    try input.check("input", features: inputSize)
    try cell.maps.check(inputSize: inputSize, hiddenSize: hiddenSize)
    let packed = PackedCell(cell.maps, inputs: inputSize, units: hiddenSize)
    let recurrence = Recurrence(cell: packed, isReverse: isReverse, threads: threads)
    let start = try stateRows("initial", initial, count: input.count)
    return RecurrentRun(
      cell: cell, recurrence: recurrence, unrolled: recurrence.forward(input, from: start))
  }

  /// The gradient through a run of this layer, by the weights it was run with, given what the loss takes from each step's state and from the final states.
  ///
  /// Without `inputs`, the gradients of the inputs are left out, which saves their product. The run's gates are
  /// overwritten if no one else holds the run. O(T B H (I + H)).
  ///
  /// - Throws: ``ShapeError`` unless the run is of as many units, and the gradients have the shapes of its states.
  public func gradient(
    through run: consuming RecurrentRun<Cell>, of states: SequenceBatch<Element>? = nil,
    final: [Cell.State]? = nil, inputs: Bool = true
  ) throws(ShapeError) -> BatchGradient<Cell> {
    try run.check(hiddenSize: hiddenSize)
    try states?.check("states", features: hiddenSize, lengths: run.unrolled.input.lengths)
    let rows = try stateRows("final", final, count: run.unrolled.input.count)
    return gradient(through: consume run, of: StateGradients(steps: states, final: rows), inputs: inputs)
  }

  func gradient(
    through run: consuming RecurrentRun<Cell>, of loss: StateGradients<Element>, inputs: Bool
  ) -> BatchGradient<Cell> {
    let (recurrence, cell) = (run.recurrence, run.cell)
    let maps = cell.maps
    var unrolled = (consume run).release()
    let initial = recurrence.backward(through: &unrolled, of: loss, maps)
    return BatchGradient(
      weights: cell.with(recurrence.weights(unrolled, like: maps)),
      inputs: inputs ? recurrence.inputs(unrolled, maps) : nil,
      initial: states(initial, count: unrolled.input.count))
  }

  /// States as rows of all widths; zeros if there are none.
  func stateRows(_ name: String, _ states: [Cell.State]?, count: Int) throws(ShapeError) -> Buffer<Element> {
    let width = Element.padded(hiddenSize)
    let stride = RowLayout(cell.maps.form).states * width
    var buffer = Buffer<Element>(zeros: count * stride)
    guard let states else { return buffer }
    if states.count != count { throw .mismatch(tensor: name, expected: [count], found: [states.count]) }
    let rows = buffer.writable()
    for (b, state) in states.enumerated() {
      for (i, vector) in Cell.vectors(of: state).enumerated() {
        try vector.check(name, count: hiddenSize)
        for (k, x) in vector.enumerated() { rows[b * stride + i * width + k] = x }
      }
    }
    return buffer
  }

  /// The states that lie as rows.
  func states(_ rows: Buffer<Element>, first: Int = 0, count: Int) -> [Cell.State] {
    let width = Element.padded(hiddenSize)
    let widths = RowLayout(cell.maps.form).states
    defer { rows.keepAlive() }
    return (0..<count).map { b in
      let row = rows.pointer + (first + b) * widths * width
      return Cell.state(
        of: (0..<widths).map { Vector(UnsafeBufferPointer(start: row + $0 * width, count: hiddenSize)) })
    }
  }
}
