extension Matrix {
  /// D(v), the square matrix with v on its diagonal and zeros elsewhere.
  @inlinable
  public static func diagonal(_ v: Vector<Element>) -> Matrix {
    var result = zeros(rows: v.count, columns: v.count)
    for i in v.indices { result[i, i] = v[i] }
    return result
  }

  /// D(v) A: row i times vᵢ. `v` has an element for each row.
  @inlinable
  public func scaledRows(by v: Vector<Element>) -> Matrix {
    require(v.count == rows, "\(v.count) factors for the \(rows) rows of a matrix")
    var result = self
    for i in 0..<rows {
      for j in 0..<columns { result[i, j] = v[i] * self[i, j] }
    }
    return result
  }

  /// A D(v): column j times vⱼ. `v` has an element for each column.
  @inlinable
  public func scaledColumns(by v: Vector<Element>) -> Matrix {
    require(v.count == columns, "\(v.count) factors for the \(columns) columns of a matrix")
    var result = self
    for i in 0..<rows {
      for j in 0..<columns { result[i, j] = self[i, j] * v[j] }
    }
    return result
  }

  /// ‖A‖_F = √Σaᵢⱼ², summed row after row.
  @inlinable
  public var frobeniusNorm: Element {
    var sum: Element = 0
    for x in elements { sum += x * x }
    return squareRoot(sum)
  }

  /// The elements in a range of rows and a range of columns.
  @inlinable
  public func block(rows: Range<Int>, columns: Range<Int>) -> Matrix {
    var result = Matrix.zeros(rows: rows.count, columns: columns.count)
    for i in 0..<rows.count {
      for j in 0..<columns.count { result[i, j] = self[rows.lowerBound + i, columns.lowerBound + j] }
    }
    return result
  }

  /// Two matrices of as many rows side by side.
  @inlinable
  func beside(_ other: Matrix) -> Matrix {
    var result = Matrix.zeros(rows: rows, columns: columns + other.columns)
    for i in 0..<rows {
      for j in 0..<columns { result[i, j] = self[i, j] }
      for j in 0..<other.columns { result[i, columns + j] = other[i, j] }
    }
    return result
  }

  /// Two matrices of as many columns, this one on top.
  @inlinable
  func above(_ other: Matrix) -> Matrix {
    var result = Matrix.zeros(rows: rows + other.rows, columns: columns)
    for j in 0..<columns {
      for i in 0..<rows { result[i, j] = self[i, j] }
      for i in 0..<other.rows { result[rows + i, j] = other[i, j] }
    }
    return result
  }
}
