/// The names of the series: at the ends of their lines where there is room for that, else in rows above the plot.
struct SeriesLabels {
  struct Entry {
    let name: String
    let look: SeriesLook
    let series: Series
    /// Where its sample begins in a row of the legend.
    let x: Double

    static let sample = 26.0
  }

  /// By the index of the series, how far below the top of the plot its name stands.
  private(set) var ends: [Int: Double] = [:]
  private(set) var rows: [[Entry]] = []
  private(set) var rightMargin = 0.0

  /// No names at all.
  static let none = SeriesLabels([], ends: [], height: 0, sheet: .wide)

  /// `ends` are the last points as fractions of the axes.
  init(_ series: [(Series, SeriesLook)], ends: [Point?], height: Double, sheet: Sheet) {
    let named = series.indices.filter { !series[$0].0.name.isEmpty }
    let areLines = named.allSatisfy { series[$0].0.kind != .path && !series[$0].0.isBars }
    if areLines, let placed = Self.placed(named, ends: ends, height: height) {
      // The names are bold.
      let margin = named.map { SVG.textWidth(series[$0].0.name) * 1.1 }.max() ?? 0
      if margin <= sheet.width * 0.24 {
        self.ends = placed
        rightMargin = named.isEmpty ? 0 : margin + 8
        return
      }
    }
    var row: [Entry] = []
    var x = 0.0
    for index in named {
      let (series, look) = series[index]
      let name = SVG.shortened(series.name, to: sheet.width - Entry.sample)
      let width = Entry.sample + SVG.textWidth(name)
      if x + width > sheet.width, !row.isEmpty {
        rows.append(row)
        (row, x) = ([], 0)
      }
      row.append(Entry(name: name, look: look, series: series, x: x))
      x += width + 14
    }
    if !row.isEmpty { rows.append(row) }
  }

  /// The heights of the names beside the ends, moved apart where they would touch; `nil` where they would have to
  /// move too far, or a line ends before the right edge.
  private static func placed(_ named: [Int], ends: [Point?], height: Double) -> [Int: Double]? {
    guard named.count <= 4 else { return nil }
    var wanted: [(index: Int, y: Double)] = []
    for index in named {
      guard let end = ends[index], end.x >= 0.97, end.x <= 1.0001, end.y >= -0.0001, end.y <= 1.0001 else {
        return nil
      }
      wanted.append((index, (1 - end.y) * height))
    }
    wanted.sort { ($0.y, $0.index) < ($1.y, $1.index) }
    let apart = liftedAbove(height - 2, movedApart(wanted.map(\.y), by: 16), by: 16)
    guard zip(apart, wanted).allSatisfy({ abs($0 - $1.y) <= 22 }) else { return nil }
    return Dictionary(uniqueKeysWithValues: zip(wanted.map(\.index), apart))
  }

  /// The ascending `positions`, already `distance` apart, with the last no lower than `limit`: below it stand the
  /// labels of the other axis.
  private static func liftedAbove(_ limit: Double, _ positions: [Double], by distance: Double) -> [Double] {
    var limit = limit
    return Array(
      positions.reversed().map { position in
        defer { limit = min(position, limit) - distance }
        return min(position, limit)
      }.reversed())
  }

  /// The ascending `positions` at least `distance` apart, each group that would touch spread about its mean.
  static func movedApart(_ positions: [Double], by distance: Double) -> [Double] {
    var groups: [[Double]] = []
    func mean(_ group: [Double]) -> Double { group.reduce(0, +) / Double(group.count) }
    func half(_ group: [Double]) -> Double { Double(group.count) * distance / 2 }
    for position in positions {
      groups.append([position])
      while let last = groups.last, let before = groups.dropLast().last,
        mean(before) + half(before) > mean(last) - half(last)
      {
        groups.removeLast(2)
        groups.append(before + last)
      }
    }
    return groups.flatMap { group in
      group.indices.map { mean(group) - half(group) + distance * (Double($0) + 0.5) }
    }
  }
}
