import CommonMark
import Foundation

/// What Swift's backtracer wrote of a program that trapped.
struct Crash: Equatable {
  /// The trap's message, such as `Fatal error: Index out of range`.
  var message: String?
  /// The places in the chapter that led to the trap, the innermost first.
  var places: [SourcePosition] = []

  /// Reads a crash.
  ///
  /// - Parameters:
  ///   - report: what the backtracer wrote as JSON; empty where it could write nothing.
  ///   - printed: what the program wrote to its standard error, where the runtime puts its message.
  init(report: Data, printed: String) {
    message = printed.split(separator: "\n").last { $0.contains("Fatal error") }.map { line in
      String(line[(line.range(of: "Fatal error")?.lowerBound ?? line.startIndex)...])
    }
    guard let report = try? JSONDecoder().decode(Report.self, from: report) else { return }
    let frames = report.threads.first { $0.crashed == true }?.frames ?? []
    places = frames.compactMap { frame in
      guard let place = frame.sourceLocation, place.file.hasSuffix(Program.chapterFile) else { return nil }
      return SourcePosition(line: place.line, column: max(place.column, 1))
    }
    let failure = "Swift runtime failure: "
    if message == nil, let symbol = frames.lazy.compactMap(\.description).first(where: { $0.contains(failure) }),
      let start = symbol.range(of: failure)?.upperBound
    {
      message = "Fatal error: " + symbol[start...].prefix { $0 != "+" }.trimmingCharacters(in: .whitespaces)
    }
    message = message ?? "Fatal error: \(report.description)"
  }
}

private struct Report: Decodable {
  struct Thread: Decodable {
    var crashed: Bool?
    var frames: [Frame]
  }
  struct Frame: Decodable {
    var description: String?
    var sourceLocation: Location?
  }
  struct Location: Decodable {
    var file: String
    var line: Int
    var column: Int
  }
  var description: String
  var threads: [Thread]
}
