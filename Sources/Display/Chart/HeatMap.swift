/// A matrix of values as coloured cells: gates over the tokens of a sentence, a weight matrix, attention.
///
///     HeatMap(
///       "Update gate", rows: units, columns: tokens, values: z, range: 0...1,
///       scale: "z", x: "token", y: "unit")
///
/// Values with signs get two hues that meet in the page's own at zero, others a single sequence. A row that is
/// too short, and a value that is not finite, leave an empty cell. Where the columns have names and there are
/// too many for one line, the map goes on in a further line below, as text does.
public struct HeatMap: Displayable, Sendable {
  /// What stands above the map.
  public var title: String
  /// The names of the rows, from the top.
  public var rows: [String]
  /// The names of the columns, from the left.
  public var columns: [String]
  /// The values, row by row.
  public var values: [[Double]]
  /// What the colours span; a value beyond it has the colour of that end.
  public var range: ClosedRange<Double>
  /// What the colours measure, with its unit.
  public var scale: String
  /// What the columns are.
  public var x: String
  /// What the rows are.
  public var y: String
  /// What the map shows, for those who do not see it; `nil` for a description computed from the values.
  public var alternative: String?

  /// A map of `values`, a row for each of `rows` and a value in it for each of `columns`.
  ///
  /// With no `range` the colours span 0…1 where all values lie there, as far to either side of zero as the values
  /// reach where some are negative, and otherwise the values' own range. A `range` that is symmetric about zero has
  /// two hues.
  public init(
    _ title: String, rows: [String], columns: [String], values: [[some BinaryFloatingPoint]],
    range: ClosedRange<Double>? = nil, scale: String = "", x: String = "", y: String = "",
    description: String? = nil
  ) {
    let values = values.map { $0.map { Double($0) } }
    self.title = title
    self.rows = rows
    self.columns = columns
    self.values = values
    self.range = range.flatMap { Self.isUsable($0) ? $0 : nil } ?? Self.range(suiting: values)
    self.scale = scale
    self.x = x
    self.y = y
    alternative = description
  }

  /// The map as a figure: its title, the picture and the numbers, folded.
  public var html: String {
    Figure.html(title, kind: "heat-map", tables: [table]) { sheet in
      HeatMapLayout(self, on: sheet).drawing(label: description)
    }
  }

  /// Whether the colours have two hues that meet at zero.
  var isDiverging: Bool { range.lowerBound == -range.upperBound }

  /// The value at a place; `nil` where there is none to show.
  func value(_ row: Int, _ column: Int) -> Double? {
    guard row < values.count, column < values[row].count, values[row][column].isFinite else { return nil }
    return values[row][column]
  }

  /// The colour of `value`: 0 at the lower end of the range to 10 at the upper.
  func step(_ value: Double) -> Int {
    let span = range.upperBound - range.lowerBound
    let fraction = min(max((value - range.lowerBound) / span, 0), 1)
    return min(Int(fraction * 11), 10)
  }

  var height: Int { max(rows.count, values.count) }
  var width: Int { max(columns.count, values.map(\.count).max() ?? 0) }

  func rowName(_ index: Int) -> String { index < rows.count ? rows[index] : "\(index)" }
  func columnName(_ index: Int) -> String { index < columns.count ? columns[index] : "\(index)" }

  private static func isUsable(_ range: ClosedRange<Double>) -> Bool {
    range.lowerBound < range.upperBound && range.lowerBound >= -1e300 && range.upperBound <= 1e300
  }

  private static func range(suiting values: [[Double]]) -> ClosedRange<Double> {
    let finite = values.flatMap(\.self).filter { $0.magnitude <= 1e300 }
    guard let least = finite.min(), let greatest = finite.max() else { return 0...1 }
    if least < 0 {
      let reach = max(-least, greatest)
      return -reach...reach
    }
    if greatest <= 1 { return 0...1 }
    return least < greatest ? least...greatest : 0...greatest
  }
}

extension HeatMap: CustomStringConvertible {
  /// The text alternative.
  public var description: String {
    let named = [title, alternative ?? computedWords].filter { !$0.isEmpty }
    return named.map { $0.hasSuffix(".") ? $0 : $0 + "." }.joined(separator: " ")
  }

  private var computedWords: String {
    let cells = (0..<height).flatMap { row in
      (0..<width).compactMap { column in value(row, column).map { (row: row, column: column, value: $0) } }
    }
    let shape =
      "\(height) rows\(y.isEmpty ? "" : " (\(y))") by \(width) columns\(x.isEmpty ? "" : " (\(x))")"
    guard let least = cells.min(by: { $0.value < $1.value }),
      let greatest = cells.max(by: { $0.value < $1.value })
    else { return "Heat map of \(shape), without values" }
    func place(_ cell: (row: Int, column: Int, value: Double)) -> String {
      "\(significant(cell.value, digits: 3)) at \(rowName(cell.row)), \(columnName(cell.column))"
    }
    let missing = height * width - cells.count
    return "Heat map of \(shape)\(scale.isEmpty ? "" : ", colours for \(scale)"), least \(place(least)), "
      + "greatest \(place(greatest))"
      + (missing == 0 ? "" : "; no value in \(missing) \(missing == 1 ? "cell" : "cells")")
  }
}

extension HeatMap {
  /// The values, a row for each of the map's; of a map with many columns, a row for each of these.
  var table: Table {
    let isTurned = width > 12 && width > height
    let corner = (isTurned ? [x, y] : [y, x]).filter { !$0.isEmpty }.joined(separator: " \\ ")
    let format = CellStyle.suiting(values.flatMap(\.self))
    func cell(_ row: Int, _ column: Int) -> Table.Cell {
      value(row, column).map { Table.Cell($0) } ?? .missing
    }
    let heads = isTurned ? (0..<height).map(rowName) : (0..<width).map(columnName)
    let rows =
      isTurned
      ? (0..<width).map { column in
        [Table.Cell(columnName(column))] + (0..<height).map { cell($0, column) }
      }
      : (0..<height).map { row in [Table.Cell(rowName(row))] + (0..<width).map { cell(row, $0) } }
    return Table(
      title,
      columns: [.text(corner.isEmpty ? (isTurned ? "column" : "row") : corner)]
        + heads.map { Table.Column($0, format: format) }, rows: rows, rowHeaders: true)
  }
}
