extension LSTMCell {
  /// The cell that a framework's tensors describe.
  ///
  /// Where the framework keeps two biases they are summed, which rounds once. The tensors may come in any
  /// order. Missing biases are zeros, as in a framework that was told to use none.
  ///
  /// - Throws: ``ConventionError`` for a tensor that is missing, unknown, of another shape or not full.
  @inlinable
  public init(
    _ tensors: [PackedTensor<Element>], packedAs convention: LSTMConvention
  ) throws(ConventionError) {
    self = try LSTMTensors(tensors, packedAs: convention).cell()
  }

  /// The tensors of a convention, in its own order and under its own names; a second bias is zeros.
  ///
  /// - Throws: ``ConventionError/peepholes(_:)`` if the cell has peepholes and the convention has none.
  @inlinable
  public func packed(as convention: LSTMConvention) throws(ConventionError) -> [PackedTensor<Element>] {
    try LSTMTensors(self).packed(as: convention)
  }
}

extension LSTMConvention {
  /// Tensors of this convention as those of another.
  ///
  /// Between conventions that keep two biases, both are kept; towards one bias they are summed, which rounds
  /// once, and towards two the second is zeros.
  ///
  /// - Throws: ``ConventionError`` if the tensors are not of this convention, or have peepholes and the other
  ///   has none.
  @inlinable
  public func convert<Element: Scalar>(
    _ tensors: [PackedTensor<Element>], to other: LSTMConvention
  ) throws(ConventionError) -> [PackedTensor<Element>] {
    try LSTMTensors(tensors, packedAs: self).packed(as: other)
  }
}
