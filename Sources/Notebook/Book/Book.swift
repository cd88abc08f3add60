public import CommonMark
public import Mathematics

/// A book: its table of contents and its chapters, read but not yet run.
public struct Book: Sendable {
  /// A line of the table of contents.
  public struct Entry: Equatable, Sendable {
    /// What the author calls the chapter or part here.
    public var title: String
    /// The index of the chapter; none for the title of a part.
    public var chapter: Int?
    /// How deep the line stands, from 0.
    public var depth: Int
  }

  /// The folder, as the author named it.
  public var path: String
  /// The title: the first heading of `SUMMARY.md`, or the folder's name.
  public var title: String
  /// `SUMMARY.md`, parsed.
  public var summary: Document
  /// The mathematics of `SUMMARY.md`, by the nodes that hold it.
  public var formulas: [Int: Formula]
  /// The table of contents.
  public var contents: [Entry]
  /// The chapters, in the order of the table of contents.
  public var chapters: [Chapter]
  /// The files that its texts show or link and that go into the site, by their paths in the folder.
  public var files: [String: [UInt8]] = [:]
  /// Which package's libraries the cells import.
  public var settings: BookSettings
  /// What the author should know of the text, though the book can be built.
  public var warnings: [Diagnostic]
}
