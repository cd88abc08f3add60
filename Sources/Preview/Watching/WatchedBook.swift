import Foundation
import Notebook
import Synchronization

/// The files that a book is made of, looked at without reading them.
///
/// 1. The book's folder, without the site, should that stand in it.
/// 2. The files and folders that the chapters declare to read; the book is read for these when its Markdown has changed.
/// 3. The sources of the library that cells import.
///
/// A look costs a system call for each file and one for each folder.
final class WatchedBook: Sendable {
  private struct Declared {
    /// The Markdown files and settings that the declarations were read from.
    var texts: [String: FileStamp]?
    var files: [String] = []
    /// The sources of the library.
    var sources: [String] = []
  }

  private let book: String
  private let output: String
  private let package: String?
  private let declared = Mutex(Declared())

  /// A book's files.
  ///
  /// - Parameters:
  ///   - book: the book's folder.
  ///   - output: the site's folder.
  ///   - package: the package whose libraries the cells import, where the author names it.
  init(book: String, output: String, package: String?) {
    (self.book, self.output, self.package) = (book, output, package)
  }

  /// What the files are now.
  func look() -> FolderState {
    var state = FolderState()
    let output = realPath(output)
    for path in files(under: book, leavingOut: output) {
      guard let stamp = FileStamp(path) else { continue }
      if path.hasSuffix(".md") || path.hasSuffix("/book.json") {
        state.inputs[path] = stamp
      } else {
        state.others[path] = stamp
      }
    }
    for root in otherInputs(state.inputs) {
      for path in files(under: root, leavingOut: output) {
        guard let stamp = state.others.removeValue(forKey: path) ?? FileStamp(path) else { continue }
        state.inputs[path] = stamp
      }
    }
    return state
  }

  /// What the chapters declare to read, and the library's sources. While the book cannot be read, what they last were.
  private func otherInputs(_ texts: [String: FileStamp]) -> [String] {
    declared.withLock { declared in
      guard declared.texts != texts else { return declared.files + declared.sources }
      declared.texts = texts
      if let read = try? Book(readingAt: book) {
        let folder = URL(fileURLWithPath: book, isDirectory: true)
        let shown = read.files.keys.map { folder.appending(path: $0) }
        declared.files = (read.chapters.flatMap { $0.declaredFiles(in: folder) } + shown).map(\.path)
        let place = try? BookPlace(of: book, package: package, settings: read.settings)
        let root = place.flatMap { $0.libraries.isEmpty ? nil : $0.package }
        declared.sources =
          root.map { root in ["Package.swift", "Sources"].map { root.appending(path: $0).path } } ?? []
      }
      return declared.files + declared.sources
    }
  }
}
