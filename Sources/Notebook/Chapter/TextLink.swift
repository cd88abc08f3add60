public import CommonMark

/// A link or a picture in a text or in the caption of one of its cells.
public struct TextLink: Equatable, Sendable {
  /// Whether it is a picture.
  public var isPicture = false
  /// Where it leads, as CommonMark gives it.
  public var destination: String
  /// Where it begins; in a caption, where the cell does.
  public var position: SourcePosition
  /// Where it stands in the text; none in a caption.
  var range: SourceRange?
}

extension Document {
  /// The links and pictures of the text, in reading order.
  public var links: [TextLink] {
    nodes.compactMap { node in
      let position = node.range?.start ?? .start
      return switch node.kind {
      case .link(let destination, _):
        TextLink(destination: destination, position: position, range: node.range)
      case .image(let destination, _):
        TextLink(isPicture: true, destination: destination, position: position, range: node.range)
      default: nil
      }
    }
  }
}

extension Chapter {
  /// The links and pictures of the chapter's text, and then those of its captions.
  public var links: [TextLink] {
    document.links
      + cells.flatMap { cell in
        (cell.caption?.parsed().document.links ?? []).map {
          TextLink(isPicture: $0.isPicture, destination: $0.destination, position: cell.opening)
        }
      }
  }
}
