/// A mathematical formula, read from LaTeX.
///
/// The language is what LaTeX and amsmath have for formulas of a first course on neural networks; what it does not
/// know is an error with its place and never passed over. There are no macros, no comments and no files.
public struct Formula: Sendable {
  /// The CSS class of each colour that `\color` and `\textcolor` may name.
  public typealias Palette = [String: String]

  /// A name to refer to the formula by, from `\label{…}`.
  public struct Label: Hashable, Sendable {
    /// The name.
    public let name: String
    /// The bytes of the source that hold the name.
    public let range: Range<Int>
  }

  /// What stands in place of the formula's number, from `\tag{…}` or `\tag*{…}`.
  public struct Tag: Hashable, Sendable {
    /// The text, without parentheses.
    public let text: String
    /// Whether the text stands without parentheses around it, as `\tag*` has it.
    public let isBare: Bool
  }

  /// The LaTeX it was read from.
  public let source: String
  /// The name to refer to it by, if it has one.
  public let label: Label?
  /// What stands in place of its number, if it says so.
  public let tag: Tag?
  /// What it says.
  let body: [MathNode]

  /// Reads a formula, without dollar signs around it.
  ///
  /// - Parameters:
  ///   - source: the LaTeX.
  ///   - palette: the colours it may name, each with its CSS class.
  /// - Throws: all that is wrong, in the order of the source, up to ``FormulaErrors/limit``.
  /// - Complexity: linear in the length of the source.
  public init(parsing source: String, palette: Palette = [:]) throws(FormulaErrors) {
    var parser = Parser(source, palette: palette)
    body = parser.formula()
    label = parser.label
    tag = parser.tag
    self.source = source
    if !parser.errors.isEmpty { throw FormulaErrors(parser.errors) }
  }
}
