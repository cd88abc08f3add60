import Foundation

/// The one place through which this module reaches files: whoever limits what may be read does it here.
enum DeclaredFiles {
  /// The bytes of a file.
  ///
  /// - Throws: ``CorpusError/unreadable(_:)``.
  static func bytes(_ path: String) throws(CorpusError) -> [UInt8] {
    guard let data = FileManager.default.contents(atPath: path) else { throw .unreadable(path) }
    return [UInt8](data)
  }

  /// The names in a folder, sorted, without those that begin with a full stop.
  ///
  /// - Throws: ``CorpusError/missingFolder(_:)``.
  static func names(inFolder path: String) throws(CorpusError) -> [String] {
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: path) else {
      throw .missingFolder(path)
    }
    return names.filter { !$0.hasPrefix(".") }.sorted()
  }
}
