extension Highlighting {
  /// A name in source text that is no keyword.
  public struct Name: Equatable, Sendable {
    /// The name without backticks.
    public let text: String
    /// Where it stands in the text, in UTF-8 bytes.
    public let offset: Int
    /// How it is used.
    public let use: Use
  }
}

extension Highlighting.Name {
  /// How a name is used, as far as its neighbours tell.
  public enum Use: Equatable, Sendable {
    /// By itself.
    case free
    /// Behind a dot; of what, where that is a name that stands by itself.
    case member(of: String?)
    /// Before a colon or a parameter's own name, as the label of an argument.
    case label
  }

  /// The name that a token is; none for what is no name.
  init?(_ index: Int, at offset: Int, of tokens: [Highlighting.Token], _ naming: Naming) {
    guard let use = naming.uses[index], let text = tokens[index].name else { return nil }
    self.text = text
    self.offset = offset
    self.use =
      switch use {
      case .free: .free
      case .member(let base): .member(of: base.flatMap { tokens[$0].name })
      case .label: .label
      }
  }
}

extension Highlighting.Token {
  /// The name that the token is, without backticks; none for what is no name.
  var name: String? {
    guard let first = text.unicodeScalars.first else { return nil }
    if first == "`" { return text.utf8.count > 2 ? String(text.dropFirst().dropLast()) : nil }
    return first.beginsName ? String(text) : nil
  }
}
