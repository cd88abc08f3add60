/// The names of a page's headings, each once.
struct Anchors {
  private var taken: Set<String>
  /// The number that comes next behind a name that is taken, so that a name repeated often is not tried from the start.
  private var next: [String: Int] = [:]

  /// Anchors that keep clear of the names already taken.
  init(taken: [String]) { self.taken = Set(taken) }

  /// A name made from a heading's text: its letters and digits in lower case, hyphens between the words, and a
  /// number where the name is taken.
  mutating func anchor(for text: String) -> String {
    let words = text.lowercased().split { !($0.isLetter || $0.isNumber) }
    let name = words.isEmpty ? "section" : words.joined(separator: "-")
    var anchor = name
    var number = next[name] ?? 2
    while !taken.insert(anchor).inserted {
      anchor = "\(name)-\(number)"
      number += 1
    }
    next[name] = number
    return anchor
  }
}
