import Notebook

/// What the watched files were at a moment, told by their stamps.
///
/// Files that are not there have none, so a file that is made, changed, renamed or removed gives another state.
struct FolderState: Equatable, Sendable {
  /// What decides how the book comes out: its chapters, the files they declare to read, the library's sources.
  var inputs: [String: FileStamp] = [:]
  /// The other files of the book's folder. The programs of chapters may write these themselves.
  var others: [String: FileStamp] = [:]
}
