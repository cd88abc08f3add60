import Display
import Notebook

/// What a cell showed, as HTML.
struct OutputMarkup {
  /// The name of something on the page, from its name in the chapter.
  let id: (String) -> String
  /// The statements of ledgers that rest on a claim, by its name in the chapter.
  let supported: (String) -> [(number: Int, address: String)]

  /// Writes what a cell showed; with a caption, which is HTML, as a figure with its number.
  func html(of shown: [Transcript.Shown], caption: String?, number: Int?) -> String {
    guard !shown.isEmpty || caption != nil else { return "" }
    let parts = shown.map(html).joined()
    guard let caption else { return "<div class=\"output\">\n\(parts)</div>\n" }
    let label = number.map { "<span class=\"number\">Figure \($0)</span> " } ?? ""
    return
      "<div class=\"output\">\n<figure>\n\(parts)<figcaption>\(label)\(caption)</figcaption>\n</figure>\n</div>\n"
  }

  private func html(of shown: Transcript.Shown) -> String {
    switch shown {
    case .output(.printed(let text)): "<pre class=\"printed\">\(HTML.escape(text))</pre>\n"
    case .output(.value(let text)): "<pre class=\"value\">\(HTML.escape(text))</pre>\n"
    case .output(.figure(let html)): html + "\n"
    case .claim(let claim): html(of: claim)
    }
  }

  private func html(of claim: ClaimRecord) -> String {
    let measured = claim.measured.isEmpty ? "" : " (<output>\(HTML.escape(claim.measured))</output>)"
    let verdict = claim.holds ? "Holds:" : "Does not hold:"
    let name = claim.id.map { " id=\"\(id($0))\"" } ?? ""
    let entries = claim.id.map(supported) ?? []
    let links = entries.map { " <a href=\"\(HTML.escape($0.address))\">item \($0.number)</a>" }.joined()
    return
      "<p class=\"claim\"\(name)><strong>\(verdict)</strong> \(HTML.escape(claim.statement))\(measured)\(links)</p>\n"
  }
}

extension String {
  /// The content of an only paragraph, for a place that is not a block.
  var withoutParagraph: String {
    guard hasPrefix("<p>"), hasSuffix("</p>\n"), !dropFirst(3).contains("<p>") else { return self }
    return String(dropFirst("<p>".count).dropLast("</p>\n".count))
  }
}
