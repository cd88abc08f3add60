import Foundation

/// Every file in a folder, at any depth and behind links, by its real path.
///
/// Names that begin with `.` or `#` or end with `~` are passed over: editors write those beside what they save.
///
/// - Parameters:
///   - root: the folder, or a file, which then is all there is.
///   - left: the real path of a folder that is left out.
func files(under root: String, leavingOut left: String? = nil) -> [String] {
  var (found, seen, waiting): ([String], Set<String>, [String]) = ([], [], [realPath(root)])
  while let path = waiting.popLast() {
    // A link may lead back to where it stands.
    guard path != left, seen.insert(path).inserted else { continue }
    guard let folder = opendir(path) else {
      found.append(path)
      continue
    }
    defer { closedir(folder) }
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        String(cString: UnsafeRawPointer($0).assumingMemoryBound(to: CChar.self))
      }
      if name.hasPrefix(".") || name.hasPrefix("#") || name.hasSuffix("~") { continue }
      let child = path == "/" ? "/\(name)" : "\(path)/\(name)"
      switch Int(entry.pointee.d_type) {
      case Int(DT_REG): found.append(child)
      case Int(DT_DIR): waiting.append(child)
      // A link, or a file system that does not tell.
      default: waiting.append(realPath(child))
      }
    }
  }
  return found
}

/// A path without links, as far as it leads to something.
func realPath(_ path: String) -> String {
  if let real = realpath(path, nil) {
    defer { free(real) }
    return String(cString: real)
  }
  let url = URL(fileURLWithPath: path).standardizedFileURL
  let parent = url.deletingLastPathComponent().path
  if parent == url.path || parent.isEmpty { return url.path }
  let real = realPath(parent)
  return real == "/" ? "/\(url.lastPathComponent)" : "\(real)/\(url.lastPathComponent)"
}
