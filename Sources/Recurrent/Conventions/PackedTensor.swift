/// A tensor as a framework stores it: its name there, its shape, and its elements, the last index fastest.
@frozen
public struct PackedTensor<Element: Scalar>: Equatable, Sendable {
  /// The framework's own name, such as `weight_ih_l0` or `recurrent_kernel`.
  public var name: String

  /// The length of each axis.
  public var shape: [Int]

  /// The elements; their number is the product of the shape.
  public var values: [Element]

  /// A tensor. Whether its values fill its shape is checked where it is unpacked.
  @inlinable
  public init(name: String, shape: [Int], values: [Element]) {
    self.name = name
    self.shape = shape
    self.values = values
  }

  @inlinable
  init(_ name: String, _ matrix: Matrix<Element>, leading: [Int] = []) {
    self.init(name: name, shape: leading + [matrix.rows, matrix.columns], values: matrix.elements)
  }

  @inlinable
  init(_ name: String, _ vector: Vector<Element>, leading: [Int] = []) {
    self.init(name: name, shape: leading + [vector.count], values: vector.elements)
  }
}
