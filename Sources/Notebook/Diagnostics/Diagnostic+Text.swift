import CommonMark

extension Diagnostic: CustomStringConvertible {
  /// The diagnostic as compilers write it, `path:line:column: error: message [identifier]`, and a line for each note.
  public var description: String { ([headline] + notes.map(\.headline)).joined(separator: "\n") }

  var headline: String {
    "\(place(path, range)): \(severity.rawValue): \(message) [\(identifier.rawValue)]"
  }
}

extension Diagnostic.Note {
  var headline: String { "\(place(path, range)): note: \(message)" }
}

private func place(_ path: String, _ range: Range<SourcePosition>) -> String {
  "\(path):\(range.lowerBound.line):\(range.lowerBound.column)"
}

extension [Diagnostic] {
  /// The diagnostics by path and place, each once.
  public var inReadingOrder: [Diagnostic] {
    var seen: Set<Diagnostic> = []
    return filter { seen.insert($0).inserted }.enumerated().sorted { left, right in
      (left.element.path, left.element.range.lowerBound, left.offset)
        < (right.element.path, right.element.range.lowerBound, right.offset)
    }.map(\.element)
  }

  /// Whether any of them keeps the book from being built.
  public var containsError: Bool { contains { $0.severity == .error } }
}
