import Foundation
import Highlighting

/// The style sheets of a site: one for every page, and those that only a page links that has what they are for.
enum StyleSheets {
  /// What every page links, as `style.css`.
  static let common =
    PackageResources.style_css + PackageResources.colours_css + PackageResources.search_css
  /// What some pages link, each with what the article of such a page holds.
  private static let others = [
    (file: "cells.css", needed: ["class=\"cell\"", "class=\"hl-"]),
    (file: "reference.css", needed: ["class=\"kind\"", "class=\"declaration\""]),
    (file: "figures.css", needed: ["class=\"chart", "class=\"table-scroll"]),
    (file: "math.css", needed: ["<math"]),
  ]

  /// The files.
  static var files: [String: [UInt8]] {
    [
      "style.css": common,
      "cells.css": PackageResources.cells_css + Highlighting.stylesheet,
      "reference.css": PackageResources.reference_css,
      "figures.css": PackageResources.figures_css,
      "math.css": PackageResources.math_css,
    ]
  }

  /// The links for the head of a page.
  ///
  /// - Parameters:
  ///   - article: what the page is for.
  ///   - root: how the page reaches the site's folder.
  static func links(for article: String, root: String) -> String {
    let needed = others.filter { sheet in sheet.needed.contains { holds(article, $0) } }.map(\.file)
    return (["style.css"] + needed).map { "<link rel=\"stylesheet\" href=\"\(root)\($0)\">" }.joined(
      separator: "\n")
  }

  /// Whether a text holds another; of a site with hundreds of pages, all are asked in every build.
  private static func holds(_ text: String, _ part: String) -> Bool {
    let part = Array(part.utf8)
    var text = text
    return text.withUTF8 { text in
      guard let first = part.first, let start = text.baseAddress else { return part.isEmpty }
      var offset = 0
      while text.count - offset >= part.count,
        let hit = memchr(start + offset, Int32(first), text.count - offset - part.count + 1)
      {
        offset = UnsafeRawPointer(start).distance(to: UnsafeRawPointer(hit))
        if memcmp(start + offset, part, part.count) == 0 { return true }
        offset += 1
      }
      return false
    }
  }
}
