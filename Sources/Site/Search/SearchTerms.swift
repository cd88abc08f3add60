import Foundation

/// The terms by which a text is found.
///
/// 1. A text is cut into runs of ideographs and runs of other letters and digits; apostrophes belong to a word.
/// 2. A run is folded: compatibility decomposition (NFKD), no marks and apostrophes, lower case.
/// 3. A word that says nothing is left out; the stem of any other is a term.
/// 4. Chinese has no space between words: each pair of neighbouring ideographs is a term, and an ideograph that stands
///    alone.
///
/// `search-engine.js` cuts and folds a query by the same rules, and a test holds the two together.
enum SearchTerms {
  /// Words that nearly every section has.
  static let stopWords: Set<String> = [
    "a", "an", "and", "are", "as", "at", "be", "but", "by", "can", "do", "does", "for", "from", "has", "have",
    "if", "in", "into", "is", "it", "its", "no", "not", "of", "on", "one", "or", "so", "than", "that", "the",
    "their", "then", "there", "these", "they", "this", "to", "was", "what", "when", "where", "which", "with",
  ]

  /// The terms of a text in reading order, each as often as it stands there.
  ///
  /// - Complexity: linear in the length of the text.
  static func terms(of text: String) -> [String] {
    var terms: [String] = []
    var run = String.UnicodeScalarView()
    var runKind = Kind.other
    func endRun() {
      let folded = fold(String(run))
      switch runKind {
      case .other: break
      case .word: if !folded.isEmpty, !stopWords.contains(folded) { terms.append(stem(folded)) }
      case .ideograph: terms += pairs(of: folded)
      }
      run = String.UnicodeScalarView()
    }
    for scalar in text.unicodeScalars {
      let kind = Kind(of: scalar)
      if kind != runKind {
        endRun()
        runKind = kind
      }
      if kind != .other { run.append(scalar) }
    }
    endRun()
    return terms
  }

  private enum Kind {
    case word, ideograph, other

    init(of scalar: Unicode.Scalar) {
      if isApostrophe(scalar) {
        self = .word
        return
      }
      if scalar.properties.isIdeographic {
        self = .ideograph
        return
      }
      switch scalar.properties.generalCategory {
      case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
        .decimalNumber, .letterNumber, .otherNumber, .nonspacingMark, .spacingMark, .enclosingMark:
        self = .word
      default: self = .other
      }
    }
  }

  private static func pairs(of run: String) -> [String] {
    let ideographs = Array(run.unicodeScalars)
    guard ideographs.count > 1 else { return run.isEmpty ? [] : [run] }
    return zip(ideographs, ideographs.dropFirst()).map { "\($0)\($1)" }
  }

  private static func fold(_ run: String) -> String {
    var kept = String.UnicodeScalarView()
    for scalar in run.decomposedStringWithCompatibilityMapping.unicodeScalars
    where !isMark(scalar) && !isApostrophe(scalar) { kept.append(scalar) }
    // JavaScript ends a word with another sigma than Swift does.
    return String(kept).lowercased().replacing("ς", with: "σ")
  }

  private static func isApostrophe(_ scalar: Unicode.Scalar) -> Bool { scalar == "'" || scalar == "’" }

  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .spacingMark, .enclosingMark: true
    default: false
    }
  }
}
