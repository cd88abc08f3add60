/// Swift source text as coloured tokens and as HTML.
public enum Highlighting {
  /// The tokens of Swift source text.
  ///
  /// Any text has tokens; their texts, joined, are the text. What has no end (a literal, a comment) ends where the
  /// compiler recovers: a literal of one line with its line, any other with the text. Whether a slash begins a
  /// regular expression is decided as the compiler decides it. Names are told apart by their neighbours alone, so
  /// that a name in an unusual place may be taken for another kind.
  ///
  /// - Complexity: O(*n*) time and memory in the length of the text, however deeply it nests.
  public static func spans(of source: String) -> [Token] {
    naming(of: source).tokens
  }

  /// The tokens, and where among the others those stand that are names.
  static func naming(of source: String) -> (tokens: [Token], naming: Naming) {
    var source = source
    source.makeContiguousUTF8()
    let lexemes = Lexer.lexemes(of: Array(source.utf8))
    let naming = Naming(of: lexemes)
    var tokens: [Token] = []
    tokens.reserveCapacity(lexemes.count)
    var start = source.startIndex
    for (lexeme, kind) in zip(lexemes, naming.kinds) {
      let end = source.utf8.index(start, offsetBy: lexeme.count)
      tokens.append(Token(kind: kind, text: source[start..<end]))
      start = end
    }
    return (tokens, naming)
  }

  /// The style sheet for the classes of `html(of:link:mark:)`, for a light and a dark page, in UTF-8.
  ///
  /// A page says that it is dark as the book's pages do: by the reader's preference, or by `data-theme` on the root.
  public static var stylesheet: [UInt8] { PackageResources.highlighting_css }
}
