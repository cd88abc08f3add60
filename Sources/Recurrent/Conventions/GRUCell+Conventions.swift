extension GRUCell {
  /// The cell that a framework's tensors describe.
  ///
  /// Where the framework keeps two biases and the formula needs one, they are summed, which rounds once. The
  /// tensors may come in any order. Missing biases are zeros where a framework can be told to use none: in the
  /// papers' forms, PyTorch, Keras and ONNX.
  ///
  /// - Throws: ``ConventionError`` for a tensor that is missing, unknown, of another shape or not full.
  @inlinable
  public init(
    _ tensors: [PackedTensor<Element>], packedAs convention: GRUConvention
  ) throws(ConventionError) {
    self = try GRUTensors(tensors, packedAs: convention).cell()
  }

  /// The tensors of a convention, in its own order and under its own names.
  ///
  /// A second bias that the formula does not need is zeros. Reading them back gives an equal cell, except that
  /// the before form's unused b_hn is left out.
  ///
  /// - Throws: ``ConventionError/resetPlacement(_:_:)`` if the convention resets at the other place. At one
  ///   hidden unit without b_hn the two places are equal: say so by ``with(reset:)``.
  @inlinable
  public func packed(as convention: GRUConvention) throws(ConventionError) -> [PackedTensor<Element>] {
    try GRUTensors(self).packed(as: convention)
  }
}

extension GRUConvention {
  /// Tensors of this convention as those of another.
  ///
  /// Between conventions that keep two biases, both are kept; towards one bias they are summed, which rounds
  /// once, and towards two the second is zeros.
  ///
  /// - Throws: ``ConventionError`` if the tensors are not of this convention, or the other resets at the other
  ///   place.
  @inlinable
  public func convert<Element: Scalar>(
    _ tensors: [PackedTensor<Element>], to other: GRUConvention
  ) throws(ConventionError) -> [PackedTensor<Element>] {
    try GRUTensors(tensors, packedAs: self).packed(as: other)
  }
}
