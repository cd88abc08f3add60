import Foundation
import Notebook
import Testing

/// The article of a chapter that builds without a word, its code without colours; the chapter is given without its title.
func article(_ text: String, limits: Limits = Limits()) async throws -> String {
  let book = try TemporaryBook(["chapter": "# Title\n\n" + text])
  let report = try await book.build(limits: limits)
  #expect(book.text(of: report.diagnostics) == "")
  let article = try book.article("chapter").replacing(#/<span class="hl-[a-z]+">([^<]*)<\/span>/#) { $0.1 }
  #expect(article.hasPrefix("<h1>Title</h1>\n"))
  return String(article.dropFirst("<h1>Title</h1>\n".count))
}

/// A fenced cell.
func cell(_ code: String, _ attributes: String = "") -> String {
  "```swift \(attributes)\n\(code)\n```\n\n"
}

/// What each cell of an article shows: the content of its output, nothing for a cell without.
func outputs(of article: String) -> [String] {
  article.components(separatedBy: "<div class=\"cell\"").dropFirst().map { cell in
    String(cell.between("<div class=\"output\">\n", "</div>\n") ?? "")
  }
}

/// What the cells of a chapter show, one string for each.
func shown(by cells: [String]) async throws -> [String] {
  outputs(of: try await article(cells.map { cell($0) }.joined()))
}

func value(_ text: String) -> String { "<pre class=\"value\">\(text)</pre>\n" }
func printed(_ text: String) -> String { "<pre class=\"printed\">\(text)</pre>\n" }
