/// Where everything in a chart stands on a sheet: found once, then drawn and described.
struct ChartLayout {
  /// A series and its points on the sheet; `nil` for a point that cannot be drawn.
  struct Plotted {
    let series: Series
    let look: SeriesLook
    let points: [Point?]
    /// The ends of its band or of its bars of error, lower and upper; `nil` for what cannot be drawn.
    let interval: [(Point, Point)?]

    var lastPoint: Point? { points.last { $0 != nil } ?? nil }
  }

  let sheet: Sheet
  let x: FittedAxis
  let y: FittedAxis
  let xTicks: [Tick]
  let yTicks: [Tick]
  /// The names of the bars below the axis, in place of ticks.
  let names: ColumnNames?
  let area: PlotArea
  let plotted: [Plotted]
  let labels: SeriesLabels
  let annotations: [Chart.Annotation]
  let field: VectorField?
  /// Points that are not finite or not positive on a logarithmic axis, and values without a partner.
  let leftOut: Int
  /// Points that the author's ranges cut off.
  let beyond: Int

  /// The layout of `chart`. Where `looks` are given the series are named elsewhere.
  init(_ chart: Chart, on sheet: Sheet = .wide, looks shared: [SeriesLook]? = nil) {
    let (xAxis, yAxis) = Self.fitted(chart)
    self.sheet = sheet
    (x, y) = (xAxis, yAxis)
    let height = chart.isPortrait ? sheet.portraitHeight : sheet.plotHeight
    let yTicks = yAxis.ticks(atMost: Int(height / 40))

    let looks = shared ?? SeriesLook.looks(of: chart.series)
    func fraction(_ x: Double, _ y: Double) -> Point? {
      guard let x = xAxis.fraction(of: x), let y = yAxis.fraction(of: y) else { return nil }
      return Point(x: x, y: y)
    }
    let fractions = chart.series.map { zip($0.x, $0.y).map(fraction) }
    let labels =
      shared != nil
      ? .none
      : SeriesLabels(
        zip(chart.series, looks).map { $0 }, ends: fractions.map { $0.last { $0 != nil } ?? nil },
        height: height, sheet: sheet)
    self.labels = labels

    let top =
      SVG.lineHeight * Double(labels.rows.count) + (labels.rows.isEmpty ? 0 : 6)
      + (chart.y.title.isEmpty ? 10 : 26)
    var left = (yTicks.compactMap(\.label).map { SVG.textWidth($0) }.max() ?? 0) + 8
    if let categories = chart.categories {
      func names(left: Double) -> ColumnNames {
        let room = sheet.width - left - max(labels.rightMargin, 6)
        return ColumnNames(categories, cellWidth: room / Double(max(categories.count, 1)), lines: 3)
      }
      left = max(left, names(left: left).overhang + 2)
      self.names = names(left: left)
    } else {
      names = nil
    }
    let (area, xTicks) = Self.area(
      x: xAxis, left: left, top: top, height: height, right: labels.rightMargin, width: sheet.width)
    (self.area, self.yTicks) = (area, yTicks)
    self.xTicks = names == nil ? xTicks : []

    plotted = zip(zip(chart.series, looks), fractions).map { pair, fractions in
      Plotted(
        series: pair.0, look: pair.1, points: fractions.map { $0.map { area.point($0.x, $0.y) } },
        interval: Self.interval(pair.0, yAxis).enumerated().map { index, ends in
          guard let ends, let x = xAxis.fraction(of: pair.0.x[index]) else { return nil }
          return (area.point(x, ends.lower), area.point(x, ends.upper))
        })
    }
    annotations = chart.annotations.filter { annotation in
      let axis = annotation.direction == .horizontal ? yAxis : xAxis
      return axis.fraction(of: annotation.value).map { $0 >= -1e-6 && $0 <= 1 + 1e-6 } ?? false
    }
    field = chart.field
    let all = plotted.flatMap(\.points)
    leftOut = all.count { $0 == nil } + chart.series.reduce(0) { $0 + $1.unpaired }
    beyond = all.count { point in point.map { !area.contains($0) } ?? false }
  }

  var isEmpty: Bool { plotted.allSatisfy { $0.lastPoint == nil } && (field?.arrows.isEmpty ?? true) }

  /// The ends of each bar or of the band, as fractions of the axis.
  ///
  /// What a logarithmic axis has no place for at the lower end reaches down to the axis.
  private static func interval(_ series: Series, _ axis: FittedAxis) -> [(lower: Double, upper: Double)?] {
    guard let interval = series.interval else { return [] }
    return zip(interval.lower, interval.upper).map { lower, upper in
      guard lower <= upper, let high = axis.fraction(of: upper) else { return nil }
      guard let low = axis.fraction(of: lower) else { return lower <= 0 && lower.isFinite ? (0, high) : nil }
      return (low, high)
    }
  }

  /// The plot's rectangle and as many horizontal ticks as have room for their labels.
  private static func area(
    x: FittedAxis, left: Double, top: Double, height: Double, right: Double, width: Double
  ) -> (PlotArea, [Tick]) {
    var chosen: (PlotArea, [Tick])?
    for count in stride(from: 8, through: 1, by: -1) {
      let ticks = x.ticks(atMost: count)
      let overhang = ticks.last.map { tick -> Double in
        let half = SVG.textWidth(tick.label ?? "") / 2
        return half - (1 - x.fraction(atPlace: tick.place)) * (width - left - half)
      }
      let margin = max(right, overhang ?? 0, 6)
      let area = PlotArea(left: left, top: top, width: max(width - left - margin, 60), height: height)
      let fitting = fitting(ticks, x: x, area: area, width: width)
      chosen = (area, fitting)
      if fitting == ticks { break }
    }
    return chosen ?? (PlotArea(left: left, top: top, width: 200, height: height), [])
  }

  /// The ticks, without the labels that would leave the sheet or come too near to another.
  private static func fitting(_ ticks: [Tick], x: FittedAxis, area: PlotArea, width: Double) -> [Tick] {
    var end = 0.0
    return ticks.map { tick in
      let middle = area.left + x.fraction(atPlace: tick.place) * area.width
      let half = SVG.textWidth(tick.label ?? "") / 2
      guard middle - half >= end, middle + half <= width + 0.5 else {
        return Tick(place: tick.place, label: nil)
      }
      if tick.label != nil { end = middle + half + 8 }
      return tick
    }
  }
}

extension ChartLayout {
  /// The axes that hold every point that can stand on both, and is within the range of the other.
  ///
  /// Bars are held with their feet, at zero, and their whole width; bands and bars of error with both ends.
  static func fitted(_ chart: Chart) -> (FittedAxis, FittedAxis) {
    func isVisible(_ value: Double, on axis: Axis) -> Bool {
      axis.scale.place(of: value) != nil && axis.range?.contains(value) ?? true
    }
    var (across, up): ([Double], [Double]) = ([], [])
    for series in chart.series {
      for index in series.x.indices {
        let (x, y) = (series.x[index], series.y[index])
        guard isVisible(x, on: chart.x) else { continue }
        if isVisible(y, on: chart.y) {
          across.append(x)
          up.append(y)
          if case .bars(let width) = series.kind {
            across += [x - width / 2, x + width / 2]
            // A bar's value is written above it.
            up += [0, chart.categories == nil ? 0 : y * 1.08]
          }
        }
        if let interval = series.interval, interval.lower[index] <= interval.upper[index] {
          up += [interval.lower[index], interval.upper[index]].filter { isVisible($0, on: chart.y) }
        }
      }
    }
    func marked(_ direction: Chart.Annotation.Direction) -> [Double] {
      chart.annotations.filter { $0.direction == direction }.map(\.value)
    }
    return (
      FittedAxis(chart.x, holding: across + marked(.vertical), roundingOut: chart.isPortrait),
      FittedAxis(chart.y, holding: up + marked(.horizontal), roundingOut: true)
    )
  }
}
