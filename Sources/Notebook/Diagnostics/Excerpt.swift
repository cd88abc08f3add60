import CommonMark

/// A line of source with a caret below the stretch that is meant and, below that, what would mend it.
///
/// A long line is shown around the caret only.
struct Excerpt {
  /// The lines to print; none where there is nothing on the line.
  let lines: [String]

  /// How many columns of a terminal a line takes at most.
  private static let width = 160
  /// How many columns stand before the caret, where a line is cut.
  private static let before = 40

  /// Cuts an excerpt out of a line.
  ///
  /// - Parameters:
  ///   - line: the bytes of the line.
  ///   - range: what is meant; it begins on this line.
  ///   - repair: is shown where all of it is on this line.
  init(_ line: ArraySlice<UInt8>, range: Range<SourcePosition>, repair: Repair?) {
    let window = Window(of: line, around: range.lowerBound.column)
    self.init(
      of: window.line, range: window.shift(range), repair: repair.map { Repair($0.edits.map(window.shift)) })
  }

  private init(of line: ArraySlice<UInt8>, range: Range<SourcePosition>, repair: Repair?) {
    func text(upTo column: Int) -> String { String(decoding: line.prefix(max(column - 1, 0)), as: UTF8.self) }
    let number = range.lowerBound.line
    let end = range.upperBound.line == number ? range.upperBound.column : line.count + 1
    let whole = String(decoding: line, as: UTF8.self)
    let start = text(upTo: range.lowerBound.column)
    guard !whole.allSatisfy(\.isWhitespace) else {
      lines = []
      return
    }
    let marked = max(Excerpt.width(of: text(upTo: end)) - Excerpt.width(of: start), 1)
    var rows = [whole, Excerpt.blank(start) + "^" + String(repeating: "~", count: marked - 1)]
    if let edits = repair?.edits, !edits.allSatisfy(\.text.isEmpty),
      edits.allSatisfy({ $0.range.lowerBound.line == number && $0.range.upperBound.line == number })
    {
      var row = ""
      for edit in edits.sorted(by: { $0.range.lowerBound < $1.range.lowerBound }) {
        let place = Excerpt.blank(text(upTo: edit.range.lowerBound.column))
        row += place.dropFirst(row.count) + edit.text
      }
      rows.append(row)
    }
    let indent = rows[1].count - marked
    guard whole.count > Excerpt.width else {
      lines = rows
      return
    }
    let cut = max(indent - Excerpt.before, 0)
    lines = rows.enumerated().map { index, row in
      let rest = row.dropFirst(cut)
      let isCut = index == 0 && rest.count > Excerpt.width
      return (cut == 0 ? "" : index == 0 ? "…" : " ") + rest.prefix(Excerpt.width) + (isCut ? "…" : "")
    }
  }

  /// Spaces as wide as a text; tabs stay.
  private static func blank(_ text: String) -> String {
    text.map { $0 == "\t" ? "\t" : String(repeating: " ", count: width(of: String($0))) }.joined()
  }

  /// How many columns of a terminal a text takes, as the East Asian Width of its characters has it (Unicode, UAX 11).
  private static func width(of text: String) -> Int {
    text.reduce(0) { sum, character in
      guard let scalar = character.unicodeScalars.first else { return sum }
      return sum + (wide.contains { $0.contains(scalar.value) } || character.isEmojiShown ? 2 : 1)
    }
  }

  private static let wide: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF,
    0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x20000...0x3FFFD,
  ]

  /// A text without the characters that a terminal would obey: controls but for line ends and tabs, and marks that turn
  /// the direction of what follows.
  static func harmless(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isObeyed) else { return text }
    var harmless = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { harmless.append(isObeyed(scalar) ? "\u{FFFD}" : scalar) }
    return String(harmless)
  }

  private static func isObeyed(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A: false
    case 0..<0x20, 0x7F..<0xA0, 0x202A...0x202E, 0x2066...0x2069, 0x200E, 0x200F: true
    default: false
    }
  }
}

/// The part of a line that an excerpt can show, so that a line of megabytes costs no more than a short one.
private struct Window {
  /// How many bytes before and behind the caret are looked at: four for each column that can be shown.
  private static let reach = 4 * 160

  let line: ArraySlice<UInt8>
  private let cut: Int

  init(of line: ArraySlice<UInt8>, around column: Int) {
    let isContinuation = { (byte: UInt8) in byte & 0xC0 == 0x80 }
    let before = max(column - 1 - Window.reach, 0)
    let rest = before == 0 ? line : line.dropFirst(before).drop(while: isContinuation)
    self.line = rest.prefix(2 * Window.reach)
    cut = rest.startIndex - line.startIndex
  }

  func shift(_ range: Range<SourcePosition>) -> Range<SourcePosition> {
    func shift(_ position: SourcePosition) -> SourcePosition {
      SourcePosition(line: position.line, column: max(position.column - cut, 1))
    }
    return shift(range.lowerBound)..<shift(range.upperBound)
  }

  func shift(_ edit: Repair.Edit) -> Repair.Edit { Repair.Edit(shift(edit.range), to: edit.text) }
}

extension Character {
  fileprivate var isEmojiShown: Bool {
    guard let first = unicodeScalars.first?.properties else { return false }
    return first.isEmojiPresentation || unicodeScalars.contains { $0 == "\u{FE0F}" }
  }
}
