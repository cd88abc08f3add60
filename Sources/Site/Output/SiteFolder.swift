import Foundation
import Notebook

/// The folder that a site is written to.
///
/// The new site is written beside the old one and takes its place in one step, so a reader, or a build that is
/// interrupted, sees the old site whole or the new one whole.
struct SiteFolder {
  /// The folder, as the author named it.
  let path: String
  /// Where the folder is, behind any symbolic link, so that the link stays.
  private var url: URL {
    URL(fileURLWithPath: path, isDirectory: true).standardizedFileURL.resolvingSymlinksInPath()
  }

  init(path: String) { self.path = path }

  /// Finds out, before any work is done, whether a site may be written here.
  func check() throws(Failure) {
    let files = FileManager.default
    var isFolder: ObjCBool = false
    guard files.fileExists(atPath: url.path, isDirectory: &isFolder) else {
      return try requireWritable(existingAncestor)
    }
    guard isFolder.boolValue else {
      throw Failure(.unwritableSite, path: path, "this is a file; a site is a folder")
    }
    let content = (try? files.contentsOfDirectory(atPath: url.path)) ?? []
    guard content.isEmpty || isSite else {
      throw Failure(
        .notASite, path: path,
        "this folder holds something else than a site made by build-book; it is left alone")
    }
    try requireWritable(url)
    try requireWritable(url.deletingLastPathComponent())
  }

  /// Whether a site that build-book made stands here.
  var isSite: Bool {
    let index = (try? String(contentsOf: url.appending(path: "index.html"), encoding: .utf8)) ?? ""
    return index.contains("<meta name=\"generator\" content=\"\(Page.generator)\">")
  }

  /// Every file of the site that stands, by its path in the folder.
  func files() throws(Failure) -> [String: [UInt8]] {
    guard let paths = try? FileManager.default.subpathsOfDirectory(atPath: url.path) else {
      throw Failure(.noSite, path: path, "there is no site here; build-book makes one")
    }
    var files: [String: [UInt8]] = [:]
    for path in paths {
      var isFolder: ObjCBool = false
      let file = url.appending(path: path).path
      guard FileManager.default.fileExists(atPath: file, isDirectory: &isFolder), !isFolder.boolValue else {
        continue
      }
      files[path] = FileManager.default.contents(atPath: file).map { Array($0) } ?? []
    }
    return files
  }

  /// Puts a site in the folder's place.
  func write(_ site: Site) throws(Failure) {
    let parent = url.deletingLastPathComponent()
    let temporary = TemporaryFolder(in: parent, prefix: ".\(url.lastPathComponent).")
    let fresh = temporary.url
    do {
      defer { temporary.remove() }
      for (name, content) in site.files.sorted(by: { $0.key < $1.key }) {
        let file = fresh.appending(path: name)
        try FileManager.default.createDirectory(
          at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(content).write(to: file)
      }
      try exchange(fresh, url)
    } catch {
      throw Failure(
        .unwritableSite, path: path, "the site cannot be written here: \(error.localizedDescription)")
    }
  }

  /// Gives the new folder the old one's name, and the old one, where there is one, the new one's.
  private func exchange(_ fresh: URL, _ old: URL) throws {
    if !FileManager.default.fileExists(atPath: old.path) {
      do {
        return try FileManager.default.moveItem(at: fresh, to: old)
      } catch {
        // Another build may have put its site here in the meantime.
        guard FileManager.default.fileExists(atPath: old.path) else { throw error }
      }
    }
    if exchangeFolders(fresh, old) { return }
    // A file system that cannot exchange two folders: the old site is away for a moment.
    let aside = fresh.appendingPathExtension("old")
    try FileManager.default.moveItem(at: old, to: aside)
    do {
      try FileManager.default.moveItem(at: fresh, to: old)
    } catch {
      try FileManager.default.moveItem(at: aside, to: old)
      throw error
    }
    try FileManager.default.removeItem(at: aside)
  }

  private var existingAncestor: URL {
    var folder = url.deletingLastPathComponent()
    while !FileManager.default.fileExists(atPath: folder.path), folder.path != "/" {
      folder.deleteLastPathComponent()
    }
    return folder
  }

  private func requireWritable(_ folder: URL) throws(Failure) {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: folder.path, isDirectory: &isFolder), isFolder.boolValue,
      FileManager.default.isWritableFile(atPath: folder.path)
    else {
      throw Failure(
        .unwritableSite, path: path,
        "a site cannot be written here: '\(folder.path)' is not a folder one may write to")
    }
  }
}
