extension Matrix {
  /// The product with a vector of `columns` elements: `rows` sums, each from left to right.
  @inlinable
  public static func * (left: Matrix, right: Vector<Element>) -> Vector<Element> {
    require(
      left.columns == right.count,
      "product of a \(left.rows)×\(left.columns) matrix and a vector of \(right.count) elements")
    var result = Vector<Element>.zeros(left.rows)
    for i in 0..<left.rows {
      let start = i * left.columns
      var sum: Element = 0
      for j in 0..<left.columns { sum += left.elements[start + j] * right.elements[j] }
      result.elements[i] = sum
    }
    return result
  }

  /// The product with a matrix that has as many rows as this one has columns.
  @inlinable
  public static func * (left: Matrix, right: Matrix) -> Matrix {
    require(
      left.columns == right.rows,
      "product of \(left.rows)×\(left.columns) and \(right.rows)×\(right.columns) matrices")
    var result = Matrix.zeros(rows: left.rows, columns: right.columns)
    for i in 0..<left.rows {
      for j in 0..<right.columns {
        var sum: Element = 0
        for k in 0..<left.columns { sum += left[i, k] * right[k, j] }
        result[i, j] = sum
      }
    }
    return result
  }

  /// The elementwise sum of two matrices of one shape.
  @inlinable
  public static func + (left: Matrix, right: Matrix) -> Matrix {
    left.combined(with: right, "+") { $0 + $1 }
  }

  /// The elementwise difference of two matrices of one shape.
  @inlinable
  public static func - (left: Matrix, right: Matrix) -> Matrix {
    left.combined(with: right, "-") { $0 - $1 }
  }

  /// The negated matrix.
  @inlinable
  public static prefix func - (matrix: Matrix) -> Matrix {
    matrix.map { -$0 }
  }

  /// The matrix scaled by a number.
  @inlinable
  public static func * (left: Element, right: Matrix) -> Matrix {
    right.map { left * $0 }
  }

  /// The matrix scaled by a number.
  @inlinable
  public static func * (left: Matrix, right: Element) -> Matrix {
    left.map { $0 * right }
  }

  @inlinable
  func combined(
    with other: Matrix, _ name: StaticString, by combine: (Element, Element) -> Element
  ) -> Matrix {
    require(
      rows == other.rows && columns == other.columns,
      "\(name) of \(rows)×\(columns) and \(other.rows)×\(other.columns) matrices")
    var result = self
    for i in elements.indices { result.elements[i] = combine(elements[i], other.elements[i]) }
    return result
  }
}
