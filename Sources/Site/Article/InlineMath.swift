import CommonMark
import Display
import Mathematics

/// A formula in a sentence, and the text around it without the dollar signs.
///
/// A line may end beside a formula, so the punctuation that belongs to it is bound to it.
struct InlineMath {
  /// The changes to the formula's node and to its neighbours.
  let edits: [Int: Edit]

  /// Writes a formula.
  ///
  /// - Parameters:
  ///   - index: the node of the code span.
  ///   - formula: what it holds.
  ///   - formulas: the formulas of the text, by node.
  ///   - document: the text.
  init(_ index: Int, _ formula: Formula, _ formulas: [Int: Formula], of document: Document) {
    let before = Neighbour(index - 1, formulas, of: document)
    let after = Neighbour(index + 1, formulas, of: document)
    let math = formula.mathML(display: false)
    let isBound = !(before.opening + after.closing).isEmpty
    edits = [
      index - 1: .replace(html: HTML.escape(before.rest)),
      index: .replace(
        html: isBound
          ? "<span class=\"bound\">\(HTML.escape(before.opening))\(math)\(HTML.escape(after.closing))</span>"
          : math),
      index + 1: .replace(html: HTML.escape(after.rest)),
    ]
  }
}

/// A text beside a formula, or between two.
private struct Neighbour {
  /// The punctuation at its beginning that belongs to the formula before it.
  let closing: Substring
  /// What is left.
  let rest: Substring
  /// The brackets at its end that belong to the formula behind it.
  let opening: Substring

  init(_ text: Int, _ formulas: [Int: Formula], of document: Document) {
    func isFormula(_ other: Int) -> Bool {
      // The formula behind a paragraph is not in it.
      formulas[other] != nil && document.nodes[other].parent == document.nodes[text].parent
    }
    var literal = document.nodes[text].literal[...]
    if isFormula(text + 1) { literal = literal.dropLast() }
    if isFormula(text - 1) {
      literal = literal.dropFirst()
      closing = literal.prefix { ",.;:!?)]’”…".contains($0) }
      literal = literal.dropFirst(closing.count)
    } else {
      closing = ""
    }
    opening = isFormula(text + 1) ? literal.suffix(while: { "([‘“".contains($0) }) : ""
    rest = literal.dropLast(opening.count)
  }
}

extension Substring {
  /// The longest end whose characters all meet a condition.
  fileprivate func suffix(while condition: (Character) -> Bool) -> Substring {
    self[(lastIndex { !condition($0) }.map(index(after:)) ?? startIndex)...]
  }
}
