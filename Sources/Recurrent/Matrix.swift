/// A rectangle of numbers, stored row after row: the weights between two vectors.
///
/// Element (i, j) weighs entry j of the argument in entry i of the product. Operators need fitting sizes; a
/// mismatch stops the program and names both. Sums run from left to right, starting at 0.
@frozen
public struct Matrix<Element: Scalar>: Equatable, Sendable {
  /// The number of rows: the size of a product.
  public let rows: Int

  /// The number of columns: the size of the vector it multiplies.
  public let columns: Int

  @usableFromInline var elements: [Element]

  /// A matrix whose elements all equal `value`.
  @inlinable
  public init(rows: Int, columns: Int, repeating value: Element) {
    self.rows = rows
    self.columns = columns
    elements = Array(repeating: value, count: rows * columns)
  }

  /// The matrix of the listed rows, all of one length.
  @inlinable
  public init(rows: [[Element]]) {
    self.rows = rows.count
    columns = rows.first?.count ?? 0
    elements = []
    elements.reserveCapacity(self.rows * columns)
    for row in rows {
      require(row.count == columns, "a matrix with rows of \(columns) and \(row.count) elements")
      elements += row
    }
  }

  /// Ones on the diagonal of an n×n matrix, zeros elsewhere.
  @inlinable
  public static func identity(_ n: Int) -> Matrix {
    var result = zeros(rows: n, columns: n)
    for i in 0..<n { result[i, i] = 1 }
    return result
  }

  /// A matrix of zeros.
  @inlinable
  public static func zeros(rows: Int, columns: Int) -> Matrix {
    Matrix(rows: rows, columns: columns, repeating: 0)
  }

  /// The element in row i and column j, both counted from 0.
  @inlinable
  public subscript(i: Int, j: Int) -> Element {
    get { elements[position(i, j)] }
    set { elements[position(i, j)] = newValue }
  }

  @inlinable
  func position(_ i: Int, _ j: Int) -> Int {
    require(
      i >= 0 && i < rows && j >= 0 && j < columns,
      "element (\(i), \(j)) of a \(rows)×\(columns) matrix")
    return i * columns + j
  }

  /// Row i, as a vector of `columns` elements.
  @inlinable
  public func row(_ i: Int) -> Vector<Element> {
    require(i >= 0 && i < rows, "row \(i) of a \(rows)×\(columns) matrix")
    return Vector(elements[i * columns..<(i + 1) * columns])
  }

  /// The matrix of the transformed elements.
  @inlinable
  public func map(_ transform: (Element) -> Element) -> Matrix {
    var result = self
    for i in result.elements.indices { result.elements[i] = transform(result.elements[i]) }
    return result
  }

  /// The matrix with rows and columns exchanged.
  @inlinable
  public var transposed: Matrix {
    var result = Matrix.zeros(rows: columns, columns: rows)
    for i in 0..<rows {
      for j in 0..<columns { result[j, i] = self[i, j] }
    }
    return result
  }

  /// The matrix of the magnitudes |aᵢⱼ|.
  @inlinable
  public var absolute: Matrix {
    map { $0.magnitude }
  }

  /// ‖A‖∞, the largest row sum of magnitudes: the most by which A can stretch the largest |xⱼ|.
  @inlinable
  public var infinityNorm: Element {
    (absolute * Vector.ones(columns)).maxNorm
  }
}

extension Matrix: CustomStringConvertible {
  /// One row a line, each in brackets.
  public var description: String {
    var text = ""
    for i in 0..<rows {
      if i > 0 { text += "\n" }
      text += row(i).description
    }
    return text
  }
}
