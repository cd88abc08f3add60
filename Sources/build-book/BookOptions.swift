import ArgumentParser
import Foundation
import Notebook

/// Which book is meant, and where its libraries are.
struct BookOptions: ParsableArguments {
  @Argument(
    help: "The book's folder, with SUMMARY.md and the chapters; or a folder with such a folder 'chapters'.")
  var book = "chapters"

  @Option(
    help: """
      The package whose libraries the cells import; without it, the one that the book's settings name, or the nearest \
      one around the book or here.
      """)
  var package: String?

  /// The book's folder, as the author named it.
  var folder: String {
    func hasSummary(_ folder: String) -> Bool {
      FileManager.default.fileExists(atPath: folder + "/SUMMARY.md")
    }
    let inner =
      book == "." || book == "./" ? "chapters" : book.hasSuffix("/") ? book + "chapters" : book + "/chapters"
    return !hasSummary(book) && hasSummary(inner) ? inner : book
  }

  /// The folder that the site stands in if no other is named: `site`, beside the book's folder.
  var site: String {
    let parts = folder.split(separator: "/", omittingEmptySubsequences: false).filter { !$0.isEmpty }
    let parent = (folder.hasPrefix("/") ? "/" : "") + parts.dropLast().joined(separator: "/")
    return parts.last == "." || parts.last == ".."
      ? folder + "/../site" : parent.isEmpty || parent == "/" ? parent + "site" : parent + "/site"
  }
}
