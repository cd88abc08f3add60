import Display

/// A page of the site around its article.
///
/// The text comes first in the document, so that a reader without a screen meets it first; the contents stand beside it
/// where there is room, else below it. What needs a script is hidden until the script is there.
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
  /// The page's file in the site's folder.
  var file: String
  /// What the page is about, in a sentence or two of HTML without elements.
  var about = ""
  /// Where the site stands on the network, with a slash at its end, if that is known.
  var address: String?
  /// What a link to the page is shown with.
  var picture: PagePicture?
  /// How the page reaches the site's folder: empty, or `../` for each folder it stands in.
  var root: String
  /// The style and the scripts where they stand in the page itself; else it links them.
  var ownStyleAndScripts: String?
  /// The table of contents.
  var contents: String
  /// What the page is for.
  var article: String
  var previous: Link?
  var next: Link?

  /// The names that a page uses for itself.
  static let ids: Set<String> = ["page-text", "page-contents", "page-settings", SearchMarkup.results]
  /// What the site is recognised by as one that may be written over.
  static let generator = "build-book"

  var html: String {
    """
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="generator" content="\(Page.generator)">
    <title>\(heading)</title>
    \(description)<link rel="icon" href="data:,">
    \(ownStyleAndScripts ?? linkedStyleAndScripts)
    </head>
    <body>
    <a class="skip" href="#page-text">Skip to the text</a>
    <header class="site">
    <a class="book" href="\(root)index.html">\(HTML.escape(book))</a>
    <a class="to-contents" href="#page-contents">Contents</a>
    <button type="button" class="settings" popovertarget="page-settings" hidden>Settings</button>
    \(SearchMarkup.button)
    </header>
    <main id="page-text">
    <article>
    \(article)</article>
    \(turning)</main>
    <nav class="contents" id="page-contents" aria-label="Contents">
    \(contents)</nav>
    <form class="settings" id="page-settings" popover aria-label="Settings"></form>
    \(SearchMarkup.dialog)
    </body>
    </html>

    """
  }

  private var linkedStyleAndScripts: String {
    """
    \(StyleSheets.links(for: article, root: root))
    <script src="\(root)site.js"></script>
    \(SearchMarkup.script(root: root))
    """
  }

  private var heading: String { HTML.escape(title == book ? book : "\(title) · \(book)") }

  /// What machines are told of the page.
  private var description: String {
    let place = HTML.escape((address ?? root) + file)
    var lines = ["<link rel=\"canonical\" href=\"\(place)\">"]
    if !about.isEmpty { lines.append("<meta name=\"description\" content=\"\(about)\">") }
    lines += [
      ("type", file == "index.html" ? "book" : "article"), ("title", HTML.escape(title)),
      ("site_name", HTML.escape(book)), ("description", about),
      ("url", address.map { HTML.escape($0 + file) } ?? ""),
    ].filter { !$0.1.isEmpty }.map { "<meta property=\"og:\($0.0)\" content=\"\($0.1)\">" }
    if let address, let picture { lines += picture.lines(at: address) }
    return lines.joined(separator: "\n") + "\n"
  }

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
