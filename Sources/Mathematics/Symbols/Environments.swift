/// What stands between `\begin{…}` and `\end{…}`.
struct Environment: Hashable, Sendable {
  enum Content: Hashable, Sendable {
    case table(Table.Kind)
    /// A table whose columns are given in braces after the name.
    case array
    /// A formula without columns.
    case formula
  }

  let content: Content
  /// The delimiters around it, empty for none.
  var left = ""
  var right = ""
}

extension Environment {
  /// Environments by name.
  static let byName: [String: Environment] = [
    "matrix": Environment(content: .table(.matrix)),
    "pmatrix": Environment(content: .table(.matrix), left: "(", right: ")"),
    "bmatrix": Environment(content: .table(.matrix), left: "[", right: "]"),
    "Bmatrix": Environment(content: .table(.matrix), left: "{", right: "}"),
    "vmatrix": Environment(content: .table(.matrix), left: "|", right: "|"),
    "Vmatrix": Environment(content: .table(.matrix), left: "‖", right: "‖"),
    "smallmatrix": Environment(content: .table(.small)),
    "array": Environment(content: .array),
    "cases": Environment(content: .table(.cases), left: "{"),
    "rcases": Environment(content: .table(.cases), right: "}"),
    "aligned": Environment(content: .table(.aligned)),
    "align": Environment(content: .table(.aligned)),
    "align*": Environment(content: .table(.aligned)),
    "split": Environment(content: .table(.aligned)),
    "gathered": Environment(content: .table(.gathered)),
    "gather": Environment(content: .table(.gathered)),
    "gather*": Environment(content: .table(.gathered)),
    "equation": Environment(content: .formula),
    "equation*": Environment(content: .formula),
  ]
}
