extension Vector {
  /// Biases for gates that keep: log u, with u spread evenly over 1 to `longest` − 1.
  ///
  /// A gate at σ(log u) = u/(1 + u) forgets over about 1 + u steps, so the units begin with memories of every
  /// length up to `longest` (Tallec and Ollivier 2018, eq. 16). `longest` is at least 2 steps.
  public static func chronoBias(
    _ count: Int, longest: Int, using random: inout RandomSource
  ) -> Vector {
    require(longest >= 2, "chrono biases for memories of \(longest) steps; at least 2")
    return Vector((0..<count).map { _ in log(random.uniform(1, Element(longest - 1))) })
  }
}

extension GRUCell {
  /// The same cell with chrono biases at the update gate, which keeps where it is 1.
  public func withChronoBias(longest: Int, using random: inout RandomSource) -> GRUCell {
    var cell = self
    cell.updateGate.bias = .chronoBias(hiddenSize, longest: longest, using: &random)
    return cell
  }
}

extension LSTMCell {
  /// The same cell with chrono biases at the forget gate, which keeps where it is 1, and their opposites at the
  /// input gate.
  public func withChronoBias(longest: Int, using random: inout RandomSource) -> LSTMCell {
    var cell = self
    cell.forgetGate.bias = .chronoBias(hiddenSize, longest: longest, using: &random)
    cell.inputGate.bias = -cell.forgetGate.bias
    return cell
  }
}
