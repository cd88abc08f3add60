/// Reads a formula by recursive descent.
///
/// What is wrong is noted and passed over, so that one reading finds all errors. Every recursion passes through
/// ``nucleus(_:)``, which counts the depth.
struct Parser {
  var tokens: Tokens
  let palette: Formula.Palette
  private(set) var errors: [FormulaError] = []
  var label: Formula.Label?
  var tag: Formula.Tag?
  /// The alphabet asked for, if any, and whether bold is.
  var font = Font()
  /// What the constructs that are open wait for, the innermost last.
  var awaited: [Closer] = []
  private var depth = 0
  private var isAbandoned = false

  /// How deep groups may stand within groups. It bounds the stack that reading and writing take.
  static let depthLimit = 30

  /// The letters asked for by the commands that surround a place.
  struct Font {
    var alphabet: Alphabet?
    var isBold = false
    /// Whether a name of a function is read, where a hyphen is no minus.
    var isName = false

    /// The alphabet for a letter that has one of its own.
    func alphabet(for own: Alphabet) -> Alphabet {
      let plain = alphabet ?? own
      return isBold ? plain.bolder : plain
    }
  }

  /// What ends a construct.
  enum Closer {
    case brace, bracket, right, dollar, environment
    /// The end of a cell, of its row or of its environment.
    case cell
  }

  init(_ source: String, palette: Formula.Palette) {
    tokens = Tokens(source)
    self.palette = palette
  }

  /// Reads all there is.
  mutating func formula() -> [MathNode] {
    let nodes = row()
    tokens.skipToEnd()
    if nodes.isEmpty, errors.isEmpty { report(.emptyFormula, 0..<tokens.offset) }
    return nodes
  }

  mutating func report(_ kind: FormulaError.Kind, _ range: Range<Int>) {
    let error = FormulaError(kind: kind, range: range)
    guard !isAbandoned, errors.last != error else { return }
    errors.append(error)
    if errors.count == FormulaErrors.limit { abandon() }
  }

  /// Reads no further; what is left open is no error of the author's.
  private mutating func abandon() {
    tokens.skipToEnd()
    isAbandoned = true
  }

  /// Reads what stands up to something that a construct waits for, which is left to be read.
  mutating func row() -> [MathNode] {
    var nodes: [MathNode] = []
    while true {
      let token = tokens.peek()
      guard !isEnd(token) else { return nodes }
      if case .command(let name) = token.kind, case .style(let style)? = Construct.byCommand[name] {
        _ = tokens.next()
        nodes.append(.styled(nested(token) { $0.row() } ?? [], style))
        continue
      }
      guard let base = isScriptSign(token) ? .nothing : nucleus(tokens.next()) else { continue }
      nodes.append(scripted(base))
    }
  }

  /// Whether a token ends the row that is being read.
  func isEnd(_ token: Token) -> Bool {
    switch token.kind {
    case .end: true
    case .character("}"): awaited.contains(.brace)
    case .character("]"): awaited.last == .bracket
    case .character("$"): awaited.contains(.dollar)
    case .character("&"), .command("\\"): awaited.contains(.cell)
    case .command("end"): awaited.contains(.cell) || awaited.contains(.environment)
    case .command("right"), .command("middle"): awaited.contains(.right)
    default: false
    }
  }

  /// Reads a part of a formula without its scripts, whose first token has been read; none where nothing is shown.
  mutating func nucleus(_ token: Token) -> MathNode? {
    nested(token) { parser in
      switch token.kind {
      case .command(let name): parser.command(name, token)
      case .character(let scalar): parser.character(scalar, token)
      case .end: nil
      }
    } ?? nil
  }

  /// Reads something one level deeper; none where that is too deep.
  mutating func nested<Result>(_ token: Token, _ read: (inout Parser) -> Result) -> Result? {
    guard depth < Self.depthLimit else {
      report(.nestedTooDeep(limit: Self.depthLimit), token.range)
      abandon()
      return nil
    }
    depth += 1
    defer { depth -= 1 }
    return read(&self)
  }

  /// Reads with other letters.
  mutating func with<Result>(_ font: Font, _ read: (inout Parser) -> Result) -> Result {
    let outer = self.font
    self.font = font
    defer { self.font = outer }
    return read(&self)
  }

  /// Reads while something more is waited for.
  mutating func awaiting<Result>(_ closer: Closer, _ read: (inout Parser) -> Result) -> Result {
    awaited.append(closer)
    defer { awaited.removeLast() }
    return read(&self)
  }
}
