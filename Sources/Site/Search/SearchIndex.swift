/// Which sections of a book hold which terms.
///
/// The index tells where a term stands and how often, and holds no text. So it is small: compressed, 13 per cent of
/// the text of a book of nine chapters, 11 per cent of two megabytes of English. The words around a find would make it
/// three times as large; they come from a file for each page, which is loaded when a result of that page is shown.
///
/// Chinese takes about half of the text's size, as much as the compressed text itself: nearly every pair of ideographs
/// is another term and stands in one section. Single ideographs would take 17 per cent, but then a query of three
/// finds every section that has each of them somewhere.
struct SearchIndex: Equatable {
  /// How often a term stands in a section.
  struct Occurrence: Equatable {
    /// The section's number, counted through all pages.
    var section: Int
    /// How often the term stands there, heading and text together.
    var count: Int
  }

  /// A term, and where it stands.
  struct Entry: Equatable {
    var term: String
    /// In the order of the sections.
    var occurrences: [Occurrence]
  }

  /// The pages.
  let pages: [SearchPage]
  /// How many terms each section has, through all pages.
  let lengths: [Int]
  /// The terms, in the order of their scalars.
  let entries: [Entry]

  /// Makes the index of some pages.
  ///
  /// - Complexity: linear in the length of the text, but for the sorting of the terms.
  init(of pages: [SearchPage]) {
    var lengths: [Int] = []
    var occurrences: [String: [Occurrence]] = [:]
    for section in pages.flatMap(\.sections) {
      let terms = SearchTerms.terms(of: section.heading) + SearchTerms.terms(of: section.words)
      for (term, count) in Dictionary(terms.map { ($0, 1) }, uniquingKeysWith: +) {
        occurrences[term, default: []].append(Occurrence(section: lengths.count, count: count))
      }
      lengths.append(terms.count)
    }
    self.pages = pages
    self.lengths = lengths
    entries = occurrences.map { Entry(term: $0, occurrences: $1) }.sorted {
      $0.term.unicodeScalars.lexicographicallyPrecedes($1.term.unicodeScalars)
    }
  }
}
