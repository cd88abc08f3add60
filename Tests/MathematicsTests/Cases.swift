/// Test cases as text: a formula on a line of its own and what is expected of it on indented lines below.
enum Cases {
  static func all(in text: String) -> [(latex: String, expected: [String])] {
    var cases: [(latex: String, expected: [String])] = []
    for line in text.split(separator: "\n") {
      if line.hasPrefix("  "), let last = cases.indices.last {
        cases[last].expected.append(String(line.dropFirst(2)))
      } else {
        cases.append((String(line), []))
      }
    }
    return cases
  }
}
