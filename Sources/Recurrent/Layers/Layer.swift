/// A part of a network: numbers that can be learnt, and a way forward and back through batches.
///
/// A layer is a value; what a pass computed stands in its trace, so that passes may go on at the same time.
public protocol Layer<Element>: Parameterised {
  /// What it reads: a ``SequenceBatch`` or a ``TokenBatch``.
  associatedtype Input: Sendable

  /// What the way back needs to know of a pass.
  associatedtype Trace: Sendable

  /// The outputs over a batch.
  ///
  /// - Throws: ``ShapeError`` unless the batch has the features that the layer reads.
  func forward(
    _ input: Input, threads: Threads
  ) throws(ShapeError) -> (output: SequenceBatch<Element>, trace: Trace)

  /// The gradient of a loss, given its gradient by the outputs of a pass.
  ///
  /// Without `inputs`, the gradient by the inputs may be left out.
  ///
  /// - Throws: ``ShapeError`` unless the gradient has the shape of the outputs.
  func backward(
    _ gradient: SequenceBatch<Element>, through trace: consuming Trace, inputs: Bool, threads: Threads
  ) throws(ShapeError) -> LayerGradient<Self>
}

/// The gradient of a loss over a batch, summed over its sequences.
public struct LayerGradient<Model: Layer>: Sendable {
  /// ∂L/∂θ for every parameter θ, in the place of θ.
  public var weights: Model

  /// ∂L/∂x of every step, zeros as padding; none for tokens, or if it was not asked for.
  public var inputs: SequenceBatch<Model.Element>?
}

extension LayerGradient {
  /// The gradient by the inputs, from a layer that was asked for it.
  func requiredInputs() throws(ShapeError) -> SequenceBatch<Model.Element> {
    guard let inputs else { throw .missing(tensor: "gradient of the inputs") }
    return inputs
  }
}

extension Layer {
  /// The outputs over a batch.
  ///
  /// - Throws: ``ShapeError`` unless the batch has the features that the layer reads.
  public func callAsFunction(
    _ input: Input, threads: Threads = .two
  ) throws(ShapeError) -> SequenceBatch<Element> {
    try forward(input, threads: threads).output
  }

  /// This layer, and then another.
  public func then<Next: Layer>(_ next: Next) -> Chain<Self, Next>
  where Next.Element == Element, Next.Input == SequenceBatch<Element> {
    Chain(first: self, second: next)
  }
}

extension SequenceBatch {
  func check(_ name: String, features: Int) throws(ShapeError) {
    if self.features != features {
      throw .mismatch(tensor: name, expected: [features], found: [self.features])
    }
  }

  /// Checks that this batch has a row for each row of another.
  func check(_ name: String, features: Int, lengths: [Int]) throws(ShapeError) {
    try check(name, features: features)
    if self.lengths != lengths {
      throw .mismatch(
        tensor: "\(name), lengths", expected: lengths, found: self.lengths)
    }
  }
}
