extension Table {
  /// What stands in one place of a table: text, a number, or nothing.
  ///
  /// Literals are cells by themselves; a variable becomes one by `.init(x)`, or inside a string.
  public struct Cell: Sendable, Hashable {
    enum Content: Sendable, Hashable {
      case text(String)
      case integer(String)
      case number(Double)
      case missing
    }

    let content: Content

    /// A cell with nothing in it, shown as an em dash.
    public static let missing = Cell(content: .missing)

    private init(content: Content) { self.content = content }

    /// A cell of text.
    public init(_ text: some StringProtocol) { content = .text(String(text)) }

    /// A cell with a number that its column writes.
    public init(_ x: some BinaryFloatingPoint) { content = .number(Double(x)) }

    /// A cell with a whole number, of any size.
    public init(_ n: some BinaryInteger) { content = .integer(String(n)) }
  }
}

extension Table.Cell: ExpressibleByStringInterpolation, ExpressibleByFloatLiteral,
  ExpressibleByIntegerLiteral
{
  /// A cell of text.
  public init(stringLiteral value: String) { self.init(value) }
  /// A cell with a number that its column writes.
  public init(floatLiteral value: Double) { self.init(value) }
  /// A cell with a whole number.
  public init(integerLiteral value: Int) { self.init(value) }
}

/// How the cells of one column are written, once all of them are known.
struct CellStyle {
  let isNumeric: Bool
  private let format: Table.Format

  init(_ format: Table.Format, for cells: [Table.Cell]) {
    let present = cells.filter { $0 != .missing }
    let numbers = present.compactMap(\.number)
    switch format {
    case .automatic:
      isNumeric = !present.isEmpty && present.allSatisfy(\.isNumber)
      self.format = Self.suiting(numbers)
    case .text:
      isNumeric = false
      self.format = Self.suiting(numbers)
    case .fixed, .significant, .scientific:
      isNumeric = true
      self.format = format
    }
  }

  func text(_ cell: Table.Cell) -> String {
    switch (cell.content, format) {
    case (.text(let text), _): text
    case (.missing, _): "—"
    case (.integer(let digits), .fixed(let decimals)) where decimals > 0:
      withMinusSign(digits + "." + String(repeating: "0", count: min(decimals, 100)))
    case (.integer(let digits), .scientific(let count)): scientific(Double(digits) ?? .nan, digits: count)
    case (.integer(let digits), _): withMinusSign(digits)
    case (.number(let x), .fixed(let decimals)): fixed(x, digits: decimals)
    case (.number(let x), .significant(let count)): significant(x, digits: count)
    case (.number(let x), .scientific(let count)): scientific(x, digits: count)
    case (.number(let x), .automatic), (.number(let x), .text): significant(x, digits: 4)
    }
  }

  func element(_ name: String, scope: String?, _ content: String) -> String {
    let alignment = isNumeric ? " class=\"number\"" : ""
    return "<\(name)\(scope.map { " scope=\"\($0)\"" } ?? "")\(alignment)>\(content)</\(name)>"
  }

  /// Equal decimals, as many as the numbers need and no more than four, where their sizes allow that to say
  /// enough of each; equal significant digits otherwise.
  static func suiting(_ numbers: [Double]) -> Table.Format {
    let sizes = numbers.filter { $0.isFinite && $0 != 0 }.map(abs)
    guard let least = sizes.min(), let greatest = sizes.max() else { return .fixed(0) }
    let decimals = sizes.map(decimalsNeeded).max() ?? 0
    if decimals == 0, greatest < 1e9 { return .fixed(0) }
    return least >= 0.01 && greatest < 1e6 ? .fixed(decimals) : .significant(4)
  }

  private static func decimalsNeeded(_ x: Double) -> Int {
    (0..<4).first { Double(fixed(x, digits: $0)) == x } ?? 4
  }
}

extension Table.Cell {
  fileprivate var number: Double? {
    if case .number(let x) = content { x } else { nil }
  }

  fileprivate var isNumber: Bool {
    switch content {
    case .integer, .number: true
    case .text, .missing: false
    }
  }
}

extension Table: CustomStringConvertible {
  /// The title, the names of the columns and the rows as lines of text, a tab between cells.
  public var description: String {
    let styles = columns.indices.map { index in
      CellStyle(columns[index].format, for: rows.compactMap { index < $0.count ? $0[index] : nil })
    }
    let lines = rows.map { row in
      row.indices.map { index in
        (index < styles.count ? styles[index] : CellStyle(.automatic, for: row)).text(row[index])
      }
    }
    let head = [columns.map(\.name)] + lines
    return (title.map { [$0] } ?? []).appending(head.map { $0.joined(separator: "\t") })
      .joined(separator: "\n")
  }
}

extension Array {
  fileprivate func appending(_ other: [Element]) -> [Element] { self + other }
}
