import Foundation

/// Does some work while no other process does the like in a folder; waits until that is so.
///
/// The package manager has such a lock of its own, in the folder for temporary files, which two processes need not share.
///
/// - Throws: what `body` throws, `CancellationError`, or an error of the file system.
func withLockedFolder<Result>(_ folder: URL, _ body: () async throws -> Result) async throws -> Result {
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  let file = open(folder.appending(path: "lock").path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
  guard file >= 0 else { throw CocoaError(.fileWriteNoPermission) }
  // The lock ends with the descriptor, so also with a process that is killed.
  defer { close(file) }
  while flock(file, LOCK_EX | LOCK_NB) != 0 { try await Task.sleep(for: .milliseconds(20)) }
  return try await body()
}
