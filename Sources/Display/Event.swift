/// What the program of a chapter tells the engine while it runs.
public enum Event: Equatable, Sendable {
  /// The piece of the chapter (a cell or a number in a sentence) with this index begins.
  case began(piece: Int)
  /// The top-level statement at this place of the chapter's code begins; a failure is reported there where no better place
  /// is known.
  case reached(line: Int, column: Int)
  /// Something to show in the current piece.
  case shown(Output)
  /// A claim was made in the current piece.
  case claimed(ClaimRecord)
  /// The last piece has ended.
  case finished
}

/// Something shown by a cell.
public enum Output: Equatable, Sendable {
  /// What `print` wrote.
  case printed(String)
  /// A value, as text.
  case value(String)
  /// A table, a chart or another `Displayable`, as HTML.
  case figure(html: String)
}

/// A claim as it was found.
public struct ClaimRecord: Equatable, Sendable {
  /// What is claimed.
  public var statement: String
  /// What was measured, in words, such as `0.0021 ≤ 0.0040`; empty where there is nothing but yes or no.
  public var measured: String
  /// Whether the claim holds.
  public var holds: Bool
  /// The name by which the claim is referred to, unique in its chapter.
  public var id: String?
  /// The line of the claim, as `#line` counts: among the code of the chapter.
  public var line: Int
  /// The column of the claim.
  public var column: Int

  /// A claim as it was found.
  public init(
    statement: String, measured: String, holds: Bool, id: String? = nil, line: Int, column: Int
  ) {
    self.statement = statement
    self.id = id
    self.measured = measured
    self.holds = holds
    self.line = line
    self.column = column
  }
}

/// An event with the number of bytes that the program had printed before it.
///
/// Printed text and events travel in files of their own, so nothing that a cell prints can pass for an event;
/// the number is what puts the two in order again.
public struct TimedEvent: Equatable, Sendable {
  /// How much had been printed.
  public var printedBytes: Int
  /// What happened.
  public var event: Event

  /// An event with the number of bytes that the program had printed before it.
  public init(printedBytes: Int, event: Event) {
    self.printedBytes = printedBytes
    self.event = event
  }
}
