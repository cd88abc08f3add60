extension Vector {
  /// The elementwise sum of two vectors of one size.
  @inlinable
  public static func + (left: Vector, right: Vector) -> Vector {
    left.combined(with: right, "+") { $0 + $1 }
  }

  /// The elementwise difference of two vectors of one size.
  @inlinable
  public static func - (left: Vector, right: Vector) -> Vector {
    left.combined(with: right, "-") { $0 - $1 }
  }

  /// The elementwise (Hadamard) product of two vectors of one size.
  @inlinable
  public static func ⊙ (left: Vector, right: Vector) -> Vector {
    left.combined(with: right, "⊙") { $0 * $1 }
  }

  /// The negated vector.
  @inlinable
  public static prefix func - (vector: Vector) -> Vector {
    vector.map { -$0 }
  }

  /// The number added to each element.
  @inlinable
  public static func + (left: Element, right: Vector) -> Vector {
    right.map { left + $0 }
  }

  /// The number added to each element.
  @inlinable
  public static func + (left: Vector, right: Element) -> Vector {
    left.map { $0 + right }
  }

  /// The number less each element: `1 - z` is the complement of a gate, its 1 a vector of ones.
  @inlinable
  public static func - (left: Element, right: Vector) -> Vector {
    right.map { left - $0 }
  }

  /// Each element less the number.
  @inlinable
  public static func - (left: Vector, right: Element) -> Vector {
    left.map { $0 - right }
  }

  /// The vector scaled by a number.
  @inlinable
  public static func * (left: Element, right: Vector) -> Vector {
    right.map { left * $0 }
  }

  /// The vector scaled by a number.
  @inlinable
  public static func * (left: Vector, right: Element) -> Vector {
    left.map { $0 * right }
  }

  @inlinable
  func combined(
    with other: Vector, _ name: StaticString, by combine: (Element, Element) -> Element
  ) -> Vector {
    requireSameCount(other, name)
    var result = self
    for i in result.elements.indices { result.elements[i] = combine(elements[i], other.elements[i]) }
    return result
  }

  @inlinable
  func requireSameCount(_ other: Vector, _ name: StaticString) {
    require(count == other.count, "\(name) of vectors of \(count) and \(other.count) elements")
  }
}

/// The logistic function of each element.
@inlinable
public func sigmoid<Element: Scalar>(_ vector: Vector<Element>) -> Vector<Element> {
  vector.map { Element.sigmoid($0) }
}

/// The hyperbolic tangent of each element.
@inlinable
public func tanh<Element: Scalar>(_ vector: Vector<Element>) -> Vector<Element> {
  vector.map { Element.tanh($0) }
}

/// The magnitude of each element.
@inlinable
public func abs<Element: Scalar>(_ vector: Vector<Element>) -> Vector<Element> {
  vector.map { $0.magnitude }
}

/// Σxᵢyᵢ of two vectors of one size, from left to right.
@inlinable
public func dot<Element: Scalar>(_ left: Vector<Element>, _ right: Vector<Element>) -> Element {
  left.dot(right)
}
