public import Foundation

/// A folder that a build makes for itself and removes, named after its process.
///
/// A build that is killed leaves its folder behind. The next one that makes a folder with the same beginning in the same
/// place finds that its process is no more, ends what it left running there, and removes it.
public struct TemporaryFolder: Sendable {
  /// Where it is.
  public let url: URL

  /// Names a folder in `parent` whose name begins with `prefix`; it is not made yet. What builds left behind goes.
  public init(in parent: URL, prefix: String) {
    for name in (try? FileManager.default.contentsOfDirectory(atPath: parent.path)) ?? [] {
      guard name.hasPrefix(prefix), let process = pid_t(name.dropFirst(prefix.count).prefix { $0.isNumber }),
        kill(process, 0) != 0, errno == ESRCH
      else { continue }
      let left = parent.appending(path: name)
      // A chapter's program may still run.
      ChapterRun.endProcesses(writing: left.path + "/")
      try? FileManager.default.removeItem(at: left)
    }
    let process = ProcessInfo.processInfo.processIdentifier
    url = parent.appending(
      path: "\(prefix)\(process)-\(UUID().uuidString.prefix(8))", directoryHint: .isDirectory)
  }

  /// Removes the folder.
  public func remove() { try? FileManager.default.removeItem(at: url) }
}
