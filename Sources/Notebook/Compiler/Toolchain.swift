import Foundation
import Subprocess
import SystemPackage

/// The Swift compiler, called as a process of its own.
struct Toolchain: Sendable {
  /// What the compiler did with one call.
  struct Result: Sendable {
    var succeeded: Bool
    /// What it printed for a program to read.
    var output: Data
    /// What it had to say of the program.
    var messages: [CompilerMessage]
    /// What it printed, for want of a message.
    var words = ""
  }

  /// The library that cells import.
  let library: RuntimeLibrary

  /// Language mode 5: there, functions see the variables of the cells before them as in a script.
  private static let language = [
    "-swift-version", "5", "-enable-bare-slash-regex",
  ]

  /// The compiler's own parser, its tree dumped as JSON.
  func parse(_ file: URL) async throws -> Result {
    try await swiftc(["-frontend", "-dump-parse", "-dump-ast-format", "json"] + Toolchain.language, file)
  }

  /// All checks of the compiler and no code.
  func check(_ file: URL) async throws -> Result {
    try await swiftc(
      Toolchain.language + library.searchPaths + ["-Onone", "-emit-sil", "-o", "/dev/null"], file)
  }

  /// A program.
  ///
  /// Without optimisation: a chapter compiles several times faster, every trap keeps its words, and a backtrace
  /// finds every line. What takes time is in the library, which is optimised.
  func compile(_ file: URL, to program: URL) async throws -> Result {
    try await swiftc(
      Toolchain.language + library.searchPaths + library.linking
        + ["-Onone", "-gline-tables-only", "-module-name", "Chapter", "-o", program.path], file)
  }

  private func swiftc(_ arguments: [String], _ file: URL) async throws -> Result {
    // Without the driver a step that is one call of the frontend takes a third less.
    let isStep = arguments.first == "-frontend"
    let compiler = isStep ? Toolchain.frontend.map { Executable.path(FilePath($0.path)) } : nil
    let messages = file.appendingPathExtension("dia")
    let serializing = ["-serialize-diagnostics-path", messages.path].flatMap {
      isStep ? [$0] : ["-Xfrontend", $0]
    }
    let result = try await run(
      compiler ?? .name("swiftc"), arguments: Arguments(arguments + serializing + [file.path]),
      // A compiler that is interrupted leaves its temporary files behind.
      environment: .inherit.updating(["TMPDIR": file.deletingLastPathComponent().path]),
      platformOptions: .ownGroup, input: .none,
      output: .bytes(limit: 1 << 30), error: .bytes(limit: 1 << 26))
    func contents(_ file: URL) -> [UInt8] {
      FileManager.default.contents(atPath: file.path).map { Array($0) } ?? []
    }
    return Result(
      succeeded: result.terminationStatus.isSuccess, output: Data(result.standardOutput),
      messages: SerializedDiagnostics(contents(messages), of: contents(file)).messages,
      words: String(decoding: result.standardError, as: UTF8.self))
  }
}

extension PlatformOptions {
  /// A process group of its own, ended as a whole when the task is cancelled, so that nothing stays behind.
  static var ownGroup: PlatformOptions {
    var options = PlatformOptions()
    options.processGroupID = 0
    options.teardownSequence = [
      .send(signal: .kill, toProcessGroup: true, allowedDurationToNextStep: .seconds(1)),
      // One that has left its group ends, too.
      .send(signal: .kill, allowedDurationToNextStep: .seconds(1)),
    ]
    return options
  }
}
