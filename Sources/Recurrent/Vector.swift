/// The elementwise (Hadamard) product, written ⊙.
infix operator ⊙ : MultiplicationPrecedence

/// A column of numbers: a hidden state, a gate, a bias.
///
/// Operators are elementwise and need equal sizes; a mismatch stops the program and names both. Sums run
/// from left to right, starting at 0, so that every machine rounds alike. `==` is that of the elements:
/// 0 equals −0, and NaN equals nothing.
@frozen
public struct Vector<Element: Scalar>: Equatable, Sendable {
  @usableFromInline var elements: [Element]

  /// A vector of `count` elements, all equal to `value`.
  @inlinable
  public init(repeating value: Element, count: Int) {
    elements = Array(repeating: value, count: count)
  }

  /// The elements of a sequence, in its order.
  @inlinable
  public init(_ sequence: some Sequence<Element>) {
    elements = Array(sequence)
  }

  /// `count` zeros.
  @inlinable
  public static func zeros(_ count: Int) -> Vector {
    Vector(repeating: 0, count: count)
  }

  /// `count` ones.
  @inlinable
  public static func ones(_ count: Int) -> Vector {
    Vector(repeating: 1, count: count)
  }

  /// The vector of the transformed elements.
  @inlinable
  public func map(_ transform: (Element) -> Element) -> Vector {
    var result = self
    for i in result.elements.indices { result.elements[i] = transform(result.elements[i]) }
    return result
  }

  /// The sum of the elements, from left to right.
  @inlinable
  public var sum: Element {
    var sum: Element = 0
    for x in elements { sum += x }
    return sum
  }

  /// The largest |xᵢ|; 0 for no elements, NaN if one of them is.
  @inlinable
  public var maxNorm: Element {
    var largest: Element = 0
    for x in elements where !(x.magnitude <= largest) && !largest.isNaN { largest = x.magnitude }
    return largest
  }

  /// The Euclidean length √Σxᵢ².
  @inlinable
  public var norm: Element {
    squareRoot(dot(self))
  }

  /// Σxᵢyᵢ, from left to right.
  @inlinable
  public func dot(_ other: Vector) -> Element {
    requireSameCount(other, "dot product")
    var sum: Element = 0
    for i in elements.indices { sum += elements[i] * other.elements[i] }
    return sum
  }
}

extension Vector: ExpressibleByArrayLiteral {
  /// The vector of the listed elements.
  @inlinable
  public init(arrayLiteral elements: Element...) {
    self.elements = elements
  }
}

extension Vector: RandomAccessCollection, MutableCollection {
  /// The position of the first element, 0.
  @inlinable
  public var startIndex: Int { 0 }

  /// The position past the last element: the number of elements.
  @inlinable
  public var endIndex: Int { elements.count }

  /// The element at a position from 0.
  @inlinable
  public subscript(position: Int) -> Element {
    get { elements[position] }
    set { elements[position] = newValue }
  }
}

extension Vector: CustomStringConvertible {
  /// The elements in brackets: `[0.5, -0.25]`.
  public var description: String {
    var text = "["
    for (i, x) in elements.enumerated() {
      if i > 0 { text += ", " }
      text += "\(x)"
    }
    return text + "]"
  }
}
