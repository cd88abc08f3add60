import Foundation

/// The files of a built site, read from its folder and from nowhere else.
///
/// Each name is opened in the folder before it, and no link is followed: a site has none, and no other path to a file can be
/// slipped in between looking and opening.
struct SiteFiles: Sendable {
  /// What stands at a path.
  enum Finding: Equatable {
    case file([UInt8])
    case folder
  }

  /// The site's folder, which may itself be a link.
  let folder: String

  /// What stands at a path; none where there is nothing, or something else than a file or a folder.
  func find(_ names: [String]) -> Finding? {
    var descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    for name in names where descriptor >= 0 {
      let parent = descriptor
      // Without O_NONBLOCK a named pipe would be waited for.
      descriptor = openat(parent, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
      close(parent)
    }
    guard descriptor >= 0 else { return nil }
    let file = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { return nil }
    switch status.st_mode & S_IFMT {
    case S_IFDIR: return .folder
    case S_IFREG: return (try? file.readToEnd() ?? Data()).map { .file(Array($0)) }
    default: return nil
    }
  }
}
