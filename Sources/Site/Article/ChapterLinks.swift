import Foundation
import Notebook

/// The addresses of a book's pages, for links from one chapter to another.
struct ChapterLinks {
  /// The chapter whose links are meant, as its path in the folder without `.md`; none for the summary.
  let source: String?
  private let names: Set<String>

  init(in book: Book, from source: Chapter? = nil) {
    self.source = source?.name
    names = Set(book.chapters.map(\.name))
  }

  /// The page that a link to a chapter's Markdown file means, relative to the page it stands on; none for a link
  /// that means anything else.
  func page(for destination: String) -> String? {
    let parts = destination.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    guard let file = parts.first, file.hasSuffix(".md"), URL(string: destination)?.scheme == nil else { return nil }
    let name = String(file.dropLast(".md".count)).removingPercentEncoding ?? String(file)
    guard names.contains(resolved(name)) else { return nil }
    let fragment = parts.count > 1 ? "#" + parts[1] : ""
    return file.dropLast(".md".count) + ".html" + fragment
  }

  /// A path relative to the source's folder, as a path in the book's folder.
  private func resolved(_ path: String) -> String {
    var components = source?.split(separator: "/").dropLast().map(String.init) ?? []
    for component in path.split(separator: "/") {
      switch component {
      case ".": break
      case "..": _ = components.popLast()
      default: components.append(String(component))
      }
    }
    return components.joined(separator: "/")
  }
}
