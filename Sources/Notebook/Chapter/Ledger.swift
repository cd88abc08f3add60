public import CommonMark

/// A table of statements, each with a verdict and the claims of the book that the verdict rests on.
///
/// It is written as a block marked `ledger`, a line for each statement: its number, where it comes from, the verdict, the
/// statement, and links to claims, with ` | ` between. The claims' figures are put in when the book is built.
public struct Ledger: Equatable, Sendable {
  /// What was found of a statement.
  public enum Verdict: String, CaseIterable, Sendable {
    case holds
    case bounded = "holds within a bound"
    case convention = "depends on convention"
    case condition = "holds under a condition"
    case fails = "does not hold"
    case untested = "not tested"
  }

  /// A statement with its verdict.
  public struct Entry: Equatable, Sendable {
    /// The statement's number; they count from 1 without a gap.
    public var number: Int
    /// Where the statement comes from.
    public var source: String
    /// What was found.
    public var verdict: Verdict
    /// Why, where that must be said: what stands behind the verdict, after a colon, as inline Markdown.
    public var reason: String
    /// The statement, as inline Markdown.
    public var statement: String
    /// Links to the claims that the verdict rests on, as destinations seen from the chapter.
    public var claims: [String]
    /// Where the line stands.
    public var place: Range<SourcePosition>

    /// What the statement is called in links: `item-19`.
    public var name: String { "item-\(number)" }
  }

  /// The statements, in their order.
  public private(set) var entries: [Entry] = []
  /// What is wrong with lines.
  private(set) var diagnostics: [Diagnostic] = []

  /// Reads a ledger.
  ///
  /// - Parameters:
  ///   - lines: the lines of the block, each with its place.
  ///   - path: the file, as the author named it.
  init(_ lines: [(text: Substring, place: Range<SourcePosition>)], path: String) {
    for (text, place) in lines where !text.allSatisfy(\.isWhitespace) {
      switch Ledger.entry(text, place, number: entries.count + diagnostics.count + 1) {
      case .success(let entry): entries.append(entry)
      case .failure(let problem):
        diagnostics.append(Diagnostic(.ledger, path: path, at: place, problem.message))
      }
    }
  }

  private struct Problem: Error { var message: String }

  private static func entry(
    _ text: Substring, _ place: Range<SourcePosition>, number: Int
  ) -> Result<Entry, Problem> {
    let fields = text.split(separator: "|", omittingEmptySubsequences: false).map { field in
      String(field.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
    guard fields.count == 5 else {
      return .failure(
        Problem(message: "a line of a ledger has five parts with '|' between, not \(fields.count)"))
    }
    guard Int(fields[0]) == number else {
      return .failure(Problem(message: "the statements are numbered from 1: this is number \(number)"))
    }
    let words = fields[2].split(separator: ":", maxSplits: 1)
    let reason = words.count > 1 ? String(words[1].drop { $0 == " " }) : ""
    guard let verdict = Verdict(rawValue: words.first.map(String.init) ?? "") else {
      let known = Verdict.allCases.map { "'\($0.rawValue)'" }.joined(separator: ", ")
      return .failure(
        Problem(
          message: fields[2].isEmpty
            ? "this statement has no verdict" : "'\(fields[2])' is no verdict; there are \(known)"))
    }
    let claims = fields[4].split(separator: " ").map(String.init)
    if fields[3].isEmpty { return .failure(Problem(message: "this line of a ledger has no statement")) }
    if verdict == .untested, reason.isEmpty {
      return .failure(Problem(message: "a verdict 'not tested' says why, after a colon"))
    }
    if verdict != .untested, claims.isEmpty {
      return .failure(Problem(message: "this verdict rests on no claim: link one"))
    }
    return .success(
      Entry(
        number: number, source: fields[1], verdict: verdict, reason: reason, statement: fields[3],
        claims: claims,
        place: place))
  }
}
