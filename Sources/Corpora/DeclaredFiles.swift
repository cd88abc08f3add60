import Foundation

/// The one place through which this module reaches files.
///
/// In the cells of a book, only files that the chapter declares to read may be reached: the book could not know when to
/// run the chapter anew. The engine names them in the environment; in a program of one's own, all may be reached.
enum DeclaredFiles {
  /// The bytes of a file.
  ///
  /// - Throws: ``CorpusError/undeclared(_:)``, ``CorpusError/unreadable(_:)``.
  static func bytes(_ path: String) throws(CorpusError) -> [UInt8] {
    try check(path)
    guard let data = FileManager.default.contents(atPath: path) else { throw .unreadable(path) }
    return [UInt8](data)
  }

  /// The names in a folder, sorted, without those that begin with a full stop.
  ///
  /// - Throws: ``CorpusError/undeclared(_:)``, ``CorpusError/missingFolder(_:)``.
  static func names(inFolder path: String) throws(CorpusError) -> [String] {
    try check(path)
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: path) else {
      throw .missingFolder(path)
    }
    return names.filter { !$0.hasPrefix(".") }.sorted()
  }

  private static func check(_ path: String) throws(CorpusError) {
    guard let declared = ProcessInfo.processInfo.environment["BOOK_READS"] else { return }
    let asked = URL(fileURLWithPath: path).standardizedFileURL.path
    let isDeclared = declared.split(separator: "\n").contains { asked == $0 || asked.hasPrefix("\($0)/") }
    if !isDeclared { throw .undeclared(path) }
  }
}
