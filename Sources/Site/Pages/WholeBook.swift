/// The page that holds the whole book, to be printed or read without turning pages.
enum WholeBook {
  /// The page's file.
  static let file = "whole.html"

  /// All articles, one below the other; the first is the table of contents, and its title that of the page.
  static func article(_ articles: [String]) -> String {
    articles.enumerated().map { index, article in
      "<section class=\"chapter\">\n\(index == 0 ? article : withLowerHeadings(article))</section>\n"
    }.joined()
  }

  /// An article with each heading one level lower, down to the sixth.
  private static func withLowerHeadings(_ article: String) -> String {
    article.replacing(#/<(\/?)h([1-5])(?=[ >])/#) { "<\($0.1)h\((Int($0.2) ?? 5) + 1)" }
  }

  /// The name on the page of something that has a name in a chapter, or of the chapter itself.
  static func id(_ name: String, in source: String?) -> String {
    let page = source ?? "contents"
    return name.isEmpty ? "chapter:\(page)" : "\(page):\(name)"
  }
}
