public import Foundation

/// A module that was compiled for a test, as the compiler tells of it.
public struct CompiledSample: Sendable {
  /// A step of the compiler that failed.
  public struct StepFailed: Error {
    /// What it said.
    public let words: String
  }

  /// The module's symbol graphs.
  public let graphs: [Data]

  /// Compiles files of a module; they are compiled in the order of their names.
  ///
  /// - Parameter files: sources by names.
  public init(_ module: String, _ files: [String: String]) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "sample-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for (name, text) in files { try Data(text.utf8).write(to: folder.appending(path: name)) }
    let sources = files.keys.sorted().map { folder.appending(path: $0).path }
    let interface = folder.appending(path: module + ".swiftmodule").path
    try CompiledSample.run(
      ["swiftc", "-emit-module", "-parse-as-library", "-module-name", module, "-o", interface] + sources)
    let information = try JSONSerialization.jsonObject(
      with: CompiledSample.run(["swiftc", "-print-target-info"]))
    let target = (information as? [String: Any])?["target"] as? [String: Any]
    try CompiledSample.run([
      "swift-symbolgraph-extract", "-module-name", module, "-I", folder.path, "-output-dir", folder.path,
      "-minimum-access-level", "public", "-skip-synthesized-members", "-target",
      target?["triple"] as? String ?? "",
    ])
    graphs = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter {
      $0.hasSuffix(".symbols.json")
    }.sorted().map { try Data(contentsOf: folder.appending(path: $0)) }
  }

  /// The graphs of a module of one file.
  public init(_ source: String) throws { try self.init("Sample", ["Sample.swift": source]) }

  @discardableResult private static func run(_ arguments: [String]) throws -> Data {
    let process = Process()
    let (output, errors) = (Pipe(), Pipe())
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = arguments
    (process.standardOutput, process.standardError) = (output, errors)
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    let words = errors.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      throw StepFailed(words: String(decoding: words, as: UTF8.self))
    }
    return data
  }
}
