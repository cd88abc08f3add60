import CommonMark
import Foundation

/// The files in a book's folder, by their paths in it.
struct BookFiles {
  /// The folder, as the author named it.
  private let name: String
  /// The folder.
  let folder: URL

  /// The files of a folder that must be there.
  init(_ path: String) throws(Failure) {
    (name, folder) = (path, URL(fileURLWithPath: path, isDirectory: true))
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: folder.path, isDirectory: &isFolder) else {
      throw Failure(.noBook, path: path, "there is no such folder")
    }
    guard isFolder.boolValue else { throw Failure(.noBook, path: path, "this is a file; a book is a folder") }
    guard FileManager.default.isReadableFile(atPath: folder.path) else {
      throw Failure(.noBook, path: path, "this folder cannot be read")
    }
  }

  /// A file's path as an author writes it who named the folder.
  func path(of file: String) -> String { name.hasSuffix("/") ? name + file : "\(name)/\(file)" }

  /// Whether there is such a file.
  func contains(_ file: String) -> Bool {
    FileManager.default.fileExists(atPath: folder.appending(path: file).path)
  }

  /// The content of a file.
  func read(_ file: String) throws(Failure) -> [UInt8] {
    guard contains(file) else {
      throw Failure(.unreadableFile, path: path(of: file), "there is no such file")
    }
    do {
      return Array(try Data(contentsOf: folder.appending(path: file)))
    } catch {
      throw Failure(.unreadableFile, path: path(of: file), "this file cannot be read")
    }
  }

  /// The file that a link of the summary means, as its path in the folder.
  func chapter(
    _ destination: String, at position: SourcePosition, in summary: String
  ) throws(Failure) -> String {
    guard !destination.contains("#"), let link = ChapterLink(destination, in: nil) else {
      throw Failure(
        .notAChapter, path: summary, at: position, "'\(destination)' is not a Markdown file of this book")
    }
    let outside = Failure(
      .outsideBook, path: summary, at: position, "'\(destination)' is outside the book's folder")
    if link.leadsOutside { throw outside }
    let file = link.name + ".md"
    if link == .summary || link.name == "index" {
      throw Failure(
        .notAChapter, path: summary, at: position,
        "'\(file)' cannot be a chapter: the table of contents is the page 'index.html'")
    }
    guard contains(file) else {
      let likely = link.likely(among: chapterNames).map { "; did you mean '\($0).md'?" } ?? ""
      throw Failure(.missingChapter, path: summary, at: position, "there is no file '\(file)' here" + likely)
    }
    let root = folder.resolvingSymlinksInPath().path
    let url = folder.appending(path: file).resolvingSymlinksInPath()
    guard url.path.hasPrefix(root.hasSuffix("/") ? root : root + "/") else { throw outside }
    return file
  }

  /// The Markdown files in the folder but for the summary, without `.md`.
  private var chapterNames: [String] {
    let paths = (try? FileManager.default.subpathsOfDirectory(atPath: folder.path)) ?? []
    return paths.filter { $0.hasSuffix(".md") && $0 != "SUMMARY.md" }.map { String($0.dropLast(".md".count)) }
  }
}
