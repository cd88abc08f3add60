import Foundation
import Notebook
import Site

/// A book in a temporary folder that goes when the value does.
final class TemporaryBook: Sendable {
  /// The temporary folder, which holds the book and its site.
  let folder = FileManager.default.temporaryDirectory.appending(
    path: "site-tests-\(UUID().uuidString)", directoryHint: .isDirectory)
  var book: URL { folder.appending(path: "book") }
  var site: URL { folder.appending(path: "site") }

  /// A copy of a folder.
  init(copying source: URL) throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try FileManager.default.copyItem(at: source, to: book)
  }

  /// A book of some chapters, listed in the order given.
  init(_ chapters: KeyValuePairs<String, String>) throws {
    let lines = chapters.map { "- [\($0.key)](\($0.key).md)\n" }
    try write("# Book\n\n" + lines.joined(), to: "book/SUMMARY.md")
    for (name, text) in chapters { try write(text, to: "book/\(name).md") }
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  /// Writes a file of the temporary folder.
  func write(_ text: String, to path: String) throws {
    let file = folder.appending(path: path)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }

  /// Builds the book.
  func build(limits: Limits = Limits()) async throws -> BookBuild.Report {
    try await Workshop.shared.build(BookBuild(folder: book.path, output: site.path, limits: limits))
  }

  /// Diagnostics as an author sees them who stands in the book's folder.
  func text(of diagnostics: [Diagnostic]) -> String {
    let form = ConsoleForm(readingFiles: diagnostics)
    return diagnostics.map { form.text(of: $0).replacing(book.path + "/", with: "") + "\n" }.joined()
  }

  /// The same without lines of the source.
  func headlines(of diagnostics: [Diagnostic]) -> String {
    diagnostics.map { $0.description.replacing(book.path + "/", with: "") + "\n" }.joined()
  }

  /// What is between `<article>` and `</article>` on a chapter's page.
  func article(_ name: String) throws -> String {
    let page = try String(contentsOf: site.appending(path: name + ".html"), encoding: .utf8)
    return String(page.between("<article>\n", "</article>") ?? "")
  }

  /// Every file of the site, by its path.
  func siteFiles() throws -> [String: Data] { try files(in: site) }
}

/// Every file in a folder, by its path.
func files(in folder: URL) throws -> [String: Data] {
  var files: [String: Data] = [:]
  for path in try FileManager.default.subpathsOfDirectory(atPath: folder.path) {
    files[path] = FileManager.default.contents(atPath: folder.appending(path: path).path)
  }
  return files
}

extension StringProtocol {
  /// What stands between the first `opening` and the first `closing` after it.
  func between(_ opening: String, _ closing: String) -> SubSequence? {
    guard let start = range(of: opening), let end = self[start.upperBound...].range(of: closing) else {
      return nil
    }
    return self[start.upperBound..<end.lowerBound]
  }
}
