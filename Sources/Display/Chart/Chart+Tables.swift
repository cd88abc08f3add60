extension Chart {
  /// The numbers that are drawn: one table for each set of series that share their x.
  var tables: [Table] {
    var groups: [[Series]] = []
    for series in series where !series.x.isEmpty {
      if let index = groups.firstIndex(where: { Self.sharesX($0[0], series) }) {
        groups[index].append(series)
      } else {
        groups.append([series])
      }
    }
    return groups.map { group in
      let across = x.title.isEmpty ? "x" : x.title
      let columns = group.flatMap { series -> [Table.Vector] in
        let name = series.name.isEmpty ? (y.title.isEmpty ? "y" : y.title) : series.name
        let ends = series.interval.map {
          [Table.Vector("\(name), lower", $0.lower), Table.Vector("\(name), upper", $0.upper)]
        }
        return [Table.Vector(name, series.y)] + (ends ?? [])
      }
      let names = group.map(\.name).filter { !$0.isEmpty }.joined(separator: ", ")
      return Table(
        groups.count == 1 || names.isEmpty ? title : "\(title): \(names)",
        vectors: [Table.Vector(across, group[0].x)] + columns)
    }
  }

  private static func sharesX(_ one: Series, _ other: Series) -> Bool {
    one.x.elementsEqual(other.x) { $0.bitPattern == $1.bitPattern }
  }
}

/// The numbers of a figure, folded away below it.
enum NumbersBelow {
  /// The most rows that a table has here.
  static let rowLimit = 40

  static func html(_ tables: [Table]) -> [String] {
    let tables = tables.filter { !$0.rows.isEmpty }
    guard !tables.isEmpty else { return [] }
    return ["<details class=\"figure-data\">", "<summary>Numbers</summary>"]
      + tables.map { thinned($0).html } + ["</details>"]
  }

  /// `table`, or forty of its rows, evenly spaced with both ends among them, and the title says so.
  static func thinned(_ table: Table) -> Table {
    let count = table.rows.count
    guard count > rowLimit else { return table }
    var thinned = table
    thinned.rows = (0..<rowLimit).map { table.rows[$0 * (count - 1) / (rowLimit - 1)] }
    thinned.title = (table.title.map { $0 + " " } ?? "") + "(\(rowLimit) of \(count) rows, evenly spaced)"
    return thinned
  }
}
