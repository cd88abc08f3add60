/// Cells in rows and columns.
struct Table: Hashable, Sendable {
  /// What the cells are, which decides how they stand.
  enum Kind: Hashable, Sendable {
    /// Centred columns.
    case matrix
    /// Centred columns in the size of scripts.
    case small
    /// A value and its condition.
    case cases
    /// Pairs of columns that meet: equations under each other.
    case aligned
    /// Centred lines.
    case gathered
    /// Centred lines below an operator.
    case substack
    /// Columns of the kinds given.
    case array([Column])
  }

  /// How the cells of a column stand.
  struct Column: Hashable, Sendable {
    enum Alignment: String, Hashable, Sendable {
      case left, centre, right
    }

    var alignment: Alignment
    var hasLineBefore = false
    var hasLineAfter = false
  }

  struct Row: Hashable, Sendable {
    var cells: [[MathNode]] = []
    var hasLineAbove = false
    /// How much further away the next row is.
    var gap: MathLength?
  }

  var kind: Kind
  var rows: [Row]
  var hasLineBelow = false
}
