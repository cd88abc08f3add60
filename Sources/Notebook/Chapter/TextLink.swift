public import CommonMark

/// A link in a text or in the caption of one of its cells.
public struct TextLink: Equatable, Sendable {
  /// Where it leads, as CommonMark gives it.
  public var destination: String
  /// Where it begins; in a caption, where the cell does.
  public var position: SourcePosition
  /// Where it stands in the text; none in a caption.
  var range: SourceRange?
}

extension Document {
  /// The links of the text, in reading order.
  public var links: [TextLink] {
    nodes.compactMap { node in
      guard case .link(let destination, _) = node.kind else { return nil }
      return TextLink(
        destination: destination, position: node.range?.start ?? .start, range: node.range)
    }
  }
}

extension Chapter {
  /// The links of the chapter's text, and then those of its captions.
  public var links: [TextLink] {
    document.links
      + cells.flatMap { cell in
        (cell.caption?.parsed().document.links ?? []).map {
          TextLink(destination: $0.destination, position: cell.opening)
        }
      }
  }
}
