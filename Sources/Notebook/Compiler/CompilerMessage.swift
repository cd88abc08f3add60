import CommonMark

/// One message of the Swift compiler, as it printed it.
struct CompilerMessage: Equatable {
  /// The file that the compiler was told.
  var file: String
  /// The place in that file.
  var position: SourcePosition
  var severity: Diagnostic.Severity
  var text: String
  /// The line of source that the compiler printed below the message.
  var snippet: String
  /// What the compiler said in addition.
  var notes: [CompilerMessage] = []

  /// Reads what the compiler printed in its `llvm` style: a headline for each message, the line of source and a
  /// line with a caret below it.
  ///
  /// A line of source is never taken for a headline, whatever stands in it. Notes belong to the message before.
  static func parse(_ output: String) -> [CompilerMessage] {
    var messages: [CompilerMessage] = []
    var lines = output.split(separator: "\n", omittingEmptySubsequences: false)[...]
    while let line = lines.popFirst() {
      guard var message = CompilerMessage(headline: line) else { continue }
      if let snippet = lines.first,
        CompilerMessage(headline: snippet) == nil || isCaret(lines.dropFirst().first)
      {
        message.snippet = String(snippet)
        lines.removeFirst()
      }
      if message.severity == .note, !messages.isEmpty {
        messages[messages.count - 1].notes.append(message)
      } else {
        messages.append(message)
      }
    }
    return messages
  }

  /// Reads a headline, `file:line:column: severity: text`.
  private init?(headline: Substring) {
    let pattern = #/^(.+?):(\d+):(\d+): (error|warning|note): (.*)$/#
    guard let match = try? pattern.wholeMatch(in: headline), let line = Int(match.2),
      let column = Int(match.3),
      let severity = Diagnostic.Severity(rawValue: String(match.4))
    else { return nil }
    file = String(match.1)
    position = SourcePosition(line: line, column: column)
    self.severity = severity
    text = String(match.5)
    snippet = ""
  }

  private static func isCaret(_ line: Substring?) -> Bool {
    line.map { $0.contains("^") && $0.allSatisfy { " \t^~".contains($0) } } ?? false
  }
}
