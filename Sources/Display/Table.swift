/// A table whose numbers line up.
///
///     Table(
///       "One step, by hand", columns: ["quantity", .number("value", digits: 4)],
///       rows: [["update gate", 0.6225], ["candidate", .init(n)]])
///
/// A row that is too short is filled with em dashes; one that is too long adds columns without a name.
public struct Table: Displayable, Sendable {
  /// What stands above the table, and names it to a screen reader.
  public var title: String?
  /// The columns, from the left.
  public var columns: [Column]
  /// The cells, row by row.
  public var rows: [[Cell]]
  /// Whether the first column names the rows; `nil` when its cells shall decide: text does, numbers do not.
  public var rowHeaders: Bool?

  /// A table of `rows`, each with a cell for each of `columns`.
  public init(_ title: String? = nil, columns: [Column], rows: [[Cell]], rowHeaders: Bool? = nil) {
    self.title = title
    self.columns = columns
    self.rows = rows
    self.rowHeaders = rowHeaders
  }

  /// A table of `vectors` side by side, as long as the longest of them.
  ///
  ///     Table("Gates", vectors: [.init("t", 0..<steps), .init("z", z, format: .fixed(4))])
  public init(_ title: String? = nil, vectors: [Vector]) {
    self.title = title
    columns = vectors.map(\.column)
    let height = vectors.map(\.cells.count).max() ?? 0
    rows = (0..<height).map { row in
      vectors.map { row < $0.cells.count ? $0.cells[row] : .missing }
    }
  }

  /// The table in a group that scrolls sideways by itself where the page is narrow.
  public var html: String {
    let width = max(columns.count, rows.map(\.count).max() ?? 0, 1)
    let styles = (0..<width).map { index in
      CellStyle(
        index < columns.count ? columns[index].format : .automatic,
        for: rows.compactMap { index < $0.count ? $0[index] : nil })
    }
    let named = rowHeaders ?? (width > 1 && !styles[0].isNumeric)
    let names = columns.map(\.name) + Array(repeating: "—", count: width - columns.count)

    var lines: [String] = []
    if let title { lines.append(HTML.element("caption", content: HTML.escape(title))) }
    let heads = zip(names, styles).map { name, style in
      let names = !name.allSatisfy(\.isWhitespace)
      return style.element(names ? "th" : "td", scope: names ? "col" : nil, HTML.escape(name))
    }
    lines += ["<thead>", HTML.element("tr", content: heads.joined()), "</thead>", "<tbody>"]
    for row in rows {
      let cells = styles.indices.map { index in
        let text = styles[index].text(index < row.count ? row[index] : .missing)
        let isHeader = named && index == 0
        // A header that says nothing is none.
        let names = isHeader && !text.isEmpty
        return styles[index].element(names ? "th" : "td", scope: names ? "row" : nil, HTML.escape(text))
      }
      lines.append(HTML.element("tr", content: cells.joined()))
    }
    lines.append("</tbody>")
    let label = title ?? "Table: " + names.joined(separator: ", ")
    return HTML.element(
      "div", ["class": "table-scroll", "tabindex": "0", "role": "group", "aria-label": label],
      content: "\n<table>\n" + lines.joined(separator: "\n") + "\n</table>\n")
  }
}

extension Table {
  /// How a column writes its numbers.
  public enum Format: Sendable, Hashable {
    /// What suits the cells: whole numbers whole, others with equal decimals or equal significant digits.
    case automatic
    /// As text, aligned to the left; numbers as `automatic` would have them.
    case text
    /// So many digits after the point.
    case fixed(Int)
    /// So many significant digits.
    case significant(Int)
    /// So many significant digits and a power of ten.
    case scientific(Int)
  }

  /// A column: its name and how its numbers are written. A string literal is a column that suits its cells.
  public struct Column: Sendable, Hashable, ExpressibleByStringInterpolation {
    /// What stands at its head.
    public var name: String
    /// How its numbers are written.
    public var format: Format

    /// A column called `name`.
    public init(_ name: String, format: Format = .automatic) {
      self.name = name
      self.format = format
    }

    /// A column called `value` that suits its cells.
    public init(stringLiteral value: String) { self.init(value) }

    /// Text, aligned to the left.
    public static func text(_ name: String) -> Column { Column(name, format: .text) }

    /// Numbers with so many digits after the point.
    public static func number(_ name: String, digits: Int) -> Column { Column(name, format: .fixed(digits)) }

    /// Numbers to so many significant digits.
    public static func significant(_ name: String, digits: Int) -> Column {
      Column(name, format: .significant(digits))
    }

    /// Numbers to so many significant digits, times a power of ten.
    public static func scientific(_ name: String, digits: Int) -> Column {
      Column(name, format: .scientific(digits))
    }
  }

  /// A column together with its cells.
  public struct Vector: Sendable {
    /// Its head.
    public var column: Column
    /// Its cells from the top.
    public var cells: [Cell]

    /// A column of floating-point numbers.
    public init(
      _ name: String, _ values: some Sequence<some BinaryFloatingPoint>, format: Format = .automatic
    ) {
      column = Column(name, format: format)
      cells = values.map { Cell($0) }
    }

    /// A column of whole numbers.
    public init(_ name: String, _ values: some Sequence<some BinaryInteger>, format: Format = .automatic) {
      column = Column(name, format: format)
      cells = values.map { Cell($0) }
    }

    /// A column of text.
    public init(_ name: String, _ values: some Sequence<some StringProtocol>, format: Format = .text) {
      column = Column(name, format: format)
      cells = values.map { Cell($0) }
    }
  }
}
