/// The part a sign plays in a formula, which decides the space around it: the classes of atoms in TeX (The TeXbook,
/// chapter 17).
enum MathClass: Int, Hashable, Sendable {
  case ordinary
  case operation
  case binary
  case relation
  case opening
  case closing
  case punctuation
  case inner
}

extension MathClass {
  /// The space between two neighbours in eighteenths of an em (The TeXbook, chapter 18).
  ///
  /// - Parameter isScript: whether they stand in a script, where only the space of operators is kept.
  static func space(between left: MathClass, and right: MathClass, isScript: Bool) -> Int {
    // One column a class, in the order of the cases; a negative number is no space in scripts. Pairs that cannot
    // occur, because a binary operator without an operand is no such operator, are 0.
    let table: [[Int]] = [
      [0, 3, -4, -5, 0, 0, 0, -3],
      [3, 3, 0, -5, 0, 0, 0, -3],
      [-4, -4, 0, 0, -4, 0, 0, -4],
      [-5, -5, 0, 0, -5, 0, 0, -5],
      [0, 0, 0, 0, 0, 0, 0, 0],
      [0, 3, -4, -5, 0, 0, 0, -3],
      [-3, -3, 0, -3, -3, -3, -3, -3],
      [-3, 3, -4, -5, -3, 0, -3, -3],
    ]
    let space = table[left.rawValue][right.rawValue]
    return space < 0 ? (isScript ? 0 : -space) : space
  }

  /// Whether a binary operator after it would lack its first operand.
  var lacksOperandAfter: Bool {
    switch self {
    case .operation, .binary, .relation, .opening, .punctuation: true
    case .ordinary, .closing, .inner: false
    }
  }

  /// Whether a binary operator before it would lack its second operand.
  var lacksOperandBefore: Bool {
    switch self {
    case .relation, .closing, .punctuation: true
    default: false
    }
  }
}
