/// SplitMix64: small, and the same on every machine.
struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

/// Text made of what delimits, escapes and confuses.
enum Fragments {
  static let all = [
    "\"", "\"\"\"", "#\"", "\"#", "##\"", "\"##", "#\"\"\"", "\"\"\"#", "\\(", "\\#(", ")", "(", "[", "]",
    "{", "}",
    "\n", "\n", "\r\n", "\r", " ", "\t", "\\", "\\n", "\\u{41}", "\\#n", "/", "/a/", "/ ", "//", "/*", "*/",
    "#/",
    "/#", "##/", "#/\n", "\n/#", "x", "foo", "let ", "= ", "return ", "if ", "1", "0x1F", "1.5e3", "0x1.8p3",
    "a.0.1",
    "+", "->", "...", ".", "?", "!", "&", "<", ">", "/[)]/", "@x", "@", "#if", "#foo", "#", "#!", "$0", "$",
    "`a`",
    "`", "π", "∘", "🐈‍⬛", "e\u{301}", "\u{301}", "\u{FE0F}", "try? ", "func ", "operator ", "self ", ":", ";",
    ",",
    "'", "\0", "\u{FEFF}", "\u{A0}", "\u{2028}", "some ", "any ", "get ", "set ", "async ", "<&>", "Type",
    "init",
  ]

  static func text(_ count: Int, using generator: inout SeededGenerator) -> String {
    (0..<count).map { _ in all.randomElement(using: &generator) ?? "" }.joined()
  }

  /// `text` with some of its scalars dropped, doubled, cut off or replaced by fragments.
  static func mutation(of text: String, using generator: inout SeededGenerator) -> String {
    var scalars = Array(text.unicodeScalars)
    for _ in 0..<Int.random(in: 1...4, using: &generator) where !scalars.isEmpty {
      let place = Int.random(in: 0..<scalars.count, using: &generator)
      switch Int.random(in: 0..<4, using: &generator) {
      case 0: scalars.remove(at: place)
      case 1: scalars.insert(scalars[place], at: place)
      case 2: scalars.removeSubrange(place...)
      default: scalars.insert(contentsOf: Fragments.text(2, using: &generator).unicodeScalars, at: place)
      }
    }
    var mutated = ""
    mutated.unicodeScalars.append(contentsOf: scalars)
    return mutated
  }
}
