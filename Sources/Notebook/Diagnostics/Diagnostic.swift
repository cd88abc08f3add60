public import CommonMark

/// Something to tell the author, at a place of the book.
public struct Diagnostic: Error, Equatable, Sendable {
  /// How much it matters.
  public enum Severity: String, Equatable, Sendable {
    /// The book is not built.
    case error
    /// The book is built; the author should know.
    case warning
    /// More about the diagnostic that holds it.
    case note
  }

  /// How much it matters.
  public var severity: Severity
  /// The file or folder, as the author named it.
  public var path: String
  /// Where in the file; its beginning where the file as a whole is meant.
  public var range: SourceRange
  /// What is the matter, in one sentence or more, without a full stop at the end.
  public var message: String
  /// What else helps, each at its own place.
  public var notes: [Diagnostic]

  /// Something to tell the author.
  public init(
    _ severity: Severity = .error, path: String, at position: SourcePosition = .start, _ message: String,
    notes: [Diagnostic] = []
  ) {
    self.severity = severity
    self.path = path
    self.range = SourceRange(at: position)
    self.message = message
    self.notes = notes
  }
}

/// One or more diagnostics that end the work on a chapter or a book.
public struct Failure: Error, Equatable, Sendable {
  /// What is the matter, in the order found.
  public var diagnostics: [Diagnostic]

  /// A failure with all that was found.
  public init(_ diagnostics: [Diagnostic]) {
    self.diagnostics = diagnostics
  }

  /// A failure with one diagnostic.
  public init(path: String, at position: SourcePosition = .start, _ message: String) {
    self.init([Diagnostic(path: path, at: position, message)])
  }
}
