import CommonMark
import Display
import Foundation
import Mathematics
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
  ///   - source: the chapter's path in the book's folder without `.md`; none for the summary.
  ///   - pieces: what is computed in it.
  ///   - formulas: its mathematics, by node.
  ///   - ledgers: its ledgers, by node.
  ///   - transcript: what was computed.
  ///   - page: the names on the page.
  ///   - book: the names of the book.
  ///   - links: where names in code lead.
  ///   - isInWhole: whether it stands on the page that holds the whole book, where names tell their chapter, too.
  ///   - placed: whether each block and cell says where in the text it stands, in an attribute `data-sourcepos`.
  init(
    _ document: Document, source: String?, pieces: [Chapter.Piece] = [], formulas: [Int: Formula] = [:],
    ledgers: [Int: Ledger] = [:], transcript: Transcript? = nil, page: PageNames, book: BookNames,
    links: CellLinks = .none, isInWhole: Bool = false, placed: Bool = false
  ) {
    func id(_ name: String) -> String { HTML.escape(isInWhole ? WholeBook.id(name, in: source) : name) }
    let output = OutputMarkup(
      id: id, supported: { book.entries(restingOn: $0, in: source, isInWhole: isInWhole) })
    /// The change to a link or picture of a file in the book's folder, on a page that stands in another folder.
    func file(_ destination: String) -> Edit? {
      guard isInWhole, let source, let end = source.lastIndex(of: "/"), book.isFile(destination, from: source)
      else { return nil }
      return .redirect(source[...end] + destination)
    }
    /// The change to a link that leads to something in the book.
    func link(_ destination: String, hasWords: Bool) -> Edit? {
      guard let end = book.follow(destination, from: source) else { return file(destination) }
      let definition = end.definition.map {
        "<span class=\"definition\" aria-hidden=\"true\">\(HTML.escape($0))</span>"
      }
      let content = [hasWords ? nil : end.words, definition].compactMap { $0 }.joined()
      return .redirect(
        isInWhole ? "#\(end.wholeID)" : end.address, content: content.isEmpty ? nil : content)
    }
    var edits: [Int: Edit] = [:]
    var hasTitle = false
    let images = nodesInImages(of: document)
    let named = nodesInHeadingsAndLinks(of: document)
    for (index, piece) in pieces.enumerated() {
      let shown = transcript?.outputs[index] ?? []
      switch piece {
      case .cell(let cell):
        let caption = cell.caption.map { caption in
          captionMarkup(
            caption, numbers: pieces.captionValues(ofCell: index, in: transcript), link: link,
            picture: file)
        }
        edits[cell.node] = .replace(
          html: CellMarkup(
            cell, output: output.html(of: shown, caption: caption, number: page.figures[index]),
            id: cell.id.map(id), links: links, placed: placed
          ).html)
      case .number(let number) where document.nodes[number.node].kind == .code:
        let text = numberText(shown)
        edits[number.node] =
          images.contains(number.node)
          ? .text(text) : .replace(html: numberMarkup(text))
      case .number: break
      }
    }
    for (index, node) in document.nodes.enumerated() where edits[index] == nil {
      switch node.kind {
      case .heading:
        guard let anchor = page.headings[index].map(id) else {
          if isInWhole, !hasTitle { edits[index] = .prepend(html: "<a id=\"\(id(""))\"></a>") }
          hasTitle = true
          continue
        }
        let label = HTML.escape("Link to “\(document.plainText(of: index))”")
        edits[index] = .prepend(
          html: "<a class=\"anchor\" id=\"\(anchor)\" href=\"#\(anchor)\" aria-label=\"\(label)\"></a>")
      case .codeBlock:
        if let ledger = ledgers[index] {
          let markup = LedgerMarkup(ledger, id: id) { destination in
            guard let end = book.follow(destination, from: source), let claim = end.target else { return nil }
            return (isInWhole ? "#\(end.wholeID)" : end.address, claim)
          }
          edits[index] = .replace(html: markup.html)
        }
        guard let formula = formulas[index] else { continue }
        edits[index] = .replace(html: equationMarkup(formula, number: page.equations[index], id: id))
      case .code:
        guard !images.contains(index) else { continue }
        guard let formula = formulas[index] else {
          if !named.contains(index), let address = links.address(ofType: node.literal) {
            edits[index] = .replace(html: symbolLink(node.literal, to: address, takesFocus: false))
          }
          continue
        }
        edits.merge(InlineMath(index, formula, formulas, of: document).edits) { $1 }
      case .blockQuote: edits.merge(callout(index, of: document)) { $1 }
      case .link(let destination, _): edits[index] = link(destination, hasWords: node.end > index + 1)
      case .image(let destination, _): edits[index] = file(destination)
      default: break
      }
    }
    html = document.html(applying: edits, placed: placed)
  }
}

/// The words below a figure as HTML, with what its numbers came to.
private func captionMarkup(
  _ caption: Caption, numbers: [String], link: (_ destination: String, _ hasWords: Bool) -> Edit?,
  picture: (_ destination: String) -> Edit?
) -> String {
  let (document, nodes) = caption.parsed()
  var edits: [Int: Edit] = [:]
  for (index, node) in document.nodes.enumerated() {
    switch node.kind {
    case .link(let destination, _): edits[index] = link(destination, node.end > index + 1)
    case .image(let destination, _): edits[index] = picture(destination)
    default: break
    }
  }
  for (node, text) in zip(nodes, numbers) { edits[node] = .replace(html: numberMarkup(text)) }
  return document.html(applying: edits).withoutParagraph
}

private func numberMarkup(_ text: String) -> String { "<output>\(HTML.escape(text))</output>" }

/// A number in a sentence, which is shown after whatever its computation shows.
private func numberText(_ shown: [Transcript.Shown]) -> String {
  if case .output(.value(let text))? = shown.last { text } else { "" }
}

extension [Chapter.Piece] {
  /// What the numbers in the caption of a cell came to.
  func captionValues(ofCell index: Int, in transcript: Transcript?) -> [String] {
    captionNumbers(ofCell: index).map { numberText(transcript?.outputs[$0] ?? []) }
  }
}

/// The nodes whose text is the words that stand for a picture, where there can be no markup.
private func nodesInImages(of document: Document) -> IndexSet {
  var indices = IndexSet()
  for (index, node) in document.nodes.enumerated() {
    if case .image = node.kind { indices.insert(integersIn: index..<node.end) }
  }
  return indices
}

/// The nodes in which a name of the library does not link: what stands there leads or is led to already.
private func nodesInHeadingsAndLinks(of document: Document) -> IndexSet {
  var indices = IndexSet()
  for (index, node) in document.nodes.enumerated() {
    switch node.kind {
    case .heading, .link: indices.insert(integersIn: index..<node.end)
    default: break
    }
  }
  return indices
}

extension Node.Kind {
  fileprivate var isBreak: Bool { self == .softBreak || self == .lineBreak }
}

/// An equation on lines of its own, with its number if it has one.
private func equationMarkup(_ formula: Formula, number: String?, id name: (String) -> String) -> String {
  let math = formula.mathML(display: true)
  guard let number else { return "<div class=\"equation\">\(math)</div>\n" }
  let id = formula.label.map { " id=\"\(name($0.name))\"" } ?? ""
  return "<div class=\"equation\"\(id)>\(math)<span class=\"number\">\(HTML.escape(number))</span></div>\n"
}

/// A block quotation whose first line is `[!NOTE]` or one of its siblings.
private func callout(_ index: Int, of document: Document) -> [Int: Edit] {
  guard let paragraph = document.children(of: index).first, document.nodes[paragraph].kind == .paragraph
  else {
    return [:]
  }
  let inlines = document.children(of: paragraph)
  let mark = inlines.prefix { document.nodes[$0].kind == .text }
  let word = mark.map { document.nodes[$0].literal }.joined()
  let isAlone = inlines.count == mark.count || document.nodes[inlines[mark.count]].kind.isBreak
  guard isAlone,
    let kind = ["NOTE", "TIP", "IMPORTANT", "WARNING", "CAUTION"].first(where: { word == "[!\($0)]" })
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
