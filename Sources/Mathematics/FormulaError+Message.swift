extension FormulaError {
  /// A name of the kind of error that stays the same when the words change, such as `unknown-math-command`.
  public var identifier: String {
    switch kind {
    case .unknownCommand: "unknown-math-command"
    case .unknownEnvironment: "unknown-math-environment"
    case .unknownColour: "unknown-math-colour"
    case .unknownCharacter: "unknown-math-character"
    case .reservedCharacter: "reserved-math-character"
    case .loneBackslash: "lone-backslash"
    case .missingBrace: "missing-brace"
    case .unexpectedBrace: "unexpected-brace"
    case .missingArgument, .missingGroup: "missing-argument"
    case .doubleSuperscript: "double-superscript"
    case .doubleSubscript: "double-subscript"
    case .missingDelimiter: "missing-delimiter"
    case .missingRight: "missing-right"
    case .unexpectedRight: "unexpected-right"
    case .missingEnd: "missing-end"
    case .unexpectedEnd: "unexpected-end"
    case .mismatchedEnd: "mismatched-end"
    case .misplacedAlignment: "misplaced-alignment"
    case .misplacedLine: "misplaced-line"
    case .misplacedLimits: "misplaced-limits"
    case .tooManyColumns: "too-many-columns"
    case .invalidColumn: "invalid-column"
    case .invalidLength: "invalid-length"
    case .invalidNegation: "invalid-negation"
    case .emptyName: "empty-name"
    case .duplicateName: "duplicate-name"
    case .nestedTooDeep: "nested-too-deep"
    case .emptyFormula: "empty-formula"
    }
  }

  /// What is the matter in plain words, without a full stop at the end and without the suggestion.
  public var message: String {
    switch kind {
    case .unknownCommand(let name, _): "unknown math command \(name)"
    case .unknownEnvironment(let name, _): "unknown math environment “\(name)”"
    case .unknownColour(let name, _): "unknown math colour “\(name)”"
    case .unknownCharacter(let scalar):
      "a formula has no use for the character \(Self.description(of: scalar))"
    case .reservedCharacter(let scalar): "“\(scalar)” has a meaning of its own in LaTeX"
    case .loneBackslash: "a backslash needs a command after it"
    case .missingBrace(let opening, let closing): "the “\(opening)” has no closing “\(closing)”"
    case .unexpectedBrace: "the “}” closes nothing"
    case .missingArgument(let command): "\(command) needs something after it"
    case .missingGroup(let command): "\(command) needs something in braces after it"
    case .doubleSuperscript: "the base has a superscript already"
    case .doubleSubscript: "the base has a subscript already"
    case .missingDelimiter(let command): "\(command) needs a delimiter after it, such as ( or | or \\{"
    case .missingRight: "\\left has no \\right"
    case .unexpectedRight(let command): "\(command) has no \\left before it"
    case .missingEnd(let name): "\\begin{\(name)} has no \\end{\(name)}"
    case .unexpectedEnd(let name): "\\end{\(name)} has no \\begin{\(name)} before it"
    case .mismatchedEnd(let expected, let found): "expected \\end{\(expected)}, found \\end{\(found)}"
    case .misplacedAlignment: "“&” stands outside the columns of a matrix, array or aligned lines"
    case .misplacedLine(let command):
      "\(command) stands outside the lines of a matrix, array or aligned lines"
    case .misplacedLimits(let command): "\(command) must follow an operator such as \\sum or \\max"
    case .tooManyColumns(let columns): "the cell stands past the last column, which is number \(columns)"
    case .invalidColumn(let name): "“\(name)” is not a kind of column; l, c, r and | are"
    case .invalidLength(let text): "“\(text)” is not a length such as 2pt or 0.5em"
    case .invalidNegation: "\\not needs a single symbol after it, such as = or \\in"
    case .emptyName(let command): "\(command) is empty"
    case .duplicateName(let command): "a formula has one \(command) at most"
    case .nestedTooDeep(let limit): "groups stand within groups more than \(limit) deep"
    case .emptyFormula: "the formula is empty"
    }
  }

  /// What the author may have meant, as a sentence or question; none where nothing comes near.
  public var suggestion: String? {
    switch kind {
    case .unknownCommand(_, let near?), .unknownEnvironment(_, let near?), .unknownColour(_, let near?):
      "did you mean \(near)?"
    case .reservedCharacter(let scalar): "write \\\(scalar) to show the sign"
    case .misplacedLine("\\\\"): "put the lines in \\begin{aligned} and \\end{aligned}"
    case .doubleSuperscript, .doubleSubscript: "use braces to say what belongs to what"
    default: nil
    }
  }

  private static func description(of scalar: Unicode.Scalar) -> String {
    let number = String(scalar.value, radix: 16, uppercase: true)
    let code = "U+" + String(repeating: "0", count: max(0, 4 - number.count)) + number
    return scalar.properties.generalCategory == .control ? code : "“\(scalar)” (\(code))"
  }
}

extension FormulaError: CustomStringConvertible {
  /// The bytes, the identifier, the message and the suggestion, on one line.
  public var description: String {
    let hint = suggestion.map { "; \($0)" } ?? ""
    return "\(range.lowerBound)..<\(range.upperBound): \(identifier): \(message)\(hint)"
  }
}
