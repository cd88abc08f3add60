/// A tensor whose shape does not fit the cell or the layer it was given to.
public enum ShapeError: Error, Equatable, CustomStringConvertible {
  /// The tensor's name, the shape that the other tensors ask for, and the shape it has.
  ///
  /// A shape is `[count]` for a vector and `[rows, columns]` for a matrix.
  case mismatch(tensor: String, expected: [Int], found: [Int])

  /// A size that cannot be cut into so many equal parts.
  case indivisible(tensor: String, size: Int, parts: Int)

  /// A tensor that was asked for and not given.
  case missing(tensor: String)

  /// One sentence: `candidate.recurrent: expected 3×3, found 3×2`.
  public var description: String {
    switch self {
    case .mismatch(let tensor, let expected, let found):
      "\(tensor): expected \(Self.text(expected)), found \(Self.text(found))"
    case .indivisible(let tensor, let size, let parts):
      "\(tensor): expected a divisor of \(size), found \(parts)"
    case .missing(let tensor):
      "\(tensor): expected one, found none"
    }
  }

  static func text(_ shape: [Int]) -> String {
    if shape.count == 1 { return "\(shape[0]) elements" }
    var text = ""
    for (i, size) in shape.enumerated() {
      if i > 0 { text += "×" }
      text += "\(size)"
    }
    return text
  }
}

extension Matrix {
  @inlinable
  func check(_ tensor: String, rows: Int, columns: Int) throws(ShapeError) {
    if self.rows != rows || self.columns != columns {
      throw .mismatch(tensor: tensor, expected: [rows, columns], found: [self.rows, self.columns])
    }
  }
}

extension Vector {
  @inlinable
  func check(_ tensor: String, count: Int) throws(ShapeError) {
    if self.count != count { throw .mismatch(tensor: tensor, expected: [count], found: [self.count]) }
  }
}
