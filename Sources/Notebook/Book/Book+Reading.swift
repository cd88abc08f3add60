import CommonMark
import Foundation

extension Book {
  /// Reads a book.
  ///
  /// 1. `SUMMARY.md` names the chapters and their order.
  /// 2. Each named file must be there, in the folder, and named once.
  /// 3. Each is read as a chapter.
  /// 4. A link to a Markdown file must lead to a chapter.
  /// 5. All that is wrong, in any file, is collected and thrown together.
  ///
  /// - Parameter path: the folder, as the author names it.
  public init(readingAt path: String) throws(Failure) {
    let folder = URL(fileURLWithPath: path, isDirectory: true)
    try requireFolder(at: folder, path: path)
    let summaryPath = joined(path, "SUMMARY.md")
    let bytes = try read(folder.appending(path: "SUMMARY.md"), path: summaryPath)
    let document = Document(parsing: bytes)
    let summary = Summary(of: document)
    var diagnostics: [Diagnostic] = []
    var chapters: [Chapter] = []
    var contents: [Entry] = []
    var named: [String: SourcePosition] = [:]
    func report(_ failure: Failure) { diagnostics += failure.diagnostics }
    for line in summary.lines {
      guard let destination = line.destination else {
        contents.append(Entry(title: line.title, chapter: nil, depth: line.depth))
        continue
      }
      do throws(Failure) {
        let file = try chapterFile(destination, in: folder, summaryPath: summaryPath, at: line.position)
        if let first = named[file] {
          throw Failure([
            Diagnostic(
              path: summaryPath, at: line.position, "'\(file)' is linked twice",
              notes: [Diagnostic(.note, path: summaryPath, at: first, "it is linked here")])
          ])
        }
        named[file] = line.position
        let chapterPath = joined(path, file)
        let chapter = try Chapter(
          reading: read(folder.appending(path: file), path: chapterPath), path: chapterPath,
          name: String(file.dropLast(".md".count)))
        contents.append(Entry(title: line.title, chapter: chapters.count, depth: line.depth))
        chapters.append(chapter)
      } catch {
        report(error)
      }
    }
    if summary.lines.allSatisfy({ $0.destination == nil }) {
      report(
        Failure(
          path: summaryPath, "this book has no chapters: list links to them, as in '- [Title](file.md)'"))
    }
    let names = Set(named.keys.map { String($0.dropLast(".md".count)) })
    let entries = Set(summary.lines.map(\.position))
    diagnostics += deadLinks(in: document, path: summaryPath, name: nil, names: names).filter {
      !entries.contains($0.range.start)
    }
    for chapter in chapters {
      diagnostics += deadLinks(in: chapter.document, path: chapter.path, name: chapter.name, names: names)
    }
    guard diagnostics.isEmpty else { throw Failure(diagnostics) }
    self.init(
      path: path, title: summary.title ?? folder.standardizedFileURL.lastPathComponent, summary: document,
      contents: contents, chapters: chapters)
  }
}

/// A path in a folder, both as an author writes them.
private func joined(_ folder: String, _ file: String) -> String {
  folder.hasSuffix("/") ? folder + file : "\(folder)/\(file)"
}

private func requireFolder(at url: URL, path: String) throws(Failure) {
  var isFolder: ObjCBool = false
  guard FileManager.default.fileExists(atPath: url.path, isDirectory: &isFolder) else {
    throw Failure(path: path, "there is no such folder")
  }
  guard isFolder.boolValue else { throw Failure(path: path, "this is a file; a book is a folder") }
  guard FileManager.default.isReadableFile(atPath: url.path) else {
    throw Failure(path: path, "this folder cannot be read")
  }
}

private func read(_ url: URL, path: String) throws(Failure) -> [UInt8] {
  guard FileManager.default.fileExists(atPath: url.path) else {
    throw Failure(path: path, "there is no such file")
  }
  do {
    return Array(try Data(contentsOf: url))
  } catch {
    throw Failure(path: path, "this file cannot be read")
  }
}

/// The links of a text that mean a Markdown file, but no chapter of the book.
///
/// - Parameters:
///   - name: the chapter that the text is, none for the summary.
///   - names: the names of the book's chapters.
private func deadLinks(in document: Document, path: String, name: String?, names: Set<String>) -> [Diagnostic]
{
  document.nodes.compactMap { node in
    guard case .link(let destination, _) = node.kind, let link = ChapterLink(destination, in: name),
      !names.contains(link.name), link != .summary
    else { return nil }
    return Diagnostic(
      path: path, at: node.range?.start ?? .start, "there is no chapter '\(destination)' in this book")
  }
}

/// The file in the book that a link of the summary means, as its path in the folder.
private func chapterFile(
  _ destination: String, in folder: URL, summaryPath: String, at position: SourcePosition
) throws(Failure) -> String {
  func failure(_ message: String) -> Failure { Failure(path: summaryPath, at: position, message) }
  guard !destination.contains("#"), let link = ChapterLink(destination, in: nil) else {
    throw failure("'\(destination)' is not a Markdown file of this book")
  }
  guard !link.leadsOutside else { throw failure("'\(destination)' is outside the book's folder") }
  let file = link.name + ".md"
  let url = folder.appending(path: file)
  guard FileManager.default.fileExists(atPath: url.path) else {
    throw failure("there is no file '\(file)' here")
  }
  let root = folder.resolvingSymlinksInPath().path
  guard url.resolvingSymlinksInPath().path.hasPrefix(root.hasSuffix("/") ? root : root + "/") else {
    throw failure("'\(destination)' is outside the book's folder")
  }
  return file
}
