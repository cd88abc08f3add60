/// Something that keeps a formula from being read, and where.
public struct FormulaError: Error, Hashable, Sendable {
  /// What is the matter.
  public let kind: Kind
  /// The bytes of the LaTeX source, as UTF-8, that the error is about; empty at the end of the source.
  public let range: Range<Int>

  /// What can be the matter with a formula.
  public enum Kind: Hashable, Sendable {
    /// A command, with its backslash, that is not known, and one that is spelt nearly so.
    case unknownCommand(String, suggestion: String?)
    /// A name after `\begin` that is not known, and one that is spelt nearly so.
    case unknownEnvironment(String, suggestion: String?)
    /// A colour that the palette does not hold, and one that is spelt nearly so.
    case unknownColour(String, suggestion: String?)
    /// A character that has no meaning in a formula.
    case unknownCharacter(Unicode.Scalar)
    /// A character that means something to TeX and must be written as a command to be seen.
    case reservedCharacter(Unicode.Scalar)
    /// A backslash at the end of the source.
    case loneBackslash
    /// A bracket, `{`, `[` or `$`, that is never closed.
    case missingBrace(opening: String, closing: String)
    /// A `}` that closes nothing.
    case unexpectedBrace
    /// A command without what must follow it.
    case missingArgument(of: String)
    /// A command without the braces that must follow it.
    case missingGroup(of: String)
    /// A second superscript on the same base.
    case doubleSuperscript
    /// A second subscript on the same base.
    case doubleSubscript
    /// A command that a delimiter must follow, without one.
    case missingDelimiter(after: String)
    /// A `\left` without its `\right`.
    case missingRight
    /// A `\right` or `\middle` without its `\left`.
    case unexpectedRight(String)
    /// A `\begin` without its `\end`.
    case missingEnd(String)
    /// An `\end` that ends nothing.
    case unexpectedEnd(String)
    /// An `\end` with another name than its `\begin`.
    case mismatchedEnd(expected: String, found: String)
    /// A `&` where there are no columns.
    case misplacedAlignment
    /// A `\\` or `\hline` where there are no lines.
    case misplacedLine(String)
    /// A `\limits` or `\nolimits` after something that takes no limits.
    case misplacedLimits(String)
    /// A cell past the last column of those there are.
    case tooManyColumns(columns: Int)
    /// A letter that names no kind of column.
    case invalidColumn(String)
    /// Something that is not a length such as `2pt`.
    case invalidLength(String)
    /// Something that `\not` cannot cross out.
    case invalidNegation
    /// A `\label` or `\tag` that is empty.
    case emptyName(of: String)
    /// A second `\label` or `\tag`.
    case duplicateName(of: String)
    /// Groups within groups, more than `limit` deep.
    case nestedTooDeep(limit: Int)
    /// A formula that shows nothing.
    case emptyFormula
  }
}

/// All that keeps a formula from being read.
public struct FormulaErrors: Error, Hashable, Sendable {
  /// The errors by the places where they begin; never empty.
  public let errors: [FormulaError]

  /// How many errors of one formula are reported; reading ends there.
  public static let limit = 50

  /// The errors, sorted by place.
  init(_ errors: [FormulaError]) {
    self.errors = errors.enumerated().sorted {
      ($0.element.range.lowerBound, $0.offset) < ($1.element.range.lowerBound, $1.offset)
    }.map(\.element)
  }
}
