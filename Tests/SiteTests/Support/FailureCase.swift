import Foundation
import Notebook
import Testing

/// A folder of `Cases`: a book that cannot be built, with the diagnostics that its author must see in `expected.txt`.
///
/// A file `options` may hold a limit to a line (`timeout` in seconds, `memory` and `output` in megabytes), and
/// `crlf`, which has the lines of the chapters end as on Windows.
struct FailureCase: CustomTestStringConvertible {
  let name: String

  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Cases")

  static var all: [FailureCase] {
    get throws {
      try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { !$0.hasPrefix(".") }.sorted()
        .map {
          FailureCase(name: $0)
        }
    }
  }

  var testDescription: String { name }
  private var folder: URL { FailureCase.folder.appending(path: name) }
  private var options: [String: Double] {
    let text = (try? String(contentsOf: folder.appending(path: "options"), encoding: .utf8)) ?? ""
    let lines = text.split(separator: "\n").map { $0.split(separator: " ") }
    return Dictionary(
      uniqueKeysWithValues: lines.map { (String($0[0]), $0.count > 1 ? Double($0[1]) ?? 0 : 0) })
  }

  var limits: Limits {
    var limits = Limits()
    if let seconds = options["timeout"] { limits.seconds = seconds }
    if let megabytes = options["memory"] { limits.memory = Int(megabytes) << 20 }
    if let megabytes = options["output"] { limits.output = Int(megabytes) << 20 }
    return limits
  }

  /// The case's book, copied.
  func book() throws -> TemporaryBook {
    let copy = try TemporaryBook(copying: folder)
    if options["crlf"] != nil {
      for (path, content) in try files(in: copy.book) where path.hasSuffix(".md") {
        try copy.write(
          String(decoding: content, as: UTF8.self).replacing("\n", with: "\r\n"), to: "book/\(path)")
      }
    }
    return copy
  }

  /// Compares what the author saw with `expected.txt`; with `RECORD` in the environment, writes it there and fails.
  func expect(_ seen: String) throws {
    let file = folder.appending(path: "expected.txt")
    if ProcessInfo.processInfo.environment["RECORD"] != nil {
      try Data(seen.utf8).write(to: file)
      Issue.record("recorded \(file.path)")
    }
    let expected = try String(contentsOf: file, encoding: .utf8)
    #expect(seen == expected, "\(name) says:\n\(seen)")
  }
}
