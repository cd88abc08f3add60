import CommonMark
import Display
import Highlighting
import Notebook

/// A cell as HTML: its code and, below it, what it showed.
struct CellMarkup {
  let html: String

  /// Writes a cell, with its number if it has a caption, and where in the text it stands if it is to be `placed`.
  init(
    _ cell: Cell, shown: [Transcript.Shown], figure: Int?, id name: (String) -> String, placed: Bool = false
  ) {
    let place =
      placed
      ? " data-sourcepos=\"\(cell.opening.line):\(cell.opening.column)-\(cell.lines.upperBound):1\"" : ""
    let id = cell.id.map { " id=\"\(name($0))\"" } ?? ""
    let coloured = Highlighting.html(of: cell.code, mark: { Quantity(named: $0)?.className })
    let code = "<pre class=\"code\"><code class=\"language-swift\">\(coloured)</code></pre>\n"
    let shownCode =
      cell.kind == .hidden ? "<details class=\"folded\">\n<summary>Code</summary>\n\(code)</details>\n" : code
    let label =
      switch cell.kind {
      case .fails: "<p class=\"cell-label\">Does not compile</p>\n"
      case .traps: "<p class=\"cell-label\">Traps</p>\n"
      default: ""
      }
    let output =
      shown.isEmpty && cell.caption == nil
      ? "" : CellMarkup.output(shown, caption: cell.caption, number: figure, id: name)
    let body = "<div class=\"cell\"\(id)\(place)>\n\(label)\(shownCode)\(output)</div>\n"
    html =
      cell.kind == .solution
      ? "<details class=\"solution\">\n<summary>Solution</summary>\n\(body)</details>\n" : body
  }

  private static func output(
    _ shown: [Transcript.Shown], caption: String?, number: Int?, id: (String) -> String
  ) -> String {
    let parts = shown.map { markup($0, id) }.joined()
    guard let caption else { return "<div class=\"output\">\n\(parts)</div>\n" }
    let text = Document(parsing: caption).html().withoutParagraph
    let label = number.map { "<span class=\"number\">Figure \($0)</span> " } ?? ""
    return
      "<div class=\"output\">\n<figure>\n\(parts)<figcaption>\(label)\(text)</figcaption>\n</figure>\n</div>\n"
  }

  private static func markup(_ shown: Transcript.Shown, _ id: (String) -> String) -> String {
    switch shown {
    case .output(.printed(let text)): "<pre class=\"printed\">\(HTML.escape(text))</pre>\n"
    case .output(.value(let text)): "<pre class=\"value\">\(HTML.escape(text))</pre>\n"
    case .output(.figure(let html)): html + "\n"
    case .claim(let claim): markup(claim, id)
    }
  }

  private static func markup(_ claim: ClaimRecord, _ name: (String) -> String) -> String {
    let measured = claim.measured.isEmpty ? "" : " (<output>\(HTML.escape(claim.measured))</output>)"
    let verdict = claim.holds ? "Holds:" : "Does not hold:"
    let id = claim.id.map { " id=\"\(name($0))\"" } ?? ""
    return
      "<p class=\"claim\"\(id)><strong>\(verdict)</strong> \(HTML.escape(claim.statement))\(measured)</p>\n"
  }
}

extension String {
  /// The content of an only paragraph, for a place that is not a block.
  var withoutParagraph: String {
    guard hasPrefix("<p>"), hasSuffix("</p>\n"), !dropFirst(3).contains("<p>") else { return self }
    return String(dropFirst("<p>".count).dropLast("</p>\n".count))
  }
}
