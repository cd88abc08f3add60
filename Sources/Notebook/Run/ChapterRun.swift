import Display
import Foundation
import Subprocess
import SystemPackage

/// One run of a chapter's program.
struct ChapterRun: Sendable {
  /// How a run ended.
  enum Ending: Equatable {
    /// The program came to its end.
    case finished
    /// It trapped.
    case trapped(Crash)
    /// It ended itself before its end.
    case exited(status: Int)
    /// It was stopped, or stopped by the kernel, for using more than it may.
    case exceeded(Limit)
    /// A signal from elsewhere ended it.
    case killed(signal: Int)
  }

  /// What can be used up.
  enum Limit: Equatable { case time, memory, output }

  var ending: Ending
  /// What the program told, as far as it came, as it told it.
  var told: [UInt8]
  /// What it printed.
  var printed: [UInt8]

  /// What the program showed.
  var transcript: Transcript { Transcript(events: TimedEvent.decode(told), printed: printed) }

  /// Runs a program in a process of its own, with no standard input, within limits.
  ///
  /// Printed text and events go to files, not pipes: the kernel then limits their size, and nothing has to
  /// keep reading while the program runs.
  ///
  /// - Parameters:
  ///   - program: the executable.
  ///   - scratch: an empty folder for the run's files.
  ///   - folder: the book's folder, which the program runs in.
  ///   - declared: the files and folders that the chapter declares to read.
  init(
    _ program: URL, scratch: URL, folder: URL, reading declared: [URL], limits: Limits
  ) async throws {
    let files = try Files(creatingIn: scratch)
    defer { ChapterRun.endProcesses(writing: files.events.path + "\0") }
    let environment: [Environment.Key: String] = [
      "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin",
      "HOME": scratch.path, "TMPDIR": scratch.path, "LC_ALL": "C.UTF-8", "TZ": "UTC",
      // Sets and dictionaries in the same order every time.
      "SWIFT_DETERMINISTIC_HASHING": "1",
      "SWIFT_BACKTRACE":
        "enable=yes,color=no,interactive=no,format=json,threads=crashed,registers=none,images=none,"
        + "output-to=\(files.crash.path)",
      "BOOK_EVENTS": files.events.path, "BOOK_MEMORY": String(limits.memory),
      "BOOK_OUTPUT": String(limits.output),
      "BOOK_READS": declared.map(\.path).joined(separator: "\n"),
    ]
    let status = try await ChapterRun.status(
      of: Configuration(
        executable: .path(FilePath(program.path)), environment: .custom(environment),
        workingDirectory: FilePath(folder.path),
        platformOptions: .ownGroup),
      files: files, seconds: limits.seconds)
    told = files.read(files.events, upTo: limits.output)
    printed = files.read(files.printed, upTo: limits.output)
    let saidAtLast = files.read(files.errors, upTo: limits.output)
    let errors = String(decoding: saidAtLast, as: UTF8.self)
    ending = ChapterRun.ending(
      status, isFinished: TimedEvent.decode(told).last?.event == .finished, errors: errors,
      crash: files.crashReport(upTo: limits.output),
      isOverfull: [told, printed, saidAtLast].contains { $0.count >= limits.output })
  }

  /// Ends what a program started and left behind, though it be in a process group of its own: it has the program's
  /// environment, in which the path of the events' file begins with `path`.
  static func endProcesses(writing path: String) {
    #if os(Linux)
      let variable = Data("BOOK_EVENTS=\(path)".utf8)
      let processes = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
      for process in processes.compactMap({ pid_t($0) }) {
        let environment = FileManager.default.contents(atPath: "/proc/\(process)/environ")
        if environment?.firstRange(of: variable) != nil { kill(process, SIGKILL) }
      }
    #endif
  }

  /// Reads how a run ended out of what is left of it.
  private static func ending(
    _ status: TerminationStatus?, isFinished: Bool, errors: String, crash: Data, isOverfull: Bool
  ) -> Ending {
    switch status {
    case nil: return .exceeded(.time)
    case .signaled(SIGXFSZ)?: return .exceeded(.output)
    case .signaled(let signal)? where [SIGKILL, SIGTERM, SIGINT, SIGHUP].contains(signal):
      return .killed(signal: Int(signal))
    case .signaled?:
      return errors.contains("Fatal error: failed to allocate")
        ? .exceeded(.memory) : .trapped(Crash(report: crash, printed: errors))
    case .exited(let status)?:
      // A program that ignores the kernel's signal comes to its end without what it could not write.
      if isOverfull { return .exceeded(.output) }
      return status == 0 && isFinished ? .finished : .exited(status: Int(status))
    }
  }

  /// Runs to the end or to the time limit.
  ///
  /// - Returns: how the process ended; none where its time was up.
  private static func status(
    of configuration: Configuration, files: Files, seconds: Double
  ) async throws -> TerminationStatus? {
    try await withThrowingTaskGroup(of: TerminationStatus?.self) { group in
      group.addTask {
        let result = try await run(
          configuration, input: .none,
          output: .fileDescriptor(
            .open(FilePath(files.printed.path), .writeOnly, options: [.append]),
            closeAfterSpawningProcess: true),
          error: .fileDescriptor(
            .open(FilePath(files.errors.path), .writeOnly, options: [.append]),
            closeAfterSpawningProcess: true))
        // What the program started and left behind ends with it.
        kill(-result.processIdentifier.value, SIGKILL)
        return result.terminationStatus
      }
      group.addTask {
        try await Task.sleep(for: .seconds(seconds))
        return nil
      }
      defer { group.cancelAll() }
      return try await group.next() ?? nil
    }
  }
}

/// The files of a run.
///
/// They are held open from before it begins: a program that removes them, or puts something else in their places, changes
/// nothing that is read of it.
private struct Files: Sendable {
  private let folder: URL
  private let handles: [URL: FileHandle]
  var events: URL { folder.appending(path: "events") }
  var printed: URL { folder.appending(path: "printed") }
  var errors: URL { folder.appending(path: "errors") }
  var crash: URL { folder.appending(path: "crash.json") }

  init(creatingIn folder: URL) throws {
    self.folder = folder
    var handles: [URL: FileHandle] = [:]
    for name in ["events", "printed", "errors"] {
      let file = folder.appending(path: name)
      try Data().write(to: file)
      handles[file] = try FileHandle(forReadingFrom: file)
    }
    self.handles = handles
  }

  func read(_ file: URL, upTo limit: Int) -> [UInt8] {
    (try? handles[file]?.read(upToCount: limit)).map { Array($0) } ?? []
  }

  /// What the backtracer wrote, if anything: it makes its file itself.
  func crashReport(upTo limit: Int) -> Data {
    let attributes = try? FileManager.default.attributesOfItem(atPath: crash.path)
    guard attributes?[.type] as? FileAttributeType == .typeRegular,
      let handle = try? FileHandle(forReadingFrom: crash)
    else { return Data() }
    return (try? handle.read(upToCount: limit)) ?? Data()
  }
}
