import ArgumentParser
import Foundation
import Notebook
import Site

/// What every command that runs chapters is told.
struct BuildOptions: ParsableArguments {
  @OptionGroup
  var book: BookOptions

  @Option(help: "The folder that the site stands in; without it, 'site' beside the book's folder.")
  var output: String?

  @Option(help: "Where the site stands on the network, as https://…; without it, as the book's settings say.")
  var address: String?

  @Option(help: "How many seconds a chapter's program may run.")
  var timeout = 60.0

  @Option(help: "How many megabytes of memory a chapter's program may have.")
  var memory = 4096

  @Option(help: "How many megabytes a chapter's program may print.")
  var outputLimit = 16

  @Option(help: "How to tell what is wrong: text, or json, one object a line on standard output.")
  var format = ReportFormat.text

  func validate() throws {
    guard address.map({ BookSettings.address($0) != nil }) ?? true else {
      throw ValidationError("--address is an address that begins with https://.")
    }
    guard timeout > 0, timeout.isFinite else {
      throw ValidationError("--timeout is a number of seconds above 0.")
    }
    guard (1...1 << 20).contains(memory) else {
      throw ValidationError("--memory is a number of megabytes above 0.")
    }
    guard (1...1 << 20).contains(outputLimit) else {
      throw ValidationError("--output-limit is a number of megabytes above 0.")
    }
  }

  /// What the program of a chapter may use.
  var limits: Limits { Limits(seconds: timeout, memory: memory << 20, output: outputLimit << 20) }

  /// The build that is asked for.
  func build(isCacheRead: Bool = true) -> BookBuild {
    var build = BookBuild(folder: book.folder, output: output ?? book.site, limits: limits)
    build.package = book.package
    build.address = address.flatMap(BookSettings.address)
    build.cache = .own(isRead: isCacheRead)
    return build
  }

  /// Runs a build: tells what it is at and what is wrong, and ends with the status that says how it went.
  func perform(_ build: BookBuild) async throws {
    let start = ContinuousClock.now
    let interruption = Interruption()
    let task = Task { try await run(build) }
    interruption.onInterruption { task.cancel() }
    let result = await task.result
    guard !interruption.happened, case .success(let report) = result else {
      if case .failure(let error) = result, !(error is CancellationError), !interruption.happened {
        throw error
      }
      printError("interrupted; the site is as it was")
      throw ExitCode(130)
    }
    tell(report, after: ContinuousClock.now - start)
    if report.diagnostics.containsError { throw ExitCode(1) }
  }

  /// Runs a build, and tells what it is at.
  func run(_ build: BookBuild) async throws -> BookBuild.Report {
    let display = ProgressDisplay(isTerminal: isatty(STDERR_FILENO) == 1)
    let ticking = Task { await display.tick() }
    defer {
      ticking.cancel()
      display.clear()
    }
    return try await build.run { event in display.receive(event) }
  }

  /// Tells how a build went.
  func tell(_ report: BookBuild.Report, after time: Duration) {
    format.tell(report.diagnostics)
    if format == .text, !report.diagnostics.containsError { printLine(summary(of: report, after: time)) }
  }

  private func summary(of report: BookBuild.Report, after time: Duration) -> String {
    func count(_ number: Int, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }
    let unchanged = report.unchanged == 0 ? [] : ["\(report.unchanged) of them as before"]
    return
      ([count(report.chapters, "chapter")] + unchanged + [
        count(report.cells, "cell"), count(report.claims, "claim"), "\(seconds(time)) s",
      ]).joined(separator: ", ")
  }
}

/// Prints a line at once, also where a program reads it.
func printLine(_ line: String) {
  FileHandle.standardOutput.write(Data((line + "\n").utf8))
}

func printError(_ line: String) {
  FileHandle.standardError.write(Data((line + "\n").utf8))
}

/// A duration in seconds with one decimal.
func seconds(_ duration: Duration) -> String {
  duration.formatted(.units(allowed: [.seconds], width: .narrow, fractionalPart: .show(length: 1)))
    .replacing("s", with: "")
}
