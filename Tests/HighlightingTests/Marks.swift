import Highlighting

/// Source text with brackets around what is not plain: `⟨k:let⟩ x`. Neighbours of one kind share their brackets.
func marked(_ source: String) -> String {
  var marked = ""
  var last = Highlighting.Token.Kind.plain
  for token in Highlighting.spans(of: source) {
    if token.kind != last {
      marked += (last == .plain ? "" : "⟩") + (token.kind == .plain ? "" : "⟨\(token.kind.letter):")
      last = token.kind
    }
    marked += token.text
  }
  return marked + (last == .plain ? "" : "⟩")
}

extension Highlighting.Token.Kind {
  var letter: String { rawValue == "regex" ? "r" : String(rawValue.prefix(1)) }
}

/// Whether the tokens are the text, none of them empty.
func isWhole(_ source: String) -> Bool {
  let tokens = Highlighting.spans(of: source)
  return tokens.allSatisfy { !$0.text.isEmpty }
    && Array(tokens.map(\.text).joined().utf8) == Array(source.utf8)
}
