import Foundation

/// The modules that SwiftPM built in a folder.
struct BuiltModules {
  /// The folder with their interfaces.
  let folder: URL
  /// The sources of each module, by SwiftPM's own lists.
  let sources: [String: Set<String>]

  /// The modules of a folder.
  init(in build: URL) {
    folder = build.appending(path: "Modules")
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    let names = files.filter { $0.hasSuffix(".swiftmodule") }.map {
      String($0.dropLast(".swiftmodule".count))
    }
    sources = Dictionary(
      names.map { name in
        let list = build.appending(path: "\(name).build/sources")
        let text = (try? String(contentsOf: list, encoding: .utf8)) ?? ""
        return (name, Set(text.split(separator: "\n").map { $0.replacingOccurrences(of: "\\ ", with: " ") }))
      }
    ) { first, _ in first }
  }

  /// The modules' files.
  var files: [URL] { sources.keys.sorted().map { folder.appending(path: $0 + ".swiftmodule") } }

  /// The modules whose sources stand in one of some folders, and none in another.
  func names(of folders: [URL], without other: URL) -> [String] {
    sources.filter { _, files in
      !files.isEmpty
        && files.allSatisfy { file in
          folders.contains { file.hasPrefix($0.path + "/") } && !file.hasPrefix(other.path + "/")
        }
    }.keys.sorted()
  }
}
