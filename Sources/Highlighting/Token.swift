extension Highlighting {
  /// A stretch of source text of one kind.
  public struct Token: Equatable, Sendable {
    /// What the text is.
    public let kind: Kind
    /// The text as it stands in the source, never empty.
    public let text: Substring
  }
}

extension Highlighting.Token {
  /// What a reader would call a stretch of source text.
  public enum Kind: String, CaseIterable, Sendable {
    /// A keyword; a contextual one only where it is one.
    case keyword
    /// A capitalised name.
    case type
    /// The name of a function where it is declared or called.
    case function
    case number
    /// The text of a string literal and its delimiters.
    case string
    /// An escape sequence, or the delimiters of an interpolation.
    case escape
    /// A comment of any form, or the first line of a script.
    case comment
    /// An attribute, a macro or a compiler directive with its sign: `@Test`, `#expect`, `#if`.
    case attribute
    case `operator`
    /// A regular expression literal with its delimiters.
    case regex
    /// Everything else: other names, punctuation, white space.
    case plain
  }
}
