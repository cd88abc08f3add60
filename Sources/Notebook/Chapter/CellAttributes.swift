import CommonMark
import Spelling

/// The words of a cell's info string: what becomes of it, its name, its caption, and what it reads.
///
/// After `swift` there may stand one kind, `id=NAME`, `caption="TEXT"` and `reads="PATH"`, in any order, each once. In
/// quotes, a backslash takes the next character as it is; but `\(…)` is a number in the caption, as in a sentence.
struct CellAttributes: Equatable {
  var kind = Cell.Kind.shown
  var id: String?
  var caption: Caption?
  var reads: String?

  private static let names = ["id", "caption", "reads"]

  /// A word of an info string that cannot be.
  struct Fault: Equatable {
    /// The bytes of the info string that the word takes.
    var range: Range<Int>
    var identifier: Diagnostic.Identifier
    var message: String
    /// What the author may have meant in its place.
    var likely: String?
  }

  /// Reads the words that follow `swift` in an info string.
  ///
  /// - Returns: what was understood, and every word that was not.
  static func parse(_ info: String) -> (attributes: CellAttributes, faults: [Fault]) {
    var attributes = CellAttributes()
    var faults: [Fault] = []
    var seen: Set<String> = []
    var words = InfoString(info)
    while let word = words.next() {
      guard let problem = word.problem ?? attributes.take(word, seen: &seen) else { continue }
      faults.append(
        Fault(
          range: word.offset..<words.offset, identifier: problem.identifier, message: problem.message,
          likely: problem.likely.map {
            $0 + info.utf8.text(word.offset + word.name.utf8.count..<words.offset)
          }))
    }
    return (attributes, faults)
  }

  /// Takes on one word, or says why not.
  private mutating func take(_ word: InfoString.Word, seen: inout Set<String>) -> Problem? {
    guard let value = word.value else {
      guard let kind = Cell.Kind(rawValue: word.name), kind != .shown else {
        return CellAttributes.names.contains(word.name)
          ? Problem(.attributeValue, "attribute '\(word.name)' needs a value, as in \(word.name)=\"…\"")
          : .unknown(word.name, among: Cell.Kind.allCases.map(\.rawValue) + CellAttributes.names)
      }
      if !seen.insert(word.name).inserted { return .twice(word.name) }
      if self.kind != .shown {
        return Problem(.twoKinds, "a cell cannot be both '\(self.kind.rawValue)' and '\(word.name)'")
      }
      self.kind = kind
      return nil
    }
    guard CellAttributes.names.contains(word.name) else {
      return .unknown(word.name, among: CellAttributes.names)
    }
    if !seen.insert(word.name).inserted { return .twice(word.name) }
    if word.name != "caption", !word.numbers.isEmpty {
      return Problem(.attributeValue, "attribute '\(word.name)' holds no numbers; a caption does")
    }
    if value.isEmpty { return Problem(.attributeValue, "attribute '\(word.name)' is empty") }
    switch word.name {
    case "caption": caption = Caption(text: value, numbers: word.numbers)
    case "reads": reads = value
    default:
      if value.contains(where: \.isWhitespace) { return Problem(.attributeValue, "an id holds no spaces") }
      if value.unicodeScalars.contains(where: { $0.properties.generalCategory == .control }) {
        return Problem(.attributeValue, "an id holds no control characters")
      }
      id = value
    }
    return nil
  }
}

/// What is wrong with a word of an info string.
private struct Problem {
  var identifier: Diagnostic.Identifier
  var message: String
  var likely: String?

  init(_ identifier: Diagnostic.Identifier, _ message: String, likely: String? = nil) {
    (self.identifier, self.message, self.likely) = (identifier, message, likely)
  }

  static func unknown(_ name: String, among names: [String]) -> Problem {
    let likely = NearMiss.of(name, in: names.filter { !$0.isEmpty })
    return Problem(
      .unknownAttribute,
      "unknown attribute '\(name)'" + (likely.map { "; did you mean '\($0)'?" } ?? ""), likely: likely)
  }

  static func twice(_ name: String) -> Problem {
    Problem(.attributeTwice, "attribute '\(name)' stands here twice")
  }
}

extension String.UTF8View {
  fileprivate func text(_ range: Range<Int>) -> String {
    String(decoding: dropFirst(range.lowerBound).prefix(range.count), as: UTF8.self)
  }
}

/// The words of an info string, `name` or `name=value` or `name="quoted value"`.
private struct InfoString {
  struct Word {
    var offset: Int
    var name: String
    var value: String?
    var numbers: [Caption.Number] = []
    var problem: Problem?
  }

  private var rest: Substring
  private(set) var offset = 0

  init(_ text: String) { rest = text[...] }

  mutating func next() -> Word? {
    skip(while: { $0.isWhitespace })
    guard !rest.isEmpty else { return nil }
    var word = Word(offset: offset, name: take(while: { !$0.isWhitespace && $0 != "=" }))
    guard rest.first == "=" else { return word }
    skip(1)
    if rest.first == "\"" {
      readQuotation(of: &word)
    } else {
      word.value = take(while: { !$0.isWhitespace })
    }
    return word
  }

  private mutating func readQuotation(of word: inout Word) {
    skip(1)
    var value = ""
    while let character = rest.first {
      let start = offset
      skip(1)
      if character == "\"" {
        word.value = value
        return
      }
      if character == "\\", rest.first == "(" {
        guard let expression = parenthesised() else {
          word.problem = Problem(.attributeValue, "a number in attribute '\(word.name)' is not closed")
          return
        }
        word.numbers.append(Caption.Number(interpolation: "\\" + expression, offset: start))
        value += Caption.mark(for: "\\" + expression, behind: value, before: rest)
      } else if character == "\\", let next = rest.first {
        value.append(next)
        skip(1)
      } else {
        value.append(character)
      }
    }
    word.problem = Problem(.attributeValue, "the quotation of attribute '\(word.name)' is not closed")
  }

  /// What stands in parentheses, with them and with what they hold of others.
  private mutating func parenthesised() -> String? {
    var (text, depth) = ("", 0)
    while var character = rest.first {
      skip(1)
      if character == "\"" { return nil }
      if character == "\\", let next = rest.first, next == "\"" || next == "\\" {
        character = next
        skip(1)
      }
      text.append(character)
      if character == "(" { depth += 1 }
      if character == ")" { depth -= 1 }
      if depth == 0 { return text }
    }
    return nil
  }

  private mutating func take(while condition: (Character) -> Bool) -> String {
    let taken = rest.prefix(while: condition)
    skip(taken.count)
    return String(taken)
  }

  private mutating func skip(while condition: (Character) -> Bool) {
    skip(rest.prefix(while: condition).count)
  }

  private mutating func skip(_ count: Int) {
    offset += rest.prefix(count).utf8.count
    rest = rest.dropFirst(count)
  }
}
