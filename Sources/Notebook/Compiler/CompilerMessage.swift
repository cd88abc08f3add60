import CommonMark

/// One message of the Swift compiler, at a place that line directives named.
struct CompilerMessage: Codable, Equatable, Sendable {
  enum Severity: Int, Codable, Sendable {
    case note = 1
    case warning, error, fatal
  }

  /// The file that the compiler was told.
  var file: String
  /// The place in that file.
  var position: SourcePosition
  var severity: Severity
  var text: String
  /// Whether the message is of the line that opens the call around a last expression.
  var isOfCall = false
  /// What is meant, as stretches of the file.
  var ranges: [Range<SourcePosition>] = []
  /// What would mend it.
  var repairs: [Repair.Edit] = []
  /// What the compiler said in addition.
  var notes: [CompilerMessage] = []

  /// Whether nothing was compiled because of it.
  var isError: Bool { severity == .error || severity == .fatal }
}
