/// Two layers, the second reading what the first gives.
public struct Chain<First: Layer, Second: Layer>: Layer
where Second.Element == First.Element, Second.Input == SequenceBatch<First.Element> {
  /// The type of the numbers.
  public typealias Element = First.Element

  /// The layer that reads the input.
  public var first: First

  /// The layer that gives the output.
  public var second: Second

  /// The first layer's parameters, then the second's.
  public mutating func visitParameters(_ body: (inout [Element]) -> Void) {
    first.visitParameters(body)
    second.visitParameters(body)
  }

  /// What the way back needs of both.
  public struct Trace: Sendable {
    var first: First.Trace
    var second: Second.Trace
  }

  /// The outputs of the second layer over those of the first.
  public func forward(
    _ input: First.Input, threads: Threads
  ) throws(ShapeError) -> (output: SequenceBatch<Element>, trace: Trace) {
    let (between, firstTrace) = try first.forward(input, threads: threads)
    let (output, secondTrace) = try second.forward(between, threads: threads)
    return (output, Trace(first: firstTrace, second: secondTrace))
  }

  /// The gradient through the second layer, and then through the first.
  public func backward(
    _ gradient: SequenceBatch<Element>, through trace: consuming Trace, inputs: Bool, threads: Threads
  ) throws(ShapeError) -> LayerGradient<Chain> {
    let firstTrace = trace.first
    let secondTrace = trace.second
    _ = consume trace
    let later = try second.backward(gradient, through: consume secondTrace, inputs: true, threads: threads)
    let earlier = try first.backward(
      try later.requiredInputs(), through: consume firstTrace, inputs: inputs, threads: threads)
    return LayerGradient(
      weights: Chain(first: earlier.weights, second: later.weights), inputs: earlier.inputs)
  }
}
