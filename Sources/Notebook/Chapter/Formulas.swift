public import CommonMark
import Display
public import Mathematics

/// The mathematics of a text: code spans between dollar signs, and blocks marked `math`.
public struct Formulas: Sendable {
  /// The formulas by the nodes that hold them.
  public private(set) var byNode: [Int: Formula] = [:]
  /// What is wrong with others.
  private(set) var diagnostics: [Diagnostic] = []

  /// The colours that a formula may name, each with its class in a style sheet: hues, and the quantities of a gated cell.
  public static let palette: Formula.Palette = Dictionary(
    uniqueKeysWithValues: ["blue", "orange", "green", "purple", "red", "grey"].map { ($0, "hue-\($0)") }
      + Quantity.allCases.map { ($0.rawValue, $0.className) })

  /// Reads the formulas of a text.
  ///
  /// - Parameter path: the file, as the author named it.
  init(in document: Document, path: String) {
    var spans = CodeSpans(in: document)
    for (index, node) in document.nodes.enumerated() {
      let places: [SourcePosition]
      switch node.kind {
      case .codeBlock(let info) where info.split(whereSeparator: \.isWhitespace).first == "math":
        places = Formulas.places(ofBlock: node, in: document)
      case .code where Formulas.standsBetweenDollarSigns(index, in: document):
        places = spans.places(of: index, behind: "$")
      default: continue
      }
      do throws(FormulaErrors) {
        byNode[index] = try Formula(parsing: node.literal, palette: Formulas.palette)
      } catch {
        diagnostics += error.errors.map { fault in
          let place =
            fault.place(among: places) ?? (node.range?.start ?? .start)..<(node.range?.start ?? .start)
          return Diagnostic(
            .mathematics, path: path, at: place,
            fault.message + (fault.suggestion.map { "; \($0)" } ?? ""))
        }
      }
    }
  }

  /// Whether a code span is a formula: a dollar sign stands right before it and right behind it.
  public static func standsBetweenDollarSigns(_ index: Int, in document: Document) -> Bool {
    let nodes = document.nodes
    func isText(_ other: Int) -> Bool {
      nodes.indices.contains(other) && nodes[other].kind == .text
        && nodes[other].parent == nodes[index].parent
    }
    return isText(index - 1) && isText(index + 1) && nodes[index - 1].literal.hasSuffix("$")
      && nodes[index + 1].literal.hasPrefix("$")
  }

  /// The place of each byte of a block's literal, and the one behind the last.
  private static func places(ofBlock node: Node, in document: Document) -> [SourcePosition] {
    guard let start = node.range?.start else { return [] }
    var places: [SourcePosition] = []
    let lines = node.literal.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    for (offset, line) in lines.enumerated() {
      let number = start.line + 1 + offset
      let indent = max(document.lines[number].count - line.count, 0)
      places += (0...line.count).map { SourcePosition(line: number, column: indent + $0 + 1) }
    }
    return places
  }
}

extension FormulaError {
  /// The stretch of the text, where that of the formula's bytes is known.
  fileprivate func place(among places: [SourcePosition]) -> Range<SourcePosition>? {
    guard places.indices.contains(range.lowerBound) else { return nil }
    let start = places[range.lowerBound]
    guard range.upperBound > range.lowerBound, places.indices.contains(range.upperBound - 1) else {
      return start..<start
    }
    let last = places[range.upperBound - 1]
    return start..<max(start, SourcePosition(line: last.line, column: last.column + 1))
  }
}
