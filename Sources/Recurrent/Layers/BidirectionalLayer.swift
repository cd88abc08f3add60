/// Two layers that read the same sequences, one from their beginnings and one from their ends.
///
/// The outputs lie side by side, the forward layer's first: at each step the two states there, or as the last the
/// forward state of the last step and the reverse state of step 0, each of which has seen the whole sequence.
/// Source: M. Schuster and K. K. Paliwal, "Bidirectional recurrent neural networks", IEEE Transactions on Signal
/// Processing 45, 1997.
public struct BidirectionalLayer<Cell: RecurrentCell>: Layer {
  /// The type of the numbers.
  public typealias Element = Cell.Element

  /// The layer that reads from the beginnings.
  public var forward: RecurrentLayer<Cell>

  /// The layer that reads from the ends.
  public var reverse: RecurrentLayer<Cell>

  /// A layer of two cells.
  ///
  /// - Throws: ``ShapeError`` unless the reverse cell has the sizes of the forward cell.
  public init(
    forward: Cell, reverse: Cell, output: RecurrentLayer<Cell>.Output = .states
  ) throws(ShapeError) {
    let (expected, found) = (
      [forward.hiddenSize, forward.inputSize], [reverse.hiddenSize, reverse.inputSize]
    )
    if expected != found { throw .mismatch(tensor: "reverse", expected: expected, found: found) }
    self.forward = RecurrentLayer(forward, output: output)
    self.reverse = RecurrentLayer(reverse, isReverse: true, output: output)
  }

  /// The forward cell's parameters, then the reverse cell's.
  public mutating func visitParameters(_ body: (inout [Element]) -> Void) {
    forward.visitParameters(body)
    reverse.visitParameters(body)
  }

  /// What both layers computed.
  public struct Trace: Sendable {
    /// The run from the beginnings.
    public var forward: RecurrentRun<Cell>

    /// The run from the ends.
    public var reverse: RecurrentRun<Cell>
  }

  /// The two outputs side by side, 2H features.
  ///
  /// - Throws: ``ShapeError`` unless the batch has I features, and both outputs have the same shape.
  public func forward(
    _ input: SequenceBatch<Element>, threads: Threads
  ) throws(ShapeError) -> (output: SequenceBatch<Element>, trace: Trace) {
    let (ahead, there) = try forward.forward(input, threads: threads)
    let (back, here) = try reverse.forward(input, threads: threads)
    try back.check("output of reverse", features: ahead.features, lengths: ahead.lengths)
    return (ahead.beside(back), Trace(forward: there, reverse: here))
  }

  /// The gradient through both; those by the inputs are added.
  public func backward(
    _ gradient: SequenceBatch<Element>, through trace: consuming Trace, inputs: Bool, threads: Threads
  ) throws(ShapeError) -> LayerGradient<BidirectionalLayer> {
    try gradient.check("gradient", features: 2 * forward.hiddenSize)
    let there = trace.forward
    let here = trace.reverse
    _ = consume trace
    let (ahead, back) = gradient.halves
    let first = try forward.backward(ahead, through: consume there, inputs: inputs, threads: threads)
    let second = try reverse.backward(back, through: consume here, inputs: inputs, threads: threads)
    var weights = self
    weights.forward = first.weights
    weights.reverse = second.weights
    var sum = first.inputs
    if let other = second.inputs { sum?.add(other) }
    return LayerGradient(weights: weights, inputs: sum)
  }
}

extension SequenceBatch {
  /// The features of two batches side by side.
  func beside(_ other: SequenceBatch) -> SequenceBatch {
    var result = SequenceBatch(zeros: features + other.features, lengths: lengths)
    let target = result.buffer.writable()
    copyRows(to: target, stride: result.stride)
    other.copyRows(to: target + features, stride: result.stride)
    return result
  }

  /// The first half of the features, and the second.
  var halves: (SequenceBatch, SequenceBatch) {
    (part(0..<features / 2), part(features / 2..<features))
  }

  /// Some of the features.
  func part(_ range: Range<Int>) -> SequenceBatch {
    var result = SequenceBatch(zeros: range.count, lengths: lengths)
    let target = result.buffer.writable()
    for row in 0..<steps * count {
      let source = rows + (row * stride + range.lowerBound)
      (target + row * result.stride).update(from: source, count: range.count)
    }
    buffer.keepAlive()
    return result
  }

  /// Adds a batch of the same shape.
  @specialized(where Element == Float)
  @specialized(where Element == Double)
  mutating func add(_ other: SequenceBatch) {
    let target = buffer.writable() + offset
    for row in 0..<steps * count {
      for i in 0..<features { target[row * stride + i] += other.rows[row * other.stride + i] }
    }
    other.buffer.keepAlive()
  }
}
