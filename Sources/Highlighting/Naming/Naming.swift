/// The kinds of lexemes, where names are told apart by their neighbours: keywords, types, functions, others.
struct Naming {
  /// One for each lexeme.
  private(set) var kinds: [Highlighting.Token.Kind]
  /// The names among the lexemes, by their indices, and how each is used.
  private(set) var uses: [Int: Use] = [:]
  let neighbours: Neighbours
  /// The brackets open at the place at hand, the outermost first.
  private var brackets: [Bracket] = []

  /// How a name is used.
  enum Use: Equatable {
    /// By itself.
    case free
    /// Behind a dot; `base` is the index of the lexeme before it, where that is a name by itself.
    case member(base: Int?)
    /// Before a colon, for an argument or a parameter.
    case label
  }

  /// A bracket and what follows it up to its end.
  private struct Bracket {
    let opening: UInt8
    /// Between a word such as `if` and its brace, where a brace opens no closure.
    var isHeader = false
  }

  init(of lexemes: [Lexeme]) {
    kinds = lexemes.map(\.kindByItself)
    neighbours = Neighbours(of: lexemes)
    brackets = [Bracket(opening: UInt8(ascii: "{"))]
    for (place, entry) in neighbours.entries.enumerated() {
      switch entry.kind {
      case .name(let name):
        kinds[entry.index] = kind(of: name, at: place)
        if kinds[entry.index] != .keyword { uses[entry.index] = use(at: place) }
      case .interpolationStart: brackets.append(Bracket(opening: UInt8(ascii: "(")))
      case .interpolationEnd: close()
      case .punctuation(let byte): note(byte)
      default: break
      }
    }
  }

  private mutating func note(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "{"):
      brackets[brackets.count - 1].isHeader = false
      brackets.append(Bracket(opening: byte))
    case UInt8(ascii: "("), UInt8(ascii: "["): brackets.append(Bracket(opening: byte))
    case UInt8(ascii: "}"), UInt8(ascii: ")"), UInt8(ascii: "]"): close()
    case UInt8(ascii: ";"): brackets[brackets.count - 1].isHeader = false
    default: break
    }
  }

  /// Closes the last bracket, whichever it is: what does not match is wrong anyway.
  private mutating func close() {
    if brackets.count > 1 { brackets.removeLast() }
  }

  private var bracket: UInt8 { brackets[brackets.count - 1].opening }

  private mutating func kind(of name: Lexeme.Name, at place: Int) -> Highlighting.Token.Kind {
    let isLabel = isLabel(place)
    if case .word(let word) = name, !isLabel, isKeyword(word, at: place) {
      if word.beginsHeader { brackets[brackets.count - 1].isHeader = true }
      if word == .else { brackets[brackets.count - 1].isHeader = false }
      return .keyword
    }
    if name == .placeholder { return .plain }
    if wasKeyword(place - 1), neighbours.word(place - 1) == .func || neighbours.word(place - 1) == .macro {
      return .function
    }
    if isLabel { return .plain }
    switch name {
    case .capitalized, .word(.anyType), .word(.selfType): return .type
    default: break
    }
    return isCalled(place) ? .function : .plain
  }

  private func use(at place: Int) -> Use {
    if isLabel(place) { return .label }
    guard neighbours.is(place - 1, ".") else { return .free }
    let isWhole = neighbours.isName(place - 2) && !neighbours.is(place - 3, ".")
    return .member(base: isWhole ? neighbours[place - 2]?.index : nil)
  }

  /// A name with its arguments, or with a closure where a brace opens one.
  private func isCalled(_ place: Int) -> Bool {
    if neighbours.is(place + 1, "(") {
      return neighbours.isAdjacent(place + 1) && neighbours.word(place - 1) != .case
    }
    let observer = neighbours.word(place + 2)
    return neighbours.is(place + 1, "{") && !neighbours.startsLine(place + 1)
      && !neighbours.is(place - 1, ":")
      && !brackets[brackets.count - 1].isHeader && observer != .willSet && observer != .didSet
  }

  /// The label of an argument or a parameter: before a colon, or before a parameter's own name.
  private func isLabel(_ place: Int) -> Bool {
    guard neighbours.is(place - 1, "(") || neighbours.is(place - 1, ",") || neighbours.is(place - 1, "[")
    else {
      return false
    }
    let word = neighbours.word(place)
    if bracket == UInt8(ascii: "[") { return neighbours.is(place + 1, ":") && word?.isOperand != true }
    guard bracket == UInt8(ascii: "(") else { return false }
    if neighbours.is(place + 1, ":") { return true }
    return neighbours.isName(place + 1) && neighbours.is(place + 2, ":") && word != .let && word != .var
  }

  private func wasKeyword(_ place: Int) -> Bool {
    neighbours[place].map { kinds[$0.index] == .keyword } ?? false
  }

  private func isKeyword(_ word: Word, at place: Int) -> Bool {
    if neighbours.is(place - 1, ".") { return word == .`self` || word == .`init` }
    return word.isReserved || isContextualKeyword(word, at: place)
  }

  private func isContextualKeyword(_ word: Word, at place: Int) -> Bool {
    switch word {
    case .safe, .nonsending: return isArgumentOfModifier(place)
    case .set where isArgumentOfModifier(place), .unsafe where isArgumentOfModifier(place): return true
    case .async: return isEffect(place)
    case .of:
      return bracket == UInt8(ascii: "[") && !neighbours.is(place - 1, "[") && !neighbours.is(place - 1, ",")
        && joins(place)
    case .nonisolated where hasArgument(place), .unowned where hasArgument(place): return true
    default: break
    }
    if word.isAccessor { return isAccessor(place) }
    if word.modifiesDeclaration, modifies(place) { return true }
    return word.isPrefix && (joins(place) || precedesType(word, place) || precedesExpression(word, place))
  }

  /// `set` in `private(set)`, `unsafe` in `nonisolated(unsafe)`.
  private func isArgumentOfModifier(_ place: Int) -> Bool {
    guard neighbours.is(place - 1, "("), neighbours.is(place + 1, ")"),
      let modifier = neighbours.word(place - 2)
    else { return false }
    return modifier.modifiesDeclaration && wasKeyword(place - 2)
      && (modifier.isReserved || modifier == .open || modifier == .package)
        == (neighbours.word(place) == .set)
  }

  private func hasArgument(_ place: Int) -> Bool {
    let word = neighbours.word(place + 2)
    return neighbours.is(place + 1, "(") && neighbours.is(place + 3, ")")
      && (word == .unsafe || word == .safe || word == .nonsending || word == .set)
  }

  /// `async` after parameters, before `throws`, an arrow or a declaration.
  private func isEffect(_ place: Int) -> Bool {
    switch neighbours.word(place + 1) {
    case .throws?, .rethrows?, .let?, .var?, .in?: return true
    default: break
    }
    if neighbours.word(place - 1)?.isAccessor == true { return wasKeyword(place - 1) }
    return neighbours.is(place - 1, ")") && !neighbours.startsLine(place)
  }

  /// At the beginning of an accessor: before its body, its parameter or another accessor of a protocol's list.
  private func isAccessor(_ place: Int) -> Bool {
    let begins =
      neighbours.startsLine(place) || neighbours.is(place - 1, "{") || neighbours.is(place - 1, "}")
      || neighbours.is(place - 1, ";") || wasKeyword(place - 1) || neighbours[place - 1]?.kind == .attribute
    guard begins, !(neighbours.word(place - 1).map { $0.isReserved && $0 != .throws } ?? false) else {
      return false
    }
    if neighbours.is(place + 1, "(") { return neighbours.is(place + 3, ")") && neighbours.is(place + 4, "{") }
    if neighbours.is(place + 1, "{") || neighbours.is(place + 1, "}") { return true }
    switch neighbours.word(place + 1) {
    case .get?, .set?, .async?, .throws?, .mutating?, .nonmutating?, .read?, .modify?: return true
    default: return false
    }
  }

  /// Where a modifier may stand, and before a declaration or another modifier.
  private func modifies(_ place: Int) -> Bool {
    let begins =
      neighbours.startsLine(place) || neighbours.is(place - 1, "{") || neighbours.is(place - 1, "}")
      || neighbours.is(place - 1, ";") || neighbours.is(place - 1, ")")
      || neighbours[place - 1]?.kind == .attribute
      || (wasKeyword(place - 1) && neighbours.word(place - 1)?.modifiesDeclaration == true)
    guard begins else { return false }
    if neighbours.is(place + 1, "(") { return hasArgument(place) }
    if neighbours[place + 1]?.kind == .attribute { return true }
    guard let next = neighbours.word(place + 1) else { return false }
    return next.introducesDeclaration || next.modifiesDeclaration
  }

  /// Before another name on its line: two names side by side are a phrase, not two values.
  private func joins(_ place: Int) -> Bool {
    guard !neighbours.startsLine(place + 1), neighbours.word(place - 1) != .func,
      case .name(let next)? = neighbours[place + 1]?.kind
    else { return false }
    guard case .word(let word) = next, word.isReserved else { return true }
    return word.isOperand || word == .`init` || word == .inout || word == .try || word == .deinit
  }

  /// Before a type that begins with a bracket, an attribute or a tilde, in a type's place.
  private func precedesType(_ word: Word, _ place: Int) -> Bool {
    guard word != .await, word != .macro, !neighbours.startsLine(place + 1), !neighbours.isAdjacent(place + 1)
    else {
      return isTilde(place + 1) && word == .any || isTilde(place + 1) && word == .some
    }
    let isTypePlace =
      neighbours.is(place - 1, ":") || neighbours[place - 1]?.kind == .operation
      || neighbours.word(place - 1) == .as
    switch neighbours[place + 1]?.kind {
    case .punctuation(UInt8(ascii: "("))?, .punctuation(UInt8(ascii: "["))?: return isTypePlace
    case .attribute?: return isTypePlace
    case .operation?: return isTilde(place + 1) && (word == .any || word == .some)
    default: return false
    }
  }

  /// A tilde before a name, not between two values.
  private func isTilde(_ place: Int) -> Bool {
    neighbours[place]?.kind == .operation && !neighbours.isAdjacent(place) && neighbours.isAdjacent(place + 1)
      && neighbours.isName(place + 1)
  }

  /// `await` before anything that may begin an expression; the others before what cannot follow a value.
  private func precedesExpression(_ word: Word, _ place: Int) -> Bool {
    guard !neighbours.startsLine(place + 1) else { return false }
    switch neighbours[place + 1]?.kind {
    case .punctuation(UInt8(ascii: "("))?, .punctuation(UInt8(ascii: "["))?, .punctuation(UInt8(ascii: "."))?:
      return word == .await && !neighbours.isAdjacent(place + 1)
    case .string?, .number?, .attribute?: return word == .await
    case .operation?:
      return word == .yield && !neighbours.isAdjacent(place + 1) && neighbours.isAdjacent(place + 2)
    default: return false
    }
  }
}

extension Lexeme {
  /// The kind of a lexeme that is no name.
  fileprivate var kindByItself: Highlighting.Token.Kind {
    switch kind {
    case .space, .punctuation, .name: .plain
    case .comment: .comment
    case .number: .number
    case .string: .string
    case .regex: .regex
    case .attribute: .attribute
    case .operation: .operator
    case .escape, .interpolationStart, .interpolationEnd: .escape
    }
  }
}
