import CommonMark
import Foundation

extension Book {
  /// Reads a book.
  ///
  /// 1. `SUMMARY.md` names the chapters and their order.
  /// 2. Each named file must be there, in the folder, and named once.
  /// 3. Each is read as a chapter.
  /// 4. A link to a Markdown file must lead to a chapter, one to another file in the folder to one that is there.
  /// 5. All that is wrong, in any file, is collected and thrown together.
  ///
  /// - Parameter path: the folder, as the author names it.
  public init(readingAt path: String) throws(Failure) {
    let files = try BookFiles(path)
    let document = Document(parsing: try files.read("SUMMARY.md"))
    let summary = Summary(of: document)
    let summaryPath = files.path(of: "SUMMARY.md")
    var diagnostics: [Diagnostic] = []
    var chapters: [Chapter] = []
    var contents: [Entry] = []
    var named: [String: SourcePosition] = [:]
    for line in summary.lines {
      guard let destination = line.destination else {
        contents.append(Entry(title: line.title, chapter: nil, depth: line.depth))
        continue
      }
      do throws(Failure) {
        let file = try files.chapter(destination, at: line.position, in: summaryPath)
        if let first = named[file] {
          throw Failure([
            Diagnostic(
              .chapterTwice, path: summaryPath, at: line.position, "'\(file)' is linked twice",
              notes: [Diagnostic.Note(path: summaryPath, at: first, "it is linked here")])
          ])
        }
        named[file] = line.position
        let chapter = try Chapter(
          reading: files.read(file), path: files.path(of: file), name: String(file.dropLast(".md".count)))
        contents.append(Entry(title: line.title, chapter: chapters.count, depth: line.depth))
        chapters.append(chapter)
        diagnostics += chapter.warnings
      } catch {
        diagnostics += error.diagnostics
      }
    }
    if summary.lines.allSatisfy({ $0.destination == nil }) {
      diagnostics.append(
        Diagnostic(
          .noChapters, path: summaryPath,
          "this book has no chapters: list links to them, as in '- [Title](file.md)'"))
    }
    let names = Set(named.keys.map { String($0.dropLast(".md".count)) })
    let entries = Set(summary.lines.map(\.position))
    let summaryLinks = document.links.filter { !entries.contains($0.position) }
    diagnostics += deadLinks(summaryLinks, in: document, path: summaryPath, name: nil, names: names)
    for chapter in chapters {
      diagnostics += deadLinks(
        chapter.links, in: chapter.document, path: chapter.path, name: chapter.name, names: names)
    }
    var linked = files.linked(by: summaryLinks, path: summaryPath, source: nil, &diagnostics)
    for chapter in chapters {
      linked.formUnion(
        files.linked(by: chapter.links, path: chapter.path, source: chapter.name, &diagnostics))
    }
    let mathematics = Formulas(in: document, path: summaryPath)
    formulas = mathematics.byNode
    diagnostics += mathematics.diagnostics
    do throws(Failure) {
      settings = try BookSettings(reading: files, summary: document)
    } catch {
      settings = BookSettings()
      diagnostics += error.diagnostics
    }
    if diagnostics.containsError { throw Failure(diagnostics) }
    (self.path, self.summary, self.contents, self.chapters) = (path, document, contents, chapters)
    title = summary.title ?? files.folder.standardizedFileURL.lastPathComponent
    warnings = diagnostics
    for file in linked.sorted() { self.files[file] = try files.read(file) }
  }
}
