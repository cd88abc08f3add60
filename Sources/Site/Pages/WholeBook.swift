/// The page that holds the whole book, to be printed or read without turning pages.
enum WholeBook {
  /// The page's file.
  static let file = "whole.html"

  /// All articles, one below the other; the first is the table of contents.
  static func article(_ articles: [String]) -> String {
    articles.map { "<section class=\"chapter\">\n\($0)</section>\n" }.joined()
  }

  /// The name on the page of something that has a name in a chapter, or of the chapter itself.
  static func id(_ name: String, in source: String?) -> String {
    let page = source ?? "contents"
    return name.isEmpty ? "chapter:\(page)" : "\(page):\(name)"
  }
}
