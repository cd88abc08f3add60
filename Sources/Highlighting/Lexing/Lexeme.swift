/// A stretch of source text as the lexer sees it, before names are told apart.
struct Lexeme {
  enum Kind: Equatable {
    /// White space and what the compiler skips; whether it holds the end of a line.
    case space(endsLine: Bool)
    case comment(endsLine: Bool)
    case name(Name)
    case number, string, regex, attribute, operation
    case escape
    /// The delimiters of an interpolation, which bracket what stands between them.
    case interpolationStart, interpolationEnd
    /// A byte that is neither a name nor an operator: brackets, comma, colon, a member's dot.
    case punctuation(UInt8)
  }

  /// What can be said of a name by its letters alone.
  enum Name: Equatable {
    case word(Word)
    case capitalized
    case other
    /// `$0`, `_`.
    case placeholder
  }

  let kind: Kind
  /// The length in UTF-8 bytes.
  let count: Int

  var isTrivia: Bool {
    switch kind {
    case .space, .comment: true
    default: false
    }
  }

  var endsLine: Bool {
    switch kind {
    case .space(let endsLine), .comment(let endsLine): endsLine
    default: false
    }
  }
}
