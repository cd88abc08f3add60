import Foundation

/// What a built library came from and what it is: enough to know, without building, that a build would change nothing.
struct LibraryState: Codable, Sendable {
  /// The package's description, the sources, and the folders that hold them: a file that is added changes its folder.
  var inputs: [FileStamp]
  /// The library and its modules.
  var products: [FileStamp]
  /// The compiler.
  var compiler: String
  /// The processor.
  var processor: String

  /// The state of a library as it was just built, with SwiftPM's own list of sources.
  ///
  /// - Parameters:
  ///   - descriptions: the descriptions of the packages that take part.
  ///   - folder: where SwiftPM puts what it builds.
  ///   - library: the library's file.
  init(descriptions: [URL], folder: URL, library: URL) {
    let modules = BuiltModules(in: folder)
    let sources = modules.sources.values.reduce(into: Set()) { $0.formUnion($1) }
    let folders = Set(sources.map { URL(fileURLWithPath: $0).deletingLastPathComponent().path })
    inputs = (sources.union(folders).sorted() + descriptions.map(\.path)).compactMap { FileStamp($0) }
    products = ([library.path] + modules.files.map(\.path)).compactMap { FileStamp($0) }
    compiler = Toolchain.identity
    processor = Processor.identity
  }

  /// Whether the library was built in a folder, and not in another that was moved or copied to its place.
  func isBuilt(in folder: URL) -> Bool { products.allSatisfy { $0.path.hasPrefix(folder.path + "/") } }

  /// Whether nothing has changed since, and the packages are those that took part.
  func holds(for descriptions: [URL]) -> Bool {
    Set(descriptions.map(\.path)).isSubset(of: inputs.map(\.path)) && compiler == Toolchain.identity
      && processor == Processor.identity && !products.isEmpty
      && inputs.allSatisfy(\.holds) && products.allSatisfy(\.holds)
  }
}

/// The processor that code is compiled for.
enum Processor {
  /// What tells it from another: its name and what it can do.
  static let identity: String = {
    let lines = (try? String(contentsOfFile: "/proc/cpuinfo", encoding: .utf8))?.split(separator: "\n") ?? []
    let telling = ["model name", "flags", "Features", "CPU part"].compactMap { name in
      lines.first { $0.hasPrefix(name) }
    }
    return telling.joined(separator: "\n")
  }()
}

extension Toolchain {
  /// The compiler that the search path leads to, `swiftc`.
  private static let driver: URL? = {
    let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
    return path.split(separator: ":").lazy.map {
      URL(fileURLWithPath: "\($0)/swiftc").resolvingSymlinksInPath()
    }.first { FileStamp($0.path) != nil }
  }()

  /// The folder of the compiler and of the tools that came with it.
  static var folder: URL? { driver?.deletingLastPathComponent() }

  /// What `swiftc` calls for each step of its work.
  static let frontend: URL? = driver.map { $0.deletingLastPathComponent().appending(path: "swift-frontend") }
    .flatMap { FileManager.default.isExecutableFile(atPath: $0.path) ? $0 : nil }

  /// What tells the compiler from another: the files that `swiftc` and what it calls are.
  static let identity = [driver, frontend].compactMap { file in
    file.flatMap { FileStamp($0.path)?.description }
  }.joined(separator: "\n")
}
