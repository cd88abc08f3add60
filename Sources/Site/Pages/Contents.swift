import Display
import Notebook

/// The table of contents as nested lists, the page it stands on marked.
struct Contents {
  let html: String

  /// Writes the table of contents.
  ///
  /// - Parameters:
  ///   - current: the index of the chapter whose page it is; none for the first page.
  ///   - root: how the page reaches the site's folder.
  init(of book: Book, current: Int?, root: String) {
    var html = ""
    var depth = -1
    for entry in book.contents {
      if entry.depth > depth {
        for _ in depth..<entry.depth { html += "<ol>\n<li>" }
      } else {
        for _ in entry.depth..<depth { html += "</li>\n</ol>" }
        html += "</li>\n<li>"
      }
      depth = entry.depth
      let title = HTML.escape(entry.title)
      if let chapter = entry.chapter {
        let mark = chapter == current ? " aria-current=\"page\"" : ""
        html += "<a href=\"\(root)\(HTML.escape(book.chapters[chapter].address))\"\(mark)>\(title)</a>"
      } else {
        html += "<span>\(title)</span>"
      }
    }
    for _ in -1..<depth { html += "</li>\n</ol>\n" }
    self.html = html
  }
}

extension Chapter {
  /// The page's address in the site.
  var address: String { Chapter.address(name) }

  /// How the page reaches the site's folder.
  var root: String { String(repeating: "../", count: name.split(separator: "/").count - 1) }

  private static func address(_ name: String) -> String {
    let unreserved: Set<Character> = ["-", "_", ".", "~", "/"]
    return name.map { character in
      character.isASCII && (character.isLetter || character.isNumber) || unreserved.contains(character)
        ? String(character)
        : character.utf8.map { "%" + ($0 < 16 ? "0" : "") + String($0, radix: 16, uppercase: true) }.joined()
    }.joined() + ".html"
  }
}
