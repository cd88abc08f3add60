public import CommonMark

/// Something to tell the author, at a place of the book.
public struct Diagnostic: Error, Hashable, Sendable {
  /// How much it matters.
  public enum Severity: String, Codable, Equatable, Sendable {
    /// The book is not built.
    case error
    /// The book is built; the author should know.
    case warning
  }

  /// More about a diagnostic, at a place of its own.
  public struct Note: Hashable, Sendable {
    /// The file, as the author named it.
    public var path: String
    /// Where in the file.
    public var range: Range<SourcePosition>
    /// What is to be known, without a full stop at the end.
    public var message: String
    /// What would do what the note says.
    public var repair: Repair?

    /// More about a diagnostic.
    public init(
      path: String, at range: Range<SourcePosition>, _ message: String, repair: Repair? = nil
    ) {
      (self.path, self.range, self.message, self.repair) = (path, range, message, repair)
    }

    /// More about a diagnostic, at a place without length.
    public init(path: String, at position: SourcePosition, _ message: String) {
      self.init(path: path, at: position..<position, message)
    }
  }

  /// What kind of thing it is; `build-book explain` says more of each.
  public var identifier: Identifier
  /// How much it matters.
  public var severity: Severity
  /// The file or folder, as the author named it.
  public var path: String
  /// Where in the file, from the first byte to the one behind the last; its beginning where the file as a whole is meant.
  public var range: Range<SourcePosition>
  /// What is the matter, in one sentence or more, without a full stop at the end.
  public var message: String
  /// What else helps, each at its own place.
  public var notes: [Note]
  /// What would mend it, where that is known.
  public var repair: Repair?

  /// Something to tell the author.
  public init(
    _ identifier: Identifier, _ severity: Severity = .error, path: String, at range: Range<SourcePosition>,
    _ message: String, notes: [Note] = [], repair: Repair? = nil
  ) {
    (self.identifier, self.severity, self.path, self.range) = (identifier, severity, path, range)
    (self.message, self.notes, self.repair) = (message, notes, repair)
  }

  /// Something to tell the author, at a place without length.
  public init(
    _ identifier: Identifier, _ severity: Severity = .error, path: String,
    at position: SourcePosition = .start, _ message: String, notes: [Note] = []
  ) {
    self.init(identifier, severity, path: path, at: position..<position, message, notes: notes)
  }
}

/// Changes to a file that would mend what a diagnostic tells of.
public struct Repair: Codable, Hashable, Sendable {
  /// A stretch of the file that gives way to a text.
  public struct Edit: Codable, Hashable, Sendable {
    /// What goes; nothing where the range is empty.
    public var range: Range<SourcePosition>
    /// What comes.
    public var text: String

    /// A stretch of the file that gives way to a text.
    public init(_ range: Range<SourcePosition>, to text: String) {
      (self.range, self.text) = (range, text)
    }
  }

  /// The changes, none of which touches another.
  public var edits: [Edit]

  /// Changes that belong together.
  public init(_ edits: [Edit]) { self.edits = edits }

  /// One change.
  public init(_ range: Range<SourcePosition>, to text: String) { edits = [Edit(range, to: text)] }
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
  public init(
    _ identifier: Diagnostic.Identifier, path: String, at position: SourcePosition = .start, _ message: String
  ) {
    self.init([Diagnostic(identifier, path: path, at: position, message)])
  }
}
