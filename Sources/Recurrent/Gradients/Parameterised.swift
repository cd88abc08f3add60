/// Something made of numbers that can be learnt: an affine map, a cell, a layer.
///
/// A gradient is a value of the same type, so that each partial derivative stands where its parameter does.
public protocol Parameterised<Element>: Sendable {
  /// The type of the parameters.
  associatedtype Element: Scalar

  /// Calls `body` on all parameters, block after block in a fixed order: map after map, and W, U, b in each, row
  /// after row. A block must keep its size.
  mutating func visitParameters(_ body: (inout [Element]) -> Void)
}

extension Parameterised {
  /// All parameters in the order of their visit. Setting another number of them stops the program.
  public var parameters: Vector<Element> {
    get {
      var (copy, elements): (Self, [Element]) = (self, [])
      copy.visitParameters { elements += $0 }
      return Vector(elements)
    }
    set {
      var count = 0
      visitParameters { block in
        let end = count + block.count
        require(end <= newValue.count, "only \(newValue.count) parameters for a cell with more")
        block = Array(newValue.elements[count..<end])
        count = end
      }
      require(count == newValue.count, "\(newValue.count) parameters for a cell of \(count)")
    }
  }

  /// The same shapes with every parameter 0: where a sum of gradients begins.
  @inlinable
  public var zeroed: Self {
    var copy = self
    copy.visitParameters { $0 = Array(repeating: 0, count: $0.count) }
    return copy
  }
}

extension AffineMap: Parameterised {
  /// W, U, b.
  @inlinable
  public mutating func visitParameters(_ body: (inout [Element]) -> Void) {
    body(&input.elements)
    body(&recurrent.elements)
    body(&bias.elements)
  }
}

extension RNNCell: Parameterised {
  /// The one map.
  @inlinable
  public mutating func visitParameters(_ body: (inout [Element]) -> Void) {
    weights.visitParameters(body)
  }
}

extension GRUCell: Parameterised {
  /// Update gate, reset gate, candidate, and b_hn in the after form alone.
  @inlinable
  public mutating func visitParameters(_ body: (inout [Element]) -> Void) {
    updateGate.visitParameters(body)
    resetGate.visitParameters(body)
    candidate.visitParameters(body)
    if reset == .after { body(&recurrentBias.elements) }
  }
}

extension LSTMCell: Parameterised {
  /// Input gate, forget gate, candidate, output gate, then the peepholes p_i, p_f, p_o if there are any.
  @inlinable
  public mutating func visitParameters(_ body: (inout [Element]) -> Void) {
    inputGate.visitParameters(body)
    forgetGate.visitParameters(body)
    candidate.visitParameters(body)
    outputGate.visitParameters(body)
    peepholes?.visitParameters(body)
  }
}

extension Peepholes: Parameterised {
  /// p_i, p_f, p_o.
  @inlinable
  public mutating func visitParameters(_ body: (inout [Element]) -> Void) {
    body(&inputGate.elements)
    body(&forgetGate.elements)
    body(&outputGate.elements)
  }
}
