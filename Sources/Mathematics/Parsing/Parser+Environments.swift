import Spelling

extension Parser {
  /// Reads an environment, whose `\begin` has been read.
  mutating func environment(_ begin: Token) -> MathNode? {
    guard let name = name(of: "\\begin", begin) else { return nil }
    guard let environment = Environment.byName[name.text] else {
      let near = NearMiss.of(name.text, in: Environment.byName.keys.sorted())
      report(.unknownEnvironment(name.text, suggestion: near), name.range)
      let table = Table(kind: .matrix, rows: rows())
      end(name.text, begin)
      return .table(table)
    }
    let node: MathNode
    switch environment.content {
    case .formula: node = .row(awaiting(.environment) { $0.row() })
    case .table(let kind): node = .table(table(kind))
    case .array: node = .table(table(.array(columns(begin))))
    }
    end(name.text, begin)
    let isBare = environment.left.isEmpty && environment.right.isEmpty
    return isBare ? node : .fenced(left: environment.left, [node], right: environment.right)
  }

  /// Reads the lines of `\substack{…}`.
  mutating func substack(_ token: Token) -> MathNode {
    let opening = tokens.peek()
    guard opening.kind == .character("{") else {
      return .table(Table(kind: .substack, rows: [Table.Row(cells: [[argument(of: "\\substack", token)]])]))
    }
    _ = tokens.next()
    let table = awaiting(.brace) { $0.table(.substack) }
    close("}", opening: "{", opening)
    return .table(table)
  }

  private mutating func end(_ name: String, _ begin: Token) {
    let end = tokens.peek()
    guard end.kind == .command("end") else {
      report(.missingEnd(name), begin.range)
      return
    }
    _ = tokens.next()
    guard let found = self.name(of: "\\end", end), found.text != name else { return }
    report(.mismatchedEnd(expected: name, found: found.text), end.range)
  }

  private mutating func table(_ kind: Table.Kind) -> Table {
    var table = Table(kind: kind, rows: rows(limit: kind.columnLimit))
    // A line break at the very end begins no row, but a line may be drawn there.
    if table.rows.count > 1, let last = table.rows.last, last.cells == [[]] {
      table.rows.removeLast()
      table.hasLineBelow = last.hasLineAbove
    }
    return table
  }

  private mutating func rows(limit: Int? = nil) -> [Table.Row] {
    var rows: [Table.Row] = []
    while true {
      var row = Table.Row()
      while tokens.peek().kind == .command("hline") {
        _ = tokens.next()
        row.hasLineAbove = true
      }
      row.cells.append(cell())
      while tokens.peek().kind == .character("&") {
        let sign = tokens.next()
        if let limit, row.cells.count == limit { report(.tooManyColumns(columns: limit), sign.range) }
        row.cells.append(cell())
      }
      guard tokens.peek().kind == .command("\\") else { return rows + [row] }
      _ = tokens.next()
      row.gap = gap()
      rows.append(row)
    }
  }

  private mutating func cell() -> [MathNode] { awaiting(.cell) { $0.row() } }

  /// Reads the length in square brackets that may follow a line break at once.
  private mutating func gap() -> MathLength? {
    let opening = tokens.peek(keepingSpace: true)
    guard opening.kind == .character("[") else { return nil }
    var ahead = tokens
    _ = ahead.next()
    var text = ""
    while case .character(let scalar) = ahead.peek().kind, scalar != "]" {
      text.unicodeScalars.append(scalar)
      _ = ahead.next()
    }
    guard ahead.peek().kind == .character("]") else { return nil }
    _ = ahead.next()
    // Brackets that hold no length begin the next row.
    guard text.last.map({ $0.isLetter }) == true, text.first.map({ !$0.isLetter }) == true else { return nil }
    let length = MathLength(text)
    if length == nil { report(.invalidLength(text), opening.range.lowerBound..<ahead.offset) }
    tokens = ahead
    return length
  }

  /// Reads the kinds of an array's columns.
  private mutating func columns(_ begin: Token) -> [Table.Column] {
    guard let names = name(of: "\\begin{array}", begin) else { return [] }
    var columns: [Table.Column] = []
    var hasLine = false
    for scalar in names.text.unicodeScalars where scalar != " " {
      switch scalar {
      case "l", "c", "r":
        let alignment: Table.Column.Alignment = scalar == "l" ? .left : scalar == "r" ? .right : .centre
        columns.append(Table.Column(alignment: alignment, hasLineBefore: hasLine))
        hasLine = false
      case "|" where columns.isEmpty: hasLine = true
      case "|": columns[columns.count - 1].hasLineAfter = true
      default:
        report(.invalidColumn(String(scalar)), names.range)
        columns.append(Table.Column(alignment: .centre))
      }
    }
    return columns
  }
}

extension Table.Kind {
  /// How many columns there may be; none where the cells decide.
  fileprivate var columnLimit: Int? {
    switch self {
    case .array(let columns): columns.count
    case .gathered, .substack: 1
    case .cases: 2
    case .matrix, .small, .aligned: nil
    }
  }
}
