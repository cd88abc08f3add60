import Foundation
import Synchronization

/// A run of `build-book` as a process.
final class Command: Sendable {
  /// The executable, which stands beside the tests.
  private static let executable: URL = {
    #if os(Linux)
      let tests = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
    #else
      let tests = Bundle(for: Command.self).bundleURL
    #endif
    return tests.deletingLastPathComponent().appending(path: "build-book")
  }()

  private let process = Process()
  private let folder: URL
  private let name: String
  private let ended = AsyncStream<Int32>.makeStream()

  /// Starts the command in a folder; what it says goes to files there, whose names begin with `name`.
  init(_ arguments: [String], in folder: URL, as name: String = "") throws {
    (self.folder, self.name) = (folder, name)
    process.executableURL = Command.executable
    process.arguments = arguments
    process.currentDirectoryURL = folder
    var environment = ProcessInfo.processInfo.environment
    environment["TMPDIR"] = folder.appending(path: "tmp").path
    process.environment = environment
    try FileManager.default.createDirectory(
      at: folder.appending(path: "tmp"), withIntermediateDirectories: true)
    for kind in ["out", "err"] { try Data().write(to: folder.appending(path: name + kind)) }
    process.standardOutput = try FileHandle(forWritingTo: folder.appending(path: name + "out"))
    process.standardError = try FileHandle(forWritingTo: folder.appending(path: name + "err"))
    process.terminationHandler = { [ended] process in
      ended.continuation.yield(
        process.terminationReason == .exit ? process.terminationStatus : -process.terminationStatus)
      ended.continuation.finish()
    }
    try process.run()
  }

  var output: String { text("out") }
  var errors: String { text("err") }
  private func text(_ kind: String) -> String {
    String(
      decoding: FileManager.default.contents(atPath: folder.appending(path: name + kind).path) ?? Data(),
      as: UTF8.self)
  }

  /// What is left of its temporary files. (The locks and empty folders are the package manager's.)
  var temporaryFiles: [String] {
    let paths =
      (try? FileManager.default.subpathsOfDirectory(atPath: folder.appending(path: "tmp").path)) ?? []
    return paths.filter { $0.hasPrefix("build-book") || $0.hasSuffix(".o") || $0.hasSuffix(".swift") }
  }

  /// Waits for the end and gives the exit status; for a signal, its number below zero.
  func status() async -> Int32 {
    for await status in ended.stream { return status }
    return .min
  }

  /// Waits until the command has said something on its standard error.
  func says(_ words: String) async throws {
    while !errors.contains(words), process.isRunning { try await Task.sleep(for: .milliseconds(10)) }
  }

  /// Waits until the command has printed something.
  func prints(_ words: String) async throws {
    while !output.contains(words), process.isRunning { try await Task.sleep(for: .milliseconds(10)) }
  }

  /// Waits until a file is there.
  func writes(_ file: URL) async throws {
    while !FileManager.default.fileExists(atPath: file.path), process.isRunning {
      try await Task.sleep(for: .milliseconds(10))
    }
  }

  /// Sends what Ctrl-C sends.
  func interrupt() { kill(process.processIdentifier, SIGINT) }

  /// Ends the command without letting it do anything more.
  func end() { kill(process.processIdentifier, SIGKILL) }

  /// The processes that run in the folder or were given one of its files, by Linux's list of processes.
  var processesLeft: [String] {
    let numbers =
      (try? FileManager.default.contentsOfDirectory(atPath: "/proc"))?.compactMap { Int($0) } ?? []
    return numbers.compactMap { number in
      let place = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/\(number)/cwd")) ?? ""
      let command = String(
        decoding: FileManager.default.contents(atPath: "/proc/\(number)/cmdline") ?? Data(), as: UTF8.self)
      return place.hasPrefix(folder.path) || command.contains(folder.path) ? "\(number) \(command)" : nil
    }
  }
}
