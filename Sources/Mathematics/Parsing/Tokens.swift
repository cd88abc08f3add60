/// A command or a character of LaTeX, with its place.
struct Token: Hashable {
  enum Kind: Hashable {
    /// A command's name without its backslash: letters, or one other character.
    case command(String)
    case character(Unicode.Scalar)
    case end
  }

  let kind: Kind
  /// Bytes of the source.
  let range: Range<Int>
}

/// LaTeX, read a token at a time.
struct Tokens {
  private let scalars: [Unicode.Scalar]
  private var index = 0
  /// How many bytes of the source have been read.
  private(set) var offset = 0

  init(_ source: String) { scalars = Array(source.unicodeScalars) }

  /// Reads a token, and the white space before it unless that counts.
  mutating func next(keepingSpace: Bool = false) -> Token {
    if !keepingSpace { skipSpace() }
    let start = offset
    guard let scalar = read() else { return Token(kind: .end, range: start..<start) }
    guard scalar == "\\" else { return Token(kind: .character(scalar), range: start..<offset) }
    guard let first = read() else { return Token(kind: .command(""), range: start..<offset) }
    var name = String(first)
    if first.isASCIILetter {
      while let letter = self.scalar(ahead: 0), letter.isASCIILetter {
        name.unicodeScalars.append(letter)
        _ = read()
      }
    }
    return Token(kind: .command(name), range: start..<offset)
  }

  /// The token that ``next(keepingSpace:)`` would read.
  func peek(keepingSpace: Bool = false) -> Token {
    var copy = self
    return copy.next(keepingSpace: keepingSpace)
  }

  /// The character right here or some characters further on, white space included; none past the end.
  func scalar(ahead distance: Int) -> Unicode.Scalar? {
    index + distance < scalars.count ? scalars[index + distance] : nil
  }

  /// Passes over all that is left.
  mutating func skipToEnd() {
    while read() != nil {}
  }

  mutating func skipSpace() {
    while let scalar = scalar(ahead: 0), scalar.isSpace { _ = read() }
  }

  private mutating func read() -> Unicode.Scalar? {
    guard let scalar = scalar(ahead: 0) else { return nil }
    index += 1
    offset += UTF8.width(scalar)
    return scalar
  }
}

extension Unicode.Scalar {
  var isASCIILetter: Bool { ("a"..."z").contains(self) || ("A"..."Z").contains(self) }
  var isASCIIDigit: Bool { ("0"..."9").contains(self) }
  var isSpace: Bool { self == " " || self == "\n" || self == "\t" || self == "\r" }
}
