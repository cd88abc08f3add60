import CommonMark
import Display
import Mathematics
import Notebook

/// What on a page has a name that links can lead to, and the numbers of its figures and equations.
struct PageNames: Sendable {
  /// Something with a name.
  enum Target: Equatable, Sendable {
    case section(title: String)
    case figure(number: Int)
    /// A cell without a caption.
    case cell
    case equation(number: String)
    case claim(statement: String, measured: String)
    /// A statement of a ledger.
    case entry(number: Int)

    /// What a link without words of its own is called, as HTML.
    var words: String {
      switch self {
      case .section(let title): "“\(HTML.escape(title))”"
      case .figure(let number): "figure \(number)"
      case .cell: "the code"
      case .equation(let number): "equation \(HTML.escape(number))"
      case .claim(let statement, _): HTML.escape(statement)
      case .entry(let number): "item \(number)"
      }
    }
  }

  /// A section of the first level below the title.
  struct Section: Equatable, Sendable {
    var anchor: String
    var title: String
  }

  /// The sections, in reading order.
  private(set) var sections: [Section] = []
  /// Everything that has a name.
  private(set) var targets: [String: Target] = [:]
  /// The names of the headings, by their nodes.
  private(set) var headings: [Int: String] = [:]
  /// The first paragraph of each section, by its name.
  private(set) var openings: [String: String] = [:]
  /// The numbers of cells with captions, by the indices of the pieces.
  private(set) var figures: [Int: Int] = [:]
  /// The numbers of equations, by their nodes.
  private(set) var equations: [Int: String] = [:]
  /// Names that two things have, each with the place of the second.
  private(set) var taken: [(name: String, place: SourcePosition)] = []

  /// Names what a page holds.
  ///
  /// - Parameters:
  ///   - document: the text.
  ///   - pieces: what is computed in it.
  ///   - formulas: its mathematics, by node.
  ///   - ledgers: its ledgers, by node.
  ///   - claims: the claims that were made, with their places.
  init(
    of document: Document, pieces: [Chapter.Piece] = [], formulas: [Int: Formula] = [:],
    ledgers: [Int: Ledger] = [:], claims: [(claim: ClaimRecord, place: SourcePosition)] = []
  ) {
    for (index, piece) in pieces.enumerated() {
      guard case .cell(let cell) = piece else { continue }
      if cell.caption != nil { figures[index] = figures.count + 1 }
      if let id = cell.id {
        add(id, figures[index].map { .figure(number: $0) } ?? .cell, at: cell.opening)
      }
    }
    for (node, formula) in formulas.sorted(by: { $0.key < $1.key }) {
      guard case .codeBlock = document.nodes[node].kind else { continue }
      if let tag = formula.tag {
        equations[node] = tag.isBare ? tag.text : "(\(tag.text))"
      } else if formula.label != nil {
        equations[node] = "(\(equations.count + 1))"
      }
      if let label = formula.label, let number = equations[node] {
        add(label.name, .equation(number: number), at: document.nodes[node].range?.start ?? .start)
      }
    }
    for (claim, place) in claims {
      if let id = claim.id {
        add(id, .claim(statement: claim.statement, measured: claim.measured), at: place)
      }
    }
    for (_, ledger) in ledgers.sorted(by: { $0.key < $1.key }) {
      for entry in ledger.entries {
        add(entry.name, .entry(number: entry.number), at: entry.place.lowerBound)
      }
    }
    var anchors = Anchors(taken: Array(targets.keys) + Array(Page.ids))
    for (index, node) in document.nodes.enumerated() {
      guard case .heading(let level) = node.kind, level > 1 else { continue }
      let title = document.plainText(of: index)
      let anchor = anchors.anchor(for: title)
      headings[index] = anchor
      targets[anchor] = .section(title: title)
      if let next = document.nodes.indices.contains(node.end) ? node.end : nil,
        document.nodes[next].kind == .paragraph
      {
        openings[anchor] = document.plainText(of: next)
      }
      if level == 2 { sections.append(Section(anchor: anchor, title: title)) }
    }
  }

  private mutating func add(_ name: String, _ target: Target, at place: SourcePosition) {
    if targets[name] == nil, !Page.ids.contains(name) {
      targets[name] = target
    } else {
      taken.append((name, place))
    }
  }
}
