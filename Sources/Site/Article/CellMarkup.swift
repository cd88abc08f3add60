import Display
import Highlighting
import Notebook

/// A cell as HTML: its code and, below it, what it showed.
struct CellMarkup {
  let html: String

  /// Writes a cell.
  ///
  /// - Parameters:
  ///   - cell: the cell.
  ///   - output: what it showed, as HTML.
  ///   - id: its name on the page, if it has one.
  ///   - links: where names in its code lead.
  ///   - placed: whether it says where in the text it stands.
  init(_ cell: Cell, output: String, id: String?, links: CellLinks = .none, placed: Bool = false) {
    let place =
      placed
      ? " data-sourcepos=\"\(cell.opening.line):\(cell.opening.column)-\(cell.lines.upperBound):1\"" : ""
    let name = id.map { " id=\"\($0)\"" } ?? ""
    let marked = Highlighting.html(
      of: cell.code, linksTakeFocus: false, link: links.address(of:),
      mark: { Quantity(named: $0)?.className })
    let code = "<pre class=\"code\"><code class=\"language-swift\">\(marked)</code></pre>\n"
    let shownCode =
      cell.kind == .hidden ? "<details class=\"folded\">\n<summary>Code</summary>\n\(code)</details>\n" : code
    let label =
      switch cell.kind {
      case .fails: "<p class=\"cell-label\">Does not compile</p>\n"
      case .traps: "<p class=\"cell-label\">Traps</p>\n"
      default: ""
      }
    let body = "<div class=\"cell\"\(name)\(place)>\n\(label)\(shownCode)\(output)</div>\n"
    html =
      cell.kind == .solution
      ? "<details class=\"solution\">\n<summary>Solution</summary>\n\(body)</details>\n" : body
  }
}
