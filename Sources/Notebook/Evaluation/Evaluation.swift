/// A chapter that was run.
public struct Evaluation: Sendable {
  /// What its pieces showed.
  public var transcript: Transcript
  /// What the author should know: errors, where there are any, and the compiler's warnings.
  public var diagnostics: [Diagnostic]
  /// Whether an earlier run of the same was taken.
  public var isFromCache = false
}

/// What the work on a chapter has come to.
public enum Stage: String, Sendable {
  /// The compiler works on it.
  case compiling
  /// Its program runs.
  case running
  /// It is done.
  case done
}

/// Told of each stage that a chapter comes to, by the chapter's index in the book.
public typealias Progress = @Sendable (_ chapter: Int, _ stage: Stage) -> Void
