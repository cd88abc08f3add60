extension Diagnostic: CustomStringConvertible {
  /// The diagnostic as compilers write it, `path:line:column: error: message`, its notes on lines of their own.
  public var description: String {
    ([line] + notes.map(\.line)).joined(separator: "\n")
  }

  private var line: String {
    "\(path):\(range.start.line):\(range.start.column): \(severity.rawValue): \(message)"
  }
}

extension [Diagnostic] {
  /// The diagnostics by path and place, each once.
  public var inReadingOrder: [Diagnostic] {
    var seen: [Diagnostic] = []
    for diagnostic in self where !seen.contains(diagnostic) { seen.append(diagnostic) }
    return seen.enumerated().sorted { left, right in
      (left.element.path, left.element.range.start, left.offset)
        < (right.element.path, right.element.range.start, right.offset)
    }.map(\.element)
  }

  /// Whether any of them keeps the book from being built.
  public var containsError: Bool { contains { $0.severity == .error } }
}
