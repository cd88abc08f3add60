extension Renderer {
  /// A table. How its columns stand is said by classes, for MathML Core leaves that to the style sheet.
  func table(_ table: Table) -> Element {
    let inner = with(style(of: table.kind))
    let rows = table.rows.enumerated().map { number, row in
      let isLast = number == table.rows.count - 1
      let cells = row.cells.enumerated().map { column, nodes in
        inner.cell(
          nodes, column: column, of: table.kind, gap: column == row.cells.count - 1 ? row.gap : nil)
      }
      var names: [String] = []
      if row.hasLineAbove { names.append("line-above") }
      if isLast, table.hasLineBelow { names.append("line-below") }
      return Element("mtr", cells).with(classes: names)
    }
    var element = Element("mtable", rows).with(classes: table.kind.cssClass.map { [$0] } ?? [])
    if inner.style == .display { element = element.with("displaystyle", "true") }
    return table.kind == .small && !style.isScript ? styled([element], .script) : element
  }

  private func style(of kind: Table.Kind) -> MathStyle {
    switch kind {
    case .aligned, .gathered: style == .display || style == .text ? .display : style
    case .small: style.isScript ? style : .script
    case .matrix, .cases, .substack, .array: style.withoutDisplay
    }
  }

  private func cell(_ nodes: [MathNode], column: Int, of kind: Table.Kind, gap: MathLength?) -> Element {
    // The right half of a pair of columns goes on from the left one: a sign at its beginning has an operand.
    let goesOn = kind == .aligned && column % 2 == 1
    var children = elements(nodes, before: goesOn ? .ordinary : nil)
    if let gap, gap.units > 0 {
      // A line's depth and the gap, as LaTeX has it.
      children.append(Element("mspace").with("depth", MathLength(units: gap.units + 3_600).css))
    }
    var names: [String] = []
    if case .array(let columns) = kind, columns.indices.contains(column) {
      let column = columns[column]
      if column.alignment != .centre { names.append(column.alignment.rawValue) }
      if column.hasLineBefore { names.append("line-before") }
      if column.hasLineAfter { names.append("line-after") }
    }
    return Element("mtd", children).with(classes: names)
  }
}

extension Table.Kind {
  /// The class of the table, which the style sheet knows; none for centred columns.
  fileprivate var cssClass: String? {
    switch self {
    case .matrix, .array: nil
    case .small: "small"
    case .cases: "cases"
    case .aligned: "aligned"
    case .gathered: "gathered"
    case .substack: "substack"
    }
  }
}

extension Element {
  fileprivate func with(classes names: [String]) -> Element {
    names.isEmpty ? self : with("class", names.joined(separator: " "))
  }
}
