extension Matrix {
  /// A random matrix whose rows, or columns where there are fewer, are orthonormal.
  ///
  /// A matrix of normal numbers is made orthonormal, row by row, by the Gram–Schmidt process done twice, which
  /// keeps the rows orthogonal to a few ulp. All such matrices are equally likely. The start of Saxe,
  /// McClelland and Ganguli 2014: a product of orthogonal matrices neither grows nor shrinks what it is
  /// applied to. O(rows · columns · the smaller of the two).
  public static func orthogonal(rows: Int, columns: Int, using random: inout RandomSource) -> Matrix {
    if rows > columns { return orthogonal(rows: columns, columns: rows, using: &random).transposed }
    var basis: [Vector<Element>] = []
    while basis.count < rows {
      var row = Vector<Element>((0..<columns).map { _ in random.normal() })
      for _ in 0..<2 {
        for earlier in basis { row = row - row.dot(earlier) * earlier }
      }
      let norm = row.norm
      // A draw that lies among the earlier rows has no direction of its own; it has probability 0.
      if norm > 0 { basis.append((1 / norm) * row) }
    }
    return Matrix(rows: basis.map(Array.init))
  }
}
