import Foundation

/// What tells without reading a file whether it is the one it was: which it is, how large, and when it last changed.
///
/// The time is that of the last change of the file or of what is known of it, to the nanosecond. No program can set it, so
/// a file that was written over, put back or touched never has the stamp it had.
package struct FileStamp: Codable, Equatable, Sendable {
  package let path: String
  private let file: UInt64
  private let size: Int64
  private let seconds: Int
  private let nanoseconds: Int

  /// The stamp of a file or a folder; none where there is none.
  package init?(_ path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    self.path = path
    file = UInt64(status.st_ino)
    size = Int64(status.st_size)
    #if os(Linux)
      (seconds, nanoseconds) = (status.st_ctim.tv_sec, status.st_ctim.tv_nsec)
    #else
      (seconds, nanoseconds) = (status.st_ctimespec.tv_sec, status.st_ctimespec.tv_nsec)
    #endif
  }

  /// Whether the file is still the one it was.
  package var holds: Bool { FileStamp(path) == self }

  /// Whether the last change is older than a moment.
  func isOlder(than moment: Date) -> Bool {
    Double(seconds) + Double(nanoseconds) / 1e9 < moment.timeIntervalSince1970
  }

  /// The stamp as text.
  package var description: String { "\(path) \(file) \(size) \(seconds).\(nanoseconds)" }
}
