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
    message = Crash.message(in: printed)
    guard let report = try? JSONDecoder().decode(Report.self, from: report) else { return }
    let frames = report.threads.first { $0.crashed == true }?.frames ?? []
    places = frames.compactMap { frame in
      guard let place = frame.sourceLocation, place.file.hasSuffix(Program.chapterFile) else { return nil }
      return SourcePosition(line: place.line, column: max(place.column, 1))
    }
    // The backtracer stops after 64 frames; what is so deep when memory is wrong is a recursion without end.
    if message == nil, frames.count >= 64, report.description == "Bad pointer dereference" {
      message = "Fatal error: the stack is full"
    }
    let failure = "Swift runtime failure: "
    if message == nil,
      let symbol = frames.lazy.compactMap(\.description).first(where: { $0.contains(failure) }),
      let start = symbol.range(of: failure)?.upperBound
    {
      message = "Fatal error: " + symbol[start...].prefix { $0 != "+" }.trimmingCharacters(in: .whitespaces)
    }
    message = message ?? "Fatal error: \(report.description)"
  }

  /// The runtime's words, from the last line that begins with its place or one of its headlines; without the
  /// addresses, which are others each time.
  private static func message(in printed: String) -> String? {
    let headline =
      #/(?:[^\s:]+:\d+: )?((?:Fatal error|Precondition failed|Assertion failed|Could not cast value|Fatal access).*)/#
    var lines = printed.split(separator: "\n", omittingEmptySubsequences: false)[...]
    guard let first = lines.lastIndex(where: { $0.wholeMatch(of: headline) != nil }),
      let match = lines[first].wholeMatch(of: headline)
    else { return nil }
    lines =
      [match.1] + lines[(first + 1)...].prefix { !$0.hasPrefix("*** ") && !$0.hasPrefix("swift-runtime: ") }
    return lines.joined(separator: "\n").replacing(#/ \(?0x[0-9a-f]+\)?/#, with: "")
      .trimmingCharacters(in: .whitespacesAndNewlines)
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
