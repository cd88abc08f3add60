/// Where everything in a chart stands: found once, then drawn and described.
struct ChartLayout {
  /// A series and its points on the sheet; `nil` for a point that cannot be drawn.
  struct Plotted {
    let series: Series
    let look: SeriesLook
    let points: [Point?]

    var lastPoint: Point? { points.last { $0 != nil } ?? nil }
  }

  let x: FittedAxis
  let y: FittedAxis
  let xTicks: [Tick]
  let yTicks: [Tick]
  let area: PlotArea
  let plotted: [Plotted]
  let labels: SeriesLabels
  let annotations: [Chart.Annotation]
  /// Points that are not finite or not positive on a logarithmic axis, and values without a partner.
  let leftOut: Int
  /// Points that the author's ranges cut off.
  let beyond: Int

  init(_ chart: Chart) {
    let (xAxis, yAxis) = Self.fitted(chart)
    (x, y) = (xAxis, yAxis)
    let yTicks = yAxis.ticks(atMost: 5)
    let height = 216.0

    let looks = SeriesLook.looks(of: chart.series)
    let fractions = chart.series.map { series in
      zip(series.x, series.y).map { x, y -> Point? in
        guard let x = xAxis.fraction(of: x), let y = yAxis.fraction(of: y) else { return nil }
        return Point(x: x, y: y)
      }
    }
    labels = SeriesLabels(
      zip(chart.series, looks).map { $0 }, ends: fractions.map { $0.last { $0 != nil } ?? nil },
      height: height)

    let left = (yTicks.compactMap(\.label).map(SVG.textWidth).max() ?? 0) + 8
    let top =
      SVG.lineHeight * Double(labels.rows.count) + (labels.rows.isEmpty ? 0 : 4)
      + (chart.y.title.isEmpty ? 8 : 26)
    let (area, xTicks) = Self.area(x: xAxis, left: left, top: top, height: height, right: labels.rightMargin)
    (self.area, self.xTicks, self.yTicks) = (area, xTicks, yTicks)

    plotted = zip(zip(chart.series, looks), fractions).map { pair, fractions in
      Plotted(series: pair.0, look: pair.1, points: fractions.map { $0.map { area.point($0.x, $0.y) } })
    }
    annotations = chart.annotations.filter { annotation in
      let axis = annotation.direction == .horizontal ? yAxis : xAxis
      return axis.fraction(of: annotation.value).map { $0 >= -1e-6 && $0 <= 1 + 1e-6 } ?? false
    }
    let all = plotted.flatMap(\.points)
    leftOut = all.count { $0 == nil } + chart.series.reduce(0) { $0 + $1.unpaired }
    beyond = all.count { point in point.map { !area.contains($0) } ?? false }
  }

  var isEmpty: Bool { plotted.allSatisfy { $0.lastPoint == nil } }

  /// The axes that hold every point that can stand on both, and is within the range of the other.
  private static func fitted(_ chart: Chart) -> (FittedAxis, FittedAxis) {
    func isVisible(_ value: Double, on axis: Axis) -> Bool {
      axis.scale.place(of: value) != nil && axis.range?.contains(value) ?? true
    }
    let pairs = chart.series.flatMap { Array(zip($0.x, $0.y)) }.filter {
      isVisible($0, on: chart.x) && isVisible($1, on: chart.y)
    }
    func marked(_ direction: Chart.Annotation.Direction) -> [Double] {
      chart.annotations.filter { $0.direction == direction }.map(\.value)
    }
    return (
      FittedAxis(chart.x, holding: pairs.map(\.0) + marked(.vertical), roundingOut: false),
      FittedAxis(chart.y, holding: pairs.map(\.1) + marked(.horizontal), roundingOut: true)
    )
  }

  /// The plot's rectangle and as many horizontal ticks as have room for their labels.
  private static func area(
    x: FittedAxis, left: Double, top: Double, height: Double, right: Double
  ) -> (PlotArea, [Tick]) {
    var chosen: (PlotArea, [Tick])?
    for count in stride(from: 7, through: 1, by: -1) {
      let ticks = x.ticks(atMost: count)
      let overhang = ticks.last.map { SVG.textWidth($0.label ?? "") / 2 * x.fraction(atPlace: $0.place) } ?? 0
      let margin = max(right, overhang, 6)
      let area = PlotArea(left: left, top: top, width: max(SVG.width - left - margin, 60), height: height)
      chosen = (area, ticks)
      let spans = ticks.map { tick in
        let middle = area.left + x.fraction(atPlace: tick.place) * area.width
        let half = SVG.textWidth(tick.label ?? "") / 2
        return (middle - half, middle + half)
      }
      if zip(spans, spans.dropFirst()).allSatisfy({ $0.1 + 8 <= $1.0 }) { break }
    }
    return chosen ?? (PlotArea(left: left, top: top, width: 300, height: height), [])
  }
}
