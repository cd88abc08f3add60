public import Foundation
import Subprocess
import SystemPackage

/// What the compiler knows of the public names of the library that cells import, in files beside the library.
///
/// They are extracted once for each state of the library, and taken as they are until it is another.
public struct SymbolGraphs: Codable, Equatable, Sendable {
  /// What tells the library's documentation from another's.
  public let identity: String
  /// The modules of the book's package and of this one, in the order of their names.
  public let modules: [String]

  /// The modules whose names any program may use.
  static let standard = ["Foundation", "Swift"]

  /// The graphs of a module: its own, and those of what it adds to others.
  public func graphs(of module: String, in documentation: URL) throws -> [Data] {
    try SymbolGraphs.files(in: documentation.appending(path: "symbols")) {
      $0 == module + SymbolGraphs.ending || $0.hasPrefix(module + "@") && $0.hasSuffix(SymbolGraphs.ending)
    }
  }

  /// The graphs of what any program may use.
  public func standardGraphs(in documentation: URL) throws -> [Data] {
    try SymbolGraphs.files(in: documentation.appending(path: "symbols/standard")) {
      $0.hasSuffix(SymbolGraphs.ending)
    }
  }

  private static let ending = ".symbols.json"

  private static func files(in folder: URL, where isMeant: (String) -> Bool) throws -> [Data] {
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    return try names.filter(isMeant).sorted().map { try Data(contentsOf: folder.appending(path: $0)) }
  }
}

extension RuntimeLibrary {
  /// The folder for what is known of the library's names, beside the library.
  public var documentation: URL { scratch.appending(path: "documentation") }

  /// The graphs of this library, extracted where those that are there are of another state.
  ///
  /// - Throws: a `Failure` that says which module's graph cannot be had, and why.
  public func symbolGraphs() async throws -> SymbolGraphs {
    let record = documentation.appending(path: "symbols-state")
    func known() -> SymbolGraphs? {
      SealedFile.read(SymbolGraphs.self, from: record).flatMap {
        $0.identity == documentationIdentity ? $0 : nil
      }
    }
    if let known = known() { return known }
    return try await withLockedFolder(documentation) {
      // Another process may have extracted them in the meantime.
      if let known = known() { return known }
      let folder = documentation.appending(path: "symbols")
      try? FileManager.default.removeItem(at: folder)
      let modules = BuiltModules(in: self.folder).names(
        of: packages, without: scratch.resolvingSymlinksInPath()
      ).filter { $0 != RuntimePackage.product }
      let target = try await target()
      try await withThrowingTaskGroup(of: Void.self) { group in
        for module in modules { group.addTask { try await extract(module, for: target, to: folder) } }
        for module in SymbolGraphs.standard {
          group.addTask { try await extract(module, for: target, to: folder.appending(path: "standard")) }
        }
        try await group.waitForAll()
      }
      let graphs = SymbolGraphs(identity: documentationIdentity, modules: modules)
      try SealedFile.write(graphs, to: record)
      return graphs
    }
  }

  /// Writes the graphs of a module's public names.
  private func extract(_ module: String, for target: String, to folder: URL) async throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try await tool(
      "swift-symbolgraph-extract",
      [
        "-module-name", module, "-I", self.folder.appending(path: "Modules").path, "-target", target,
        "-minimum-access-level", "public", "-skip-synthesized-members", "-output-dir", folder.path,
      ], for: module)
  }

  /// The machine that the compiler compiles for, as it names it.
  private func target() async throws -> String {
    struct Information: Decodable {
      struct Target: Decodable { let triple: String }
      let target: Target
    }
    let words = try await tool("swiftc", ["-print-target-info"], for: "Swift")
    return try JSONDecoder().decode(Information.self, from: Data(words.utf8)).target.triple
  }

  /// Runs a tool that stands beside the compiler, and gives what it printed.
  @discardableResult private func tool(
    _ name: String, _ arguments: [String], for module: String
  ) async throws -> String {
    func failure(_ words: String) -> Failure {
      Failure([
        Diagnostic(
          .noLibraryPages, .warning, path: packages.last?.path ?? "",
          "the names of '\(module)' have no pages: \(words)")
      ])
    }
    let executable = Toolchain.folder.map { Executable.path(FilePath($0.appending(path: name).path)) }
    do {
      let result = try await run(
        executable ?? .name(name), arguments: Arguments(arguments), platformOptions: .ownGroup, input: .none,
        output: .string(limit: 1 << 24), error: .string(limit: 1 << 24))
      guard result.terminationStatus.isSuccess else {
        throw failure("\(name) fails:\n\(result.standardError)")
      }
      return result.standardOutput
    } catch let error as SubprocessError {
      try Task.checkCancellation()
      throw failure("\(name) cannot be run: \(error)")
    }
  }
}
