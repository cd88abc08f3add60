public import Foundation

/// The records of chapters that were run, each with all that it depends on.
///
/// A record is found by its chapter and taken only where everything is as it was, compared as text and not by a hash. Only
/// chapters without errors have records. Builds at the same time may share the folder.
public struct ChapterCache: Sendable {
  /// The records' folder.
  let folder: URL
  /// Whether records are taken; they are kept in any case.
  var isRead = true

  /// A cache in a folder, which need not be there.
  public init(folder: URL, isRead: Bool = true) {
    self.folder = folder
    self.isRead = isRead
  }

  private struct Entry<Record: Codable>: Codable {
    var key: String
    var record: Record
  }

  /// The record of a chapter, if there is one for the key.
  func record(of chapter: String, key: String) -> ChapterRecord? {
    record(ChapterRecord.self, of: chapter, key: key)
  }

  /// The record of a type that was kept under a name for a key.
  func record<Record: Codable>(_ type: Record.Type, of chapter: String, key: String) -> Record? {
    guard isRead, let entry = SealedFile.read(Entry<Record>.self, from: file(chapter, key)), entry.key == key
    else { return nil }
    return entry.record
  }

  /// Keeps a record, and forgets older ones of the chapter but for a few: what is undone is often wanted again.
  ///
  /// A record that cannot be kept is not: the chapter will be run again.
  func keep<Record: Codable>(_ record: Record, of chapter: String, key: String) {
    let (entry, file) = (Entry(key: key, record: record), file(chapter, key))
    if (try? SealedFile.write(entry, to: file)) == nil {
      // Something that no record is may stand in its place, such as a folder.
      try? FileManager.default.removeItem(at: file)
      try? SealedFile.write(entry, to: file)
    }
    for old in files(of: chapter).dropFirst(4) { try? FileManager.default.removeItem(at: old) }
  }

  /// The record of the chapter's last run, of whatever it depended on; none if it was never run.
  func lastRecord(of chapter: String) -> ChapterRecord? {
    files(of: chapter).first.flatMap { SealedFile.read(Entry<ChapterRecord>.self, from: $0)?.record }
  }

  /// Empties the cache.
  public func clean() throws {
    let aside = TemporaryFolder(
      in: folder.deletingLastPathComponent(), prefix: ".\(folder.lastPathComponent).")
    guard FileManager.default.fileExists(atPath: folder.path) else { return }
    // A build may keep a record at this moment: it makes the folder anew.
    try FileManager.default.moveItem(at: folder, to: aside.url)
    aside.remove()
  }

  private func folder(of chapter: String) -> URL { folder.appending(path: Digest(of: chapter).name) }

  private func file(_ chapter: String, _ key: String) -> URL {
    folder(of: chapter).appending(path: Digest(of: key).name)
  }

  /// The files of a chapter, the newest first.
  private func files(of chapter: String) -> [URL] {
    let files =
      (try? FileManager.default.contentsOfDirectory(
        at: folder(of: chapter), includingPropertiesForKeys: [.contentModificationDateKey])) ?? []
    func date(_ file: URL) -> Date {
      (try? file.resourceValues(forKeys: [.contentModificationDateKey]))?.contentModificationDate
        ?? .distantPast
    }
    return files.map { ($0, date($0)) }.sorted { $0.1 > $1.1 }.map(\.0)
  }
}
