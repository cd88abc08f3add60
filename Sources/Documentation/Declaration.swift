/// How a symbol is declared, as source text, and which types its names mean.
public struct Declaration: Equatable, Sendable {
  /// The text; a long one has a line for each parameter.
  public private(set) var text: String
  /// The symbols that names in the text mean, by the places of the names in UTF-8 bytes.
  public private(set) var targets: [Int: String] = [:]

  /// A part of a declaration as the compiler tells it.
  struct Part {
    var text: String
    /// The symbol that it names.
    var target: String?
    /// Whether a parameter begins with it.
    var beginsParameter = false
  }

  /// The longest declaration that stands on one line.
  private static let longest = 72

  /// Joins parts, and breaks a long declaration before its parameters and behind the last.
  init(_ parts: [Part]) {
    let length = parts.reduce(0) { $0 + $1.text.count }
    let end = length > Declaration.longest ? Declaration.end(of: parts) : nil
    text = ""
    for (index, part) in parts.enumerated() {
      // The compiler writes a colon between two blanks.
      var words = part.target == nil ? part.text.replacing(" : ", with: ": ") : part.text
      if let end, index <= end.part, part.beginsParameter {
        while text.last == " " { text.removeLast() }
        text += "\n  "
      }
      if let end, end.part == index {
        words = part.text
        words.insert("\n", at: words.index(words.startIndex, offsetBy: end.offset))
        words = words.replacing(" : ", with: ": ")
      }
      if let target = part.target { targets[text.utf8.count] = target }
      text += words
    }
  }

  /// The part that closes the parameters, and the character in it; none for a declaration without any.
  private static func end(of parts: [Part]) -> (part: Int, offset: Int)? {
    guard let first = parts.firstIndex(where: \.beginsParameter) else { return nil }
    var depth = 1
    for (index, part) in parts.enumerated().dropFirst(first) where part.target == nil {
      for (offset, character) in part.text.enumerated() {
        if character == "(" || character == "[" { depth += 1 }
        if character == ")" || character == "]" { depth -= 1 }
        if depth == 0 { return (index, offset) }
      }
    }
    return nil
  }
}
