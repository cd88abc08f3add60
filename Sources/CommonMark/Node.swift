/// One node of a CommonMark document.
///
/// Nodes are values in reading order: a node's descendants follow it directly, up to `end`.
public struct Node: Equatable, Sendable {
  /// What a node is, with what only that kind has.
  public enum Kind: Equatable, Sendable {
    case document, blockQuote, list, item, paragraph, thematicBreak
    case heading(level: Int)
    /// `info` is the fence's info string as CommonMark reads it, with escapes and entities resolved.
    case codeBlock(info: String)
    case htmlBlock, customBlock
    case text, softBreak, lineBreak, code, htmlInline, customInline, emphasis, strong
    case link(destination: String, title: String)
    case image(source: String, title: String)
  }

  /// What the node is.
  public var kind: Kind
  /// The text of a text, code or HTML node; empty for the others.
  public var literal: String
  /// Where the node stands; none for line breaks, which cmark gives no place.
  public var range: SourceRange?
  /// The index of the node that holds this one; none for the document.
  public var parent: Int?
  /// The index after the node's last descendant.
  public var end: Int
}
