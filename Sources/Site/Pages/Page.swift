import Display

/// A page of the site around its article.
struct Page {
  /// A link to another page.
  struct Link {
    var title: String
    var address: String
  }

  /// The page's title.
  var title: String
  /// The book's title; a page's own where it is the first.
  var book: String
  /// How the page reaches the site's folder: empty, or `../` for each folder it stands in.
  var root: String
  /// The table of contents.
  var contents: String
  /// What the page is for.
  var article: String
  var previous: Link?
  var next: Link?

  var html: String {
    let heading = title == book ? book : "\(title) · \(book)"
    return """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="generator" content="\(Page.generator)">
      <title>\(HTML.escape(heading))</title>
      <link rel="stylesheet" href="\(root)style.css">
      </head>
      <body>
      <a class="skip" href="#text">Skip to the text</a>
      <header class="site">
      <a class="book" href="\(root)index.html">\(HTML.escape(book))</a>
      </header>
      <details class="contents" open>
      <summary>Contents</summary>
      <nav aria-label="Contents">
      \(contents)</nav>
      </details>
      <main id="text">
      <article>
      \(article)</article>
      \(turning)</main>
      </body>
      </html>

      """
  }

  /// What the site is recognised by as one that may be written over.
  static let generator = "build-book"

  private var turning: String {
    guard previous != nil || next != nil else { return "" }
    func link(_ link: Link?, _ relation: String, _ label: String) -> String {
      guard let link else { return "" }
      return """
        <a rel="\(relation)" href="\(HTML.escape(link.address))"><span>\(label)</span> \(HTML.escape(link.title))</a>

        """
    }
    return """
      <nav class="turning" aria-label="Chapters">
      \(link(previous, "prev", "Previous"))\(link(next, "next", "Next"))</nav>

      """
  }
}
