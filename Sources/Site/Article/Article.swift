import CommonMark
import Display
import Notebook

/// A chapter's text as HTML, with what its cells computed in their places.
///
/// cmark renders the document; only what this format adds to Markdown is put in its nodes' place: cells, numbers
/// in sentences, mathematics, callouts, anchors of headings and links between chapters.
struct Article {
  let html: String

  /// Writes an article.
  ///
  /// - Parameters:
  ///   - document: the text.
  ///   - pieces: what is computed in it.
  ///   - transcript: what was computed.
  ///   - links: the pages' addresses, by the chapter's path in the book's folder.
  ///   - placed: whether each block and cell says where in the text it stands, in an attribute `data-sourcepos`.
  init(
    _ document: Document, pieces: [Chapter.Piece] = [], transcript: Transcript? = nil, links: ChapterLinks,
    placed: Bool = false
  ) {
    var edits: [Int: Edit] = [:]
    for (index, piece) in pieces.enumerated() {
      let shown = transcript?.outputs[index] ?? []
      switch piece {
      case .cell(let cell):
        edits[cell.node] = .replace(html: CellMarkup(cell, shown: shown, placed: placed).html)
      case .number(let number): edits[number.node] = .replace(html: numberMarkup(shown))
      }
    }
    var anchors = Anchors(taken: pieces.compactMap(\.id))
    for (index, node) in document.nodes.enumerated() where edits[index] == nil {
      switch node.kind {
      case .heading(let level) where level > 1:
        let title = document.plainText(of: index)
        let anchor = HTML.escape(anchors.anchor(for: title))
        let label = HTML.escape("Link to “\(title)”")
        edits[index] = .prepend(
          html: "<a class=\"anchor\" id=\"\(anchor)\" href=\"#\(anchor)\" aria-label=\"\(label)\"></a>")
      case .codeBlock(let info) where info.split(whereSeparator: \.isWhitespace).first == "math":
        edits[index] = .replace(html: "<pre class=\"math\">\(HTML.escape(node.literal))</pre>\n")
      case .code: edits.merge(inlineMath(index, of: document)) { $1 }
      case .blockQuote: edits.merge(callout(index, of: document)) { $1 }
      case .link(let destination, _):
        if let page = links.page(for: destination) { edits[index] = .redirect(page) }
      default: break
      }
    }
    html = document.html(applying: edits, placed: placed)
  }
}

extension Chapter.Piece {
  fileprivate var id: String? {
    if case .cell(let cell) = self { cell.id } else { nil }
  }
}

/// A number in a sentence, which is shown after whatever its computation shows.
private func numberMarkup(_ shown: [Transcript.Shown]) -> String {
  guard case .output(.value(let text))? = shown.last else { return "<output></output>" }
  return "<output>\(HTML.escape(text))</output>"
}

/// A code span between dollar signs, without them.
private func inlineMath(_ index: Int, of document: Document) -> [Int: Edit] {
  let nodes = document.nodes
  let before = index - 1
  let after = index + 1
  guard before >= 0, nodes.indices.contains(after), nodes[before].kind == .text, nodes[after].kind == .text,
    nodes[before].parent == nodes[index].parent, nodes[after].parent == nodes[index].parent,
    nodes[before].literal.hasSuffix("$"), nodes[after].literal.hasPrefix("$")
  else { return [:] }
  /// The text between two code spans may lose a dollar sign at either end.
  func isMath(_ code: Int) -> Bool {
    nodes.indices.contains(code) && nodes[code].kind == .code && nodes[code].parent == nodes[index].parent
  }
  func trimmed(_ text: Int) -> Edit {
    var literal = nodes[text].literal[...]
    if isMath(text - 1), literal.hasPrefix("$"), text - 2 >= 0, nodes[text - 2].literal.hasSuffix("$") {
      literal = literal.dropFirst()
    }
    if isMath(text + 1), literal.hasSuffix("$"), text + 2 < nodes.count,
      nodes[text + 2].literal.hasPrefix("$")
    {
      literal = literal.dropLast()
    }
    return .replace(html: HTML.escape(literal))
  }
  return [
    before: trimmed(before), after: trimmed(after),
    index: .replace(html: "<code class=\"math\">\(HTML.escape(nodes[index].literal))</code>"),
  ]
}

/// A block quotation that begins with `[!NOTE]` or one of its siblings.
private func callout(_ index: Int, of document: Document) -> [Int: Edit] {
  guard let paragraph = document.children(of: index).first, document.nodes[paragraph].kind == .paragraph
  else {
    return [:]
  }
  let inlines = document.children(of: paragraph)
  let mark = inlines.prefix { document.nodes[$0].kind == .text }
  let word = mark.map { document.nodes[$0].literal }.joined()
  guard let kind = ["NOTE", "TIP", "IMPORTANT", "WARNING", "CAUTION"].first(where: { word == "[!\($0)]" })
  else {
    return [:]
  }
  var edits: [Int: Edit] = [:]
  let name = kind.lowercased()
  edits[index] = .wrap(
    opening: "<aside class=\"callout \(name)\">\n<p class=\"callout-title\">\(kind.capitalized)</p>\n",
    closing: "</aside>\n")
  let removed = inlines.prefix(mark.count + 1)
  if removed.count == inlines.count {
    edits[paragraph] = .remove
  } else {
    for inline in removed { edits[inline] = .remove }
  }
  return edits
}
