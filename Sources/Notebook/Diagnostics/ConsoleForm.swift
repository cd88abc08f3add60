public import CommonMark

/// Diagnostics for a terminal or a log: each with its line of the source and a caret below it, as Swift's compiler has it.
public struct ConsoleForm {
  private let lines: (String) -> SourceLines?

  /// A form that shows lines of the files that `source` knows, by path.
  public init(source: @escaping (String) -> SourceLines?) { lines = source }

  /// A diagnostic and its notes, one below the other, without a newline at the end.
  public func text(of diagnostic: Diagnostic) -> String {
    let own = [diagnostic.headline] + excerpt(diagnostic.path, diagnostic.range, diagnostic.repair)
    let notes = diagnostic.notes.flatMap { [$0.headline] + excerpt($0.path, $0.range, $0.repair) }
    return (own + notes).map(Excerpt.harmless).joined(separator: "\n")
  }

  /// The line of source that a diagnostic is about, with a caret below it; nothing where that is not known.
  public func source(of diagnostic: Diagnostic) -> String {
    excerpt(diagnostic.path, diagnostic.range, diagnostic.repair).map(Excerpt.harmless).joined(
      separator: "\n")
  }

  /// The same for a note.
  public func source(of note: Diagnostic.Note) -> String {
    excerpt(note.path, note.range, note.repair).map(Excerpt.harmless).joined(separator: "\n")
  }

  private func excerpt(_ path: String, _ range: Range<SourcePosition>, _ repair: Repair?) -> [String] {
    guard let lines = lines(path), (1...max(lines.count, 1)).contains(range.lowerBound.line) else {
      return []
    }
    return Excerpt(lines[range.lowerBound.line], range: range, repair: repair).lines
  }
}
