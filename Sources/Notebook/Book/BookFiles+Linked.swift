import Foundation
import Spelling

extension BookFiles {
  /// The files that a text shows or links and that go into the site with it, by their paths in the book's folder.
  ///
  /// - Parameters:
  ///   - links: the text's links and pictures.
  ///   - path: the text's file, as the author named it.
  ///   - source: the chapter that the text is, by its path without `.md`; none for the summary.
  ///   - diagnostics: takes what is wrong with any of them.
  func linked(
    by links: [TextLink], path: String, source: String?, _ diagnostics: inout [Diagnostic]
  ) -> Set<String> {
    var found: Set<String> = []
    // Listed once, and only where a file is missing.
    lazy var known = files
    for link in links {
      guard let file = bookPath(of: link.destination, from: source),
        link.isPicture || !file.hasSuffix(".md")
      else { continue }
      func report(_ identifier: Diagnostic.Identifier, _ message: String) {
        // The page is right but for this; and a file may come to its place in another way.
        diagnostics.append(Diagnostic(identifier, .warning, path: path, at: link.position, message))
      }
      if file.hasPrefix("..") || !isWithin(file) {
        report(.outsideBook, "'\(link.destination)' is outside the book's folder")
      } else if isFile(file) {
        found.insert(file)
      } else if contains(file) {
        report(.deadLink, "'\(file)' is a folder, and a page can show or link files only")
      } else {
        let likely = NearMiss.of(file, in: known).map { "; did you mean '\($0)'?" } ?? ""
        report(.deadLink, "there is no file '\(file)' in the book's folder" + likely)
      }
    }
    return found
  }

  /// Whether a path stays in the folder, behind symbolic links, too.
  private func isWithin(_ file: String) -> Bool {
    let root = folder.resolvingSymlinksInPath().path
    let path = folder.appending(path: file).resolvingSymlinksInPath().path
    return path.hasPrefix(root.hasSuffix("/") ? root : root + "/")
  }

  private func isFile(_ file: String) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: folder.appending(path: file).path, isDirectory: &isFolder)
      && !isFolder.boolValue
  }

  /// Every file in the folder.
  private var files: [String] {
    ((try? FileManager.default.subpathsOfDirectory(atPath: folder.path)) ?? []).filter(isFile)
  }
}
