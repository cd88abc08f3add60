/// A set of letter forms that mean something of their own in a formula.
enum Alphabet: Hashable, Sendable {
  case upright, italic, bold, boldItalic, blackboard, script, boldScript, fraktur, boldFraktur
  case sans, boldSans, typewriter

  /// The same forms in bold; those that have no bold as they are.
  var bolder: Alphabet {
    switch self {
    case .upright: .bold
    case .italic: .boldItalic
    case .script: .boldScript
    case .fraktur: .boldFraktur
    case .sans: .boldSans
    default: self
    }
  }

  /// Whether neighbouring letters make a word and not a product.
  var makesWords: Bool {
    switch self {
    case .upright, .italic, .sans, .typewriter: true
    default: false
    }
  }

  /// A text in this alphabet's characters (Unicode 15, Mathematical Alphanumeric Symbols); a character without a
  /// form in it stays as it is.
  func text(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { result.append(form(of: scalar) ?? scalar) }
    return String(result)
  }

  private func form(of scalar: Unicode.Scalar) -> Unicode.Scalar? {
    guard let first = Self.firstForms[self] else { return nil }
    if let exception = Self.exceptions[self]?[scalar] { return exception }
    func form(_ start: UInt32?, _ offset: UInt32) -> Unicode.Scalar? {
      start.flatMap { Unicode.Scalar($0 + offset) }
    }
    switch scalar {
    case "A"..."Z": return form(first.letters, scalar.value - 0x41)
    case "a"..."z": return form(first.letters, scalar.value - 0x61 + 26)
    case "0"..."9": return form(first.digits, scalar.value - 0x30)
    case "\u{391}"..."\u{3A9}": return form(first.greek, scalar.value - 0x391)
    case "\u{3B1}"..."\u{3C9}": return form(first.greek, scalar.value - 0x3B1 + 26)
    default: return Self.greekExtras[scalar].flatMap { form(first.greek, $0) }
    }
  }

  /// The characters of A, of 0 and of capital alpha.
  private struct FirstForms {
    var letters: UInt32
    var digits: UInt32?
    var greek: UInt32?
  }

  private static let firstForms: [Alphabet: FirstForms] = [
    .bold: FirstForms(letters: 0x1D400, digits: 0x1D7CE, greek: 0x1D6A8),
    .italic: FirstForms(letters: 0x1D434, greek: 0x1D6E2),
    .boldItalic: FirstForms(letters: 0x1D468, digits: 0x1D7CE, greek: 0x1D71C),
    .script: FirstForms(letters: 0x1D49C),
    .boldScript: FirstForms(letters: 0x1D4D0, digits: 0x1D7CE),
    .fraktur: FirstForms(letters: 0x1D504),
    .boldFraktur: FirstForms(letters: 0x1D56C, digits: 0x1D7CE),
    .blackboard: FirstForms(letters: 0x1D538, digits: 0x1D7D8),
    .sans: FirstForms(letters: 0x1D5A0, digits: 0x1D7E2),
    .boldSans: FirstForms(letters: 0x1D5D4, digits: 0x1D7EC, greek: 0x1D756),
    .typewriter: FirstForms(letters: 0x1D670, digits: 0x1D7F6),
  ]

  /// Letters that Unicode had before it had the alphabet.
  private static let exceptions: [Alphabet: [Unicode.Scalar: Unicode.Scalar]] = [
    .italic: ["h": "ℎ"],
    .script: [
      "B": "ℬ", "E": "ℰ", "F": "ℱ", "H": "ℋ", "I": "ℐ", "L": "ℒ", "M": "ℳ", "R": "ℛ", "e": "ℯ", "g": "ℊ",
      "o": "ℴ",
    ],
    .fraktur: ["C": "ℭ", "H": "ℌ", "I": "ℑ", "R": "ℜ", "Z": "ℨ"],
    .blackboard: ["C": "ℂ", "H": "ℍ", "N": "ℕ", "P": "ℙ", "Q": "ℚ", "R": "ℝ", "Z": "ℤ"],
  ]

  /// Greek letters outside the alphabet's order, by their distance from capital alpha.
  private static let greekExtras: [Unicode.Scalar: UInt32] = [
    "ϴ": 17, "∇": 25, "∂": 51, "ϵ": 52, "ϑ": 53, "ϰ": 54, "ϕ": 55, "ϱ": 56, "ϖ": 57,
  ]
}
