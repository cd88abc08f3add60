/// What source text declares and imports, as far as its tokens tell.
///
/// It is for those who must not take a name of the text for one from elsewhere: in doubt a name counts as declared.
public struct SourceNames: Equatable, Sendable {
  /// The names of variables, functions, types, cases, parameters and labels of tuples, in whatever scope.
  public private(set) var declared: Set<String> = []
  /// The modules.
  public private(set) var imported: Set<String> = []

  /// The names of source text.
  ///
  /// - Complexity: O(*n*) in the length of the text.
  public init(of source: String) {
    let (tokens, naming) = Highlighting.naming(of: source)
    var reading = DeclarationReading(tokens: tokens, naming: naming)
    reading.read()
    (declared, imported) = (reading.declared, reading.imported)
  }
}

/// The reading of declarations, from the first token to the last.
private struct DeclarationReading {
  /// A bracket that is open.
  private struct Bracket {
    /// Whether names before a colon are declared here: in parameters and tuples, not in a call.
    var declaresLabels = false
    /// Whether all names are declared here: in the pattern of a `let`.
    var isPattern = false
    /// Whether a comma may lead to another name that is declared, as in `let a = 1, b = 2`.
    var isList = false
  }

  let tokens: [Highlighting.Token]
  let naming: Naming
  private(set) var declared: Set<String> = []
  private(set) var imported: Set<String> = []
  private var brackets = [Bracket()]
  /// Whether the next parenthesis holds parameters.
  private var awaitsParameters = false
  /// Whether the next parenthesis holds the pattern of a variable.
  private var awaitsPattern = false
  /// Between the angle brackets behind a declared name.
  private var isInGenerics = false

  init(tokens: [Highlighting.Token], naming: Naming) { (self.tokens, self.naming) = (tokens, naming) }

  private var neighbours: Neighbours { naming.neighbours }

  mutating func read() {
    for (place, entry) in neighbours.entries.enumerated() {
      if entry.startsLine, !neighbours.is(place - 1, ",") { brackets[brackets.count - 1].isList = false }
      switch entry.kind {
      case .name(let name):
        if isKeyword(place) { readKeyword(place) } else { readName(name, at: place) }
      case .punctuation(let byte): note(byte, at: place)
      case .interpolationStart: brackets.append(Bracket())
      case .interpolationEnd: close()
      case .operation: readOperator(place)
      default: break
      }
    }
  }

  private func isKeyword(_ place: Int) -> Bool {
    neighbours[place].map { tokens[$0.index].kind == .keyword } ?? false
  }

  private func name(_ place: Int) -> String? {
    guard case .name? = neighbours[place]?.kind, !isKeyword(place) else { return nil }
    return neighbours[place].flatMap { tokens[$0.index].name }
  }

  private func text(_ place: Int) -> Substring { neighbours[place].map { tokens[$0.index].text } ?? "" }

  private mutating func readKeyword(_ place: Int) {
    switch neighbours.word(place) {
    case .func?, .subscript?, .macro?: awaitsParameters = true
    case .`init`?: awaitsParameters = !neighbours.is(place - 1, ".")
    case .case?:
      awaitsParameters = true
      brackets[brackets.count - 1].isList = true
    case .let?, .var?:
      awaitsPattern = true
      brackets[brackets.count - 1].isList = true
    case .in?: readNamesBefore(place)
    default: break
    }
  }

  /// The names between `for` or a brace and `in`, but for types.
  private mutating func readNamesBefore(_ place: Int) {
    var place = place - 1
    while place >= 0, !neighbours.is(place, "{") {
      if isKeyword(place), neighbours.word(place) == .for || neighbours.word(place) == .in { return }
      if !neighbours.is(place - 1, "."), neighbours[place]?.kind != .name(.capitalized),
        let name = name(place)
      {
        declared.insert(name)
      }
      place -= 1
    }
  }

  private mutating func readName(_ kind: Lexeme.Name, at place: Int) {
    guard !neighbours.is(place - 1, "."), kind != .placeholder, let name = name(place) else { return }
    let bracket = brackets[brackets.count - 1]
    let isVariable = bracket.isPattern && kind != .capitalized
    let isNext = bracket.isList && neighbours.is(place - 1, ",")
    let isParameter = isInGenerics && (neighbours.is(place - 1, ",") || text(place - 1).hasPrefix("<"))
    let isLabelled = bracket.declaresLabels && neighbours.is(place + 1, ":")
    if isKeyword(place - 1), neighbours.word(place - 1) == .import { imported.insert(name) }
    let isAssigned = text(place + 1) == "=" && !neighbours.is(place - 1, ":")
    if isIntroduced(place) || isVariable || isNext || isParameter || isLabelled || isAssigned {
      declared.insert(name)
    }
    awaitsPattern = false
  }

  /// Right behind a word that declares.
  private func isIntroduced(_ place: Int) -> Bool {
    guard isKeyword(place - 1) else { return false }
    switch neighbours.word(place - 1) {
    case .let?, .var?, .func?, .struct?, .class?, .enum?, .actor?, .protocol?, .typealias?, .associatedtype?,
      .macro?, .case?, .for?:
      return true
    default: return false
    }
  }

  private mutating func readOperator(_ place: Int) {
    let text = text(place)
    if text.hasPrefix("<"), isIntroduced(place - 1) { isInGenerics = true }
    if text.hasPrefix(">") { isInGenerics = false }
    if text == "=" { awaitsPattern = false }
  }

  private mutating func note(_ byte: UInt8, at place: Int) {
    switch byte {
    case UInt8(ascii: "("):
      let isCall =
        !awaitsParameters && neighbours.isAdjacent(place)
        && (neighbours.isName(place - 1) || neighbours.is(place - 1, ")") || neighbours.is(place - 1, "]")
          || text(place - 1).hasPrefix(">"))
      brackets.append(
        Bracket(
          declaresLabels: !isCall, isPattern: awaitsPattern || brackets[brackets.count - 1].isPattern))
      (awaitsParameters, awaitsPattern, isInGenerics) = (false, false, false)
    case UInt8(ascii: ":") where !isInGenerics: (awaitsParameters, awaitsPattern) = (false, false)
    case UInt8(ascii: "["): brackets.append(Bracket())
    case UInt8(ascii: "{"):
      brackets[brackets.count - 1].isList = false
      brackets.append(Bracket())
      (awaitsParameters, awaitsPattern, isInGenerics) = (false, false, false)
    case UInt8(ascii: "}"), UInt8(ascii: ")"), UInt8(ascii: "]"): close()
    default: break
    }
  }

  private mutating func close() {
    if brackets.count > 1 { brackets.removeLast() }
  }
}
