import CommonMark
import Display
import Documentation

/// What the documentation of a symbol says, as HTML.
///
/// It is CommonMark, of which list items that begin with a word such as `Returns:` or `Parameter x:` become definitions,
/// and code between two backticks names a symbol, as in DocC.
struct CommentMarkup {
  /// All of it.
  let html: String
  /// The first paragraph as content of a line.
  let summary: String

  /// The words before a colon that make an item of a list a definition.
  private static let words: Set = [
    "Returns", "Throws", "Complexity", "Precondition", "Postcondition", "Requires", "Invariant", "Note",
    "Important", "Warning", "Tip", "Remark", "SeeAlso", "See Also", "Since", "Author", "Bug", "Experiment",
    "Attention", "Todo", "Version",
  ]

  /// Where a name leads.
  typealias Link = (_ name: String, _ isSure: Bool) -> String?

  /// Renders documentation.
  ///
  /// - Parameters:
  ///   - comment: the text.
  ///   - level: the level of the heading that it stands under.
  ///   - link: the address of what a name means, if anything; `isSure` where the text marks it as a symbol's.
  init(_ comment: String, under level: Int, link: @escaping Link) {
    let document = Document(parsing: comment)
    var edits: [Int: Edit] = [:]
    var inLinks = 0
    for (index, node) in document.nodes.enumerated() {
      switch node.kind {
      case .heading(let own):
        let name = "h\(min(6, level + own))"
        edits[index] = .wrap(opening: "<\(name)>", closing: "</\(name)>\n")
      case .link(let destination, _):
        inLinks = max(inLinks, node.end)
        // What a comment's own folder holds is not in the site.
        if !destination.contains(":") { edits[index] = .wrap(opening: "", closing: "") }
      case .image: edits[index] = .replace(html: HTML.escape(document.plainText(of: index)))
      case .code where index >= inLinks:
        let isSure = CommentMarkup.isSymbolLink(node, in: document)
        guard let address = link(node.literal, isSure) else { continue }
        edits[index] = .replace(html: symbolLink(node.literal, to: address, takesFocus: true))
      case .list:
        let html = CommentMarkup.definitions(index, of: document, under: level, link: link)
        if let html { edits[index] = .replace(html: html) }
      default: break
      }
    }
    html = document.html(applying: edits)
    let first = document.children(of: 0).first.flatMap { document.nodes[$0].kind == .paragraph ? $0 : nil }
    let rest = document.children(of: 0).filter { $0 != first }
    summary =
      first == nil
      ? "" : document.html(applying: edits.merging(rest.map { ($0, .remove) }) { $1 }).withoutParagraph
  }

  /// Whether a code span stands between two backticks, where cmark keeps the place but not the number.
  private static func isSymbolLink(_ node: Node, in document: Document) -> Bool {
    guard let start = node.range?.start else { return false }
    let offset = document.lines.offset(of: start)
    let ticks = document.lines.bytes[..<offset].reversed().prefix { $0 == UInt8(ascii: "`") }.count
    return ticks == 2 && document.lines.bytes[offset...].starts(with: node.literal.utf8)
  }

  /// A list with its items as definitions, where their words say so; what stands between them stays a list.
  private static func definitions(
    _ list: Int, of document: Document, under level: Int, link: @escaping Link
  ) -> String? {
    func html(_ text: String) -> String {
      CommentMarkup(text, under: level, link: link).html.withoutParagraph
    }
    var parts: [(element: String, html: String)] = []
    for item in document.children(of: list) {
      let text = text(of: item, in: document)
      let definition = Definition(text)
      if definition?.term == "Parameters" {
        let inner = Document(parsing: definition?.body ?? "")
        for (index, node) in inner.nodes.enumerated() where node.kind == .item {
          guard node.parent.flatMap({ inner.nodes[$0].parent }) == 0 else { continue }
          let text = CommentMarkup.text(of: index, in: inner)
          let parameter = Definition(text)
          let term = parameter.map { "<dt><code>\(HTML.escape($0.term))</code></dt>" } ?? ""
          parts.append(("dl", "\(term)<dd>\(html(parameter?.body ?? text))</dd>\n"))
        }
      } else if let definition, let parameter = definition.parameter {
        parts.append(
          ("dl", "<dt><code>\(HTML.escape(parameter))</code></dt><dd>\(html(definition.body))</dd>\n"))
      } else if let definition, words.contains(definition.term) {
        parts.append(("dl", "<dt>\(HTML.escape(definition.term))</dt><dd>\(html(definition.body))</dd>\n"))
      } else {
        parts.append(("ul", "<li>\(html(text))</li>\n"))
      }
    }
    guard parts.contains(where: { $0.element == "dl" }) else { return nil }
    var result = ""
    for (place, part) in parts.enumerated() {
      if place == 0 || parts[place - 1].element != part.element { result += "<\(part.element)>\n" }
      result += part.html
      if place == parts.count - 1 || parts[place + 1].element != part.element {
        result += "</\(part.element)>\n"
      }
    }
    return result
  }

  /// The text of an item of a list, as if it stood alone.
  private static func text(of item: Int, in document: Document) -> String {
    guard let range = document.nodes[item].range,
      let first = document.children(of: item).first.flatMap({ document.nodes[$0].range?.start })
    else { return "" }
    let indent = first.column - 1
    let lines = (first.line...max(first.line, range.end.line)).map { number in
      let line = document.lines[number]
      return number == first.line
        ? line.dropFirst(indent) : line.dropFirst(line.prefix(indent).prefix { isBlank($0) }.count)
    }
    return lines.map { String(decoding: $0, as: UTF8.self) }.joined(separator: "\n")
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t")
  }
}

/// An item of a list that begins with a word and a colon.
private struct Definition {
  /// What stands before the colon, without backticks.
  let term: String
  /// What stands behind it.
  let body: String

  init?(_ text: String) {
    let line = text.prefix { $0 != "\n" }
    guard let colon = line.firstIndex(of: ":"), colon != line.startIndex else { return nil }
    term = String(line[..<colon].filter { $0 != "`" })
    body = String(text[colon...].dropFirst().drop { $0 == " " })
  }

  /// The name of the parameter that `Parameter x` tells of.
  var parameter: String? { term.hasPrefix("Parameter ") ? String(term.dropFirst("Parameter ".count)) : nil }
}

/// A name of the library in a sentence, as code that links to the library's page.
///
/// - Parameter takesFocus: whether the keyboard reaches it with the Tab key.
func symbolLink(_ name: String, to address: String, takesFocus: Bool) -> String {
  let words = HTML.escape(name.replacing("/", with: "."))
  let tab = takesFocus ? "" : " tabindex=\"-1\""
  return "<code><a href=\"\(HTML.escape(address))\"\(tab)>\(words)</a></code>"
}
