extension GRUCell {
  /// The plain RNN that the cell is where z = 0 and r = 1: the candidate's weights.
  ///
  /// Its bias is b in the before form and b + b_hn in the after form.
  @inlinable
  public var asRNN: RNNCell<Element> {
    var weights = candidate
    if reset == .after { weights.bias = weights.bias + recurrentBias }
    return RNNCell(unchecked: weights)
  }

  /// The one-layer perceptron that the candidate is where r = 0: the candidate's W and b.
  ///
  /// The after form drops b_hn there, because the reset gate scales it too.
  @inlinable
  public var asMLP: DenseLayer<Element> {
    DenseLayer(unchecked: candidate.input, candidate.bias)
  }
}
