/// Which elements a rule of a style sheet is for: names and classes, of an element and of those around it.
struct Selector: Sendable {
  /// What one element must be.
  struct Part: Hashable, Sendable {
    var name: String?
    var classes: [String] = []

    func holds(for element: Element) -> Bool {
      (name ?? element.name) == element.name && classes.allSatisfy(element.classes.contains)
    }
  }

  /// From the outermost to the element itself.
  let parts: [Part]

  /// A selector of names, classes and descendants; none for a text with anything else.
  init?(_ text: Substring) {
    let words = text.split(whereSeparator: \.isWhitespace)
    let parts = words.compactMap { word -> Part? in
      let names = word.split(separator: ".", omittingEmptySubsequences: false)
      guard word.allSatisfy({ $0.isLetter || $0.isNumber || "-_.".contains($0) }),
        names.dropFirst().allSatisfy({ !$0.isEmpty })
      else { return nil }
      return Part(
        name: names[0].isEmpty ? nil : String(names[0]), classes: names.dropFirst().map(String.init))
    }
    guard !parts.isEmpty, parts.count == words.count else { return nil }
    self.parts = parts
  }

  /// Whether it is for the last of `path`, which begins with the outermost element.
  func matches(_ path: [Element]) -> Bool {
    guard let last = parts.last, let element = path.last, last.holds(for: element) else { return false }
    var around = path.dropLast()
    // The nearest element that fits leaves the most for the parts before.
    for part in parts.dropLast().reversed() {
      guard let place = around.lastIndex(where: part.holds) else { return false }
      around = around[..<place]
    }
    return true
  }

  /// Where two rules differ, the greater one wins: by classes, then by names.
  var weight: Int {
    parts.reduce(0) { $0 + 1000 * $1.classes.count + ($1.name == nil ? 0 : 1) }
  }
}
