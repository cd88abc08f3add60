/// The index and the texts as scripts, each a call of `bookSearch`: a page that was opened as a file may load a script,
/// and nothing else.
extension SearchIndex {
  /// The files of the search, by their paths in the site's folder.
  var files: [String: [UInt8]] {
    var files = ["search-index.js": Array(script.utf8)]
    for page in pages {
      let texts = page.sections.map { scriptString($0.text) }.joined(separator: ",\n")
      files[page.textPath] = Array("bookSearch([\n\(texts)\n]);\n".utf8)
    }
    return files
  }

  private var script: String {
    var sections = lengths.makeIterator()
    let pages = pages.map { page in
      let sections = page.sections.map {
        "[\(scriptString($0.heading)),\(scriptString($0.anchor)),\(sections.next() ?? 0)]"
      }
      return
        "[\(scriptString(page.title)),\(scriptString(page.address)),[\(sections.joined(separator: ","))]]"
    }
    return """
      bookSearch({
      "pages":[\(pages.joined(separator: ",\n"))],
      "stopWords":"\(SearchTerms.stopWords.sorted().joined(separator: " "))",
      "terms":\(scriptString(terms)),
      "occurrences":"\(occurrences)"
      });

      """
  }

  /// Each term as a capital letter, which tells how many scalars it shares with the term before, and its other scalars.
  private var terms: String {
    var terms = ""
    var before: [Unicode.Scalar] = []
    for entry in entries {
      let scalars = Array(entry.term.unicodeScalars)
      let shared = min(zip(before, scalars).prefix { $0 == $1 }.count, 25)
      terms.unicodeScalars.append(Unicode.Scalar(UInt8(ascii: "A") + UInt8(shared)))
      terms.unicodeScalars += scalars[shared...]
      before = scalars
    }
    return terms
  }

  /// For each term, with spaces between: how far each section is from the one before, times three, and 0, 1 or 2 for
  /// a term that stands there once, two or three times, or more often.
  private var occurrences: String {
    entries.map { entry in
      var numbers = ""
      var next = 0
      for occurrence in entry.occurrences {
        let often = occurrence.count == 1 ? 0 : occurrence.count < 4 ? 1 : 2
        numbers += digits(of: (occurrence.section - next) * 3 + often)
        next = occurrence.section + 1
      }
      return numbers
    }.joined(separator: " ")
  }
}

extension SearchPage {
  /// Where the page's text is, in the site's folder.
  var textPath: String { "search/\(name).js" }
}

/// A number from 0 in the base of 26, with letters for digits: the last is small, those before it are capitals.
private func digits(of number: Int) -> String {
  func letter(_ value: Int, from first: UInt8) -> Unicode.Scalar { Unicode.Scalar(first + UInt8(value % 26)) }
  var digits = [letter(number, from: UInt8(ascii: "a"))]
  var rest = number / 26
  while rest > 0 {
    digits.append(letter(rest, from: UInt8(ascii: "A")))
    rest /= 26
  }
  return digits.reversed().reduce(into: "") { $0.unicodeScalars.append($1) }
}

/// A text as a string of JavaScript that also may stand within HTML.
private func scriptString(_ text: String) -> String {
  var string = "\""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\"", "\\": string += "\\\(scalar)"
    case "<", "\u{2028}", "\u{2029}", "\u{0}"..."\u{1F}":
      let digits = String(scalar.value, radix: 16)
      string += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    default: string.unicodeScalars.append(scalar)
    }
  }
  return string + "\""
}
