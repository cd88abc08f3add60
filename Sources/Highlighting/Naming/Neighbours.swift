/// The lexemes that are no trivia, with what stands between them.
struct Neighbours {
  struct Entry {
    /// Which lexeme it is.
    let index: Int
    let kind: Lexeme.Kind
    /// Nothing stands between it and the one before.
    let isAdjacent: Bool
    /// A line ends between it and the one before.
    let startsLine: Bool
  }

  private(set) var entries: [Entry] = []

  init(of lexemes: [Lexeme]) {
    var isAdjacent = false
    var startsLine = true
    for (index, lexeme) in lexemes.enumerated() {
      if lexeme.isTrivia {
        isAdjacent = false
        startsLine = startsLine || lexeme.endsLine
      } else {
        entries.append(Entry(index: index, kind: lexeme.kind, isAdjacent: isAdjacent, startsLine: startsLine))
        isAdjacent = true
        startsLine = false
      }
    }
  }

  subscript(_ place: Int) -> Entry? { entries.indices.contains(place) ? entries[place] : nil }

  func word(_ place: Int) -> Word? {
    if case .name(.word(let word))? = self[place]?.kind { word } else { nil }
  }

  func isName(_ place: Int) -> Bool {
    if case .name? = self[place]?.kind { true } else { false }
  }

  func `is`(_ place: Int, _ character: Unicode.Scalar) -> Bool {
    self[place]?.kind == .punctuation(UInt8(ascii: character))
  }

  func startsLine(_ place: Int) -> Bool { self[place]?.startsLine ?? true }
  func isAdjacent(_ place: Int) -> Bool { self[place]?.isAdjacent ?? false }
}
