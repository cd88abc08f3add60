/// Something made of numbers that can be learnt: an affine map, a cell.
///
/// A gradient is a value of the same type, so that each partial derivative stands where its parameter does.
public protocol Parameterised<Element>: Sendable {
  /// The type of the parameters.
  associatedtype Element: Scalar

  /// Calls `body` on every parameter, in a fixed order: map after map, and W, U, b in each, row after row.
  mutating func visitParameters(_ body: (inout Element) -> Void)
}

extension Parameterised {
  /// All parameters in the order of their visit. Setting another number of them stops the program.
  @inlinable
  public var parameters: Vector<Element> {
    get {
      var (copy, elements): (Self, [Element]) = (self, [])
      copy.visitParameters { elements.append($0) }
      return Vector(elements)
    }
    set {
      var count = 0
      visitParameters { parameter in
        require(count < newValue.count, "only \(newValue.count) parameters for a cell with more")
        parameter = newValue[count]
        count += 1
      }
      require(count == newValue.count, "\(newValue.count) parameters for a cell of \(count)")
    }
  }

  /// The same shapes with every parameter 0: where a sum of gradients begins.
  @inlinable
  public var zeroed: Self {
    var copy = self
    copy.visitParameters { $0 = 0 }
    return copy
  }
}

extension Vector {
  @inlinable
  mutating func visitElements(_ body: (inout Element) -> Void) {
    for i in elements.indices { body(&elements[i]) }
  }
}

extension Matrix {
  @inlinable
  mutating func visitElements(_ body: (inout Element) -> Void) {
    for i in elements.indices { body(&elements[i]) }
  }
}

extension AffineMap: Parameterised {
  /// W, U, b.
  @inlinable
  public mutating func visitParameters(_ body: (inout Element) -> Void) {
    input.visitElements(body)
    recurrent.visitElements(body)
    bias.visitElements(body)
  }
}

extension RNNCell: Parameterised {
  /// The one map.
  @inlinable
  public mutating func visitParameters(_ body: (inout Element) -> Void) {
    weights.visitParameters(body)
  }
}

extension GRUCell: Parameterised {
  /// Update gate, reset gate, candidate, and b_hn in the after form alone.
  @inlinable
  public mutating func visitParameters(_ body: (inout Element) -> Void) {
    updateGate.visitParameters(body)
    resetGate.visitParameters(body)
    candidate.visitParameters(body)
    if reset == .after { recurrentBias.visitElements(body) }
  }
}

extension LSTMCell: Parameterised {
  /// Input gate, forget gate, candidate, output gate, then the peepholes p_i, p_f, p_o if there are any.
  @inlinable
  public mutating func visitParameters(_ body: (inout Element) -> Void) {
    inputGate.visitParameters(body)
    forgetGate.visitParameters(body)
    candidate.visitParameters(body)
    outputGate.visitParameters(body)
    peepholes?.inputGate.visitElements(body)
    peepholes?.forgetGate.visitElements(body)
    peepholes?.outputGate.visitElements(body)
  }
}
