import CommonMark

/// The table of contents as `SUMMARY.md` has it: the links in its lists, before the files are looked at.
struct Summary {
  /// A link to a chapter, or a part's title.
  struct Line {
    var title: String
    /// Where the link leads; none for a part's title.
    var destination: String?
    var position: SourcePosition
    var depth: Int
  }

  let title: String?
  let lines: [Line]

  /// Reads the lists of a summary: an item's first link is a chapter, an item without a link a part.
  init(of document: Document) {
    var title: String?
    var lines: [Line] = []
    // The number of lists around each node.
    var depths: [Int] = []
    for (index, node) in document.nodes.enumerated() {
      depths.append((node.parent.map { depths[$0] } ?? 0) + (node.kind == .list ? 1 : 0))
      switch node.kind {
      case .heading where title == nil:
        title = document.plainText(of: index)
      case .item:
        guard let line = Line(item: index, of: document, depth: depths[index] - 1) else { continue }
        lines.append(line)
      default: break
      }
    }
    self.title = title
    self.lines = lines
  }
}

extension Summary.Line {
  fileprivate init?(item: Int, of document: Document, depth: Int) {
    guard let first = document.children(of: item).first, document.nodes[first].kind == .paragraph else {
      return nil
    }
    let inlines = first..<document.nodes[first].end
    let link = inlines.first { if case .link = document.nodes[$0].kind { true } else { false } }
    title = document.plainText(of: link ?? first)
    if let link, case .link(let destination, _) = document.nodes[link].kind { self.destination = destination }
    position = document.nodes[link ?? first].range?.start ?? document.nodes[first].range?.start ?? .start
    self.depth = depth
  }
}
