import Display
import Notebook

/// The table of contents as nested lists, the page it stands on marked.
///
/// It stands on every page. Of a book with very many chapters it holds the neighbours of the page, and a link to the page that
/// has all: else the pages together would grow with the square of their number.
struct Contents {
  let html: String

  /// How many lines it has at most.
  private static let most = 200

  /// Writes the table of contents.
  ///
  /// - Parameters:
  ///   - current: the index of the chapter whose page it is; none for another page.
  ///   - sections: the sections of that page, which stand below its line.
  ///   - root: how the page reaches the site's folder.
  ///   - library: the pages of the library's modules, seen from the site's folder.
  ///   - module: the module whose page it is, if it is one's.
  init(
    of book: Book, current: Int?, sections: [PageNames.Section], root: String, library: [Page.Link] = [],
    module: String? = nil
  ) {
    var html = ""
    var depth = -1
    let lines = Contents.lines(of: book, around: current)
    for entry in lines {
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
        if chapter == current, !sections.isEmpty { html += Contents.list(of: sections) }
      } else {
        html += "<span>\(title)</span>"
      }
    }
    for _ in -1..<depth { html += "</li>\n</ol>\n" }
    if lines.count < book.contents.count {
      html += "<p><a href=\"\(root)index.html\">All \(book.chapters.count) chapters</a></p>\n"
    }
    if !library.isEmpty {
      let lines = library.map { link in
        // The page in the contents, where a reader goes on, is a chapter's.
        let mark = link.title == module ? " aria-current=\"true\"" : ""
        return
          "<li><a href=\"\(root)\(HTML.escape(link.address))\"\(mark)>\(HTML.escape(link.title))</a></li>\n"
      }
      html += "<ol>\n<li><span>Library</span><ol>\n\(lines.joined())</ol></li>\n</ol>\n"
    }
    html += "<p><a href=\"\(root)\(WholeBook.file)\">The whole book on one page</a></p>\n"
    self.html = html
  }

  private static func list(of sections: [PageNames.Section]) -> String {
    let lines = sections.map { section in
      "<li><a href=\"#\(HTML.escape(section.anchor))\">\(HTML.escape(section.title))</a></li>\n"
    }
    return "<ol class=\"sections\">\n\(lines.joined())</ol>"
  }

  /// All lines; of very many the nearest to the page, and the parts that they belong to.
  private static func lines(of book: Book, around current: Int?) -> [Book.Entry] {
    let all = book.contents
    guard all.count > most else { return all }
    let place = current.flatMap { current in all.firstIndex { $0.chapter == current } } ?? 0
    let first = min(max(place - most / 2, 0), all.count - most)
    var parts: [Book.Entry] = []
    var depth = all[first].depth
    for entry in all[..<first].reversed() where entry.depth < depth {
      parts.append(entry)
      depth = entry.depth
      if depth == 0 { break }
    }
    return parts.reversed() + all[first..<first + most]
  }
}

extension Chapter {
  /// The page's address in the site.
  var address: String { Chapter.address(name) }

  /// How the page reaches the site's folder.
  var root: String { String(repeating: "../", count: name.split(separator: "/").count - 1) }

  /// The name with all but unreserved characters and slashes as in an address (RFC 3986, section 2.3).
  private static func address(_ name: String) -> String {
    let digits = Array("0123456789ABCDEF")
    var address = ""
    for byte in name.utf8 {
      switch UInt8(byte) {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."),
        UInt8(ascii: "~"), UInt8(ascii: "/"):
        address.unicodeScalars.append(Unicode.Scalar(byte))
      default: address += ["%", digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return address + ".html"
  }
}
