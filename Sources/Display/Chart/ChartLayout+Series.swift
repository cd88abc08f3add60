extension ChartLayout {
  /// The series, bands beneath all lines.
  func shapes(of plotted: [Plotted]) -> [String] {
    let bands = plotted.compactMap { plotted -> String? in
      guard plotted.series.isJoined, let path = band(plotted) else { return nil }
      return "<path class=\"band \(plotted.look.colourClass)\" fill=\"currentColor\" fill-opacity=\".2\" "
        + "d=\"\(path)\"/>"
    }
    return bands
      + plotted.enumerated().flatMap { index, plotted -> [String] in
        let shapes = shapes(plotted, index: index)
        return shapes.isEmpty ? [] : ["<g class=\"\(plotted.look.classes)\">"] + shapes + ["</g>"]
      }
  }

  /// What stands for a series in a legend, 21 wide and with its middle at `y`.
  static func sample(_ look: SeriesLook, _ series: Series, x: Double, y: Double) -> String {
    if case .bars = series.kind {
      let box = PlotArea(left: x + 2, top: y - 6, width: 17, height: 12)
      return bar(box) + hatching(look, in: box)
    }
    let middle = Point(x: x + 10.5, y: y)
    var parts = ""
    if series.isJoined, series.interval != nil {
      parts +=
        "<path class=\"band\" fill=\"currentColor\" fill-opacity=\".2\" "
        + "d=\"M\(SVG.pair(x, y - 5))h21v10h-21z\"/>"
    } else if series.interval != nil {
      parts += errorBars("M\(SVG.pair(middle.x, y - 6))v12")
    }
    if series.isJoined { parts += line("M\(SVG.pair(x, y))h21") }
    if series.kind == .path { parts += Arrow(at: middle, along: Point(x: 1, y: 0))?.head ?? "" }
    if let marker = look.marker { parts += markers(marker, at: [middle]) }
    return parts
  }

  private func shapes(_ plotted: Plotted, index: Int) -> [String] {
    let visible = plotted.points.compactMap(\.self).filter(area.contains)
    switch plotted.series.kind {
    case .bars(let width):
      return bars(plotted, width: width).flatMap { box in
        [Self.bar(box), Self.hatching(plotted.look, in: box)].filter { !$0.isEmpty }
      } + errors(plotted, over: true)
    case .points:
      let signs =
        visible.isEmpty ? [] : [Self.markers(plotted.look.marker ?? .circle, at: visible)]
      return errors(plotted) + signs
    case .line, .path:
      let line = Polyline(plotted.points, within: area)
      var marked = line.lonePoints
      if plotted.look.marker != nil {
        let stride = max(1, (visible.count + 5) / 6)
        marked += visible.indices.filter { $0 % stride == stride / 2 }.map { visible[$0] }
      }
      let path = line.path.isEmpty ? [] : [Self.line(line.path)]
      let ends = plotted.series.kind == .path ? directions(line, visible) : []
      return path + ends
        + (marked.isEmpty ? [] : [Self.markers(plotted.look.marker ?? .circle, at: marked)])
    }
  }

  /// The outline of a band, run by run between its gaps.
  private func band(_ plotted: Plotted) -> String? {
    var runs: [[(Point, Point)]] = [[]]
    for ends in plotted.interval {
      if let ends { runs[runs.count - 1].append(ends) } else { runs.append([]) }
    }
    let paths = runs.compactMap { run -> String? in
      let run = Self.thinned(run)
      let outline = area.clipped(polygon: run.map(\.1) + run.reversed().map(\.0))
      return outline.count < 3
        ? nil : "M" + outline.map { SVG.pair($0.x, $0.y) }.joined(separator: " ") + "z"
    }
    return paths.isEmpty ? nil : paths.joined()
  }

  /// Of many ends to one unit of the width, the outermost.
  private static func thinned(_ run: [(Point, Point)]) -> [(Point, Point)] {
    guard run.count > 600, zip(run, run.dropFirst()).allSatisfy({ $0.0.x <= $1.0.x }) else { return run }
    var kept: [(Point, Point)] = []
    for (lower, upper) in run {
      if let last = kept.last, last.0.x.rounded(.down) == lower.x.rounded(.down) {
        kept[kept.count - 1].0.y = max(last.0.y, lower.y)
        kept[kept.count - 1].1.y = min(last.1.y, upper.y)
      } else {
        kept.append((lower, upper))
      }
    }
    return kept
  }

  /// The bars of error. Over bars they stand on a halo of the page's colour, to be seen within.
  private func errors(_ plotted: Plotted, over isOver: Bool = false) -> [String] {
    let path = plotted.interval.compactMap { ends -> String? in
      guard let (lower, upper) = ends, let (start, end) = area.clipped(lower, upper) else { return nil }
      // A cap only where the bar has its end, not where the plot cuts it.
      func cap(_ end: Point, _ own: Point) -> String {
        abs(end.y - own.y) < 0.05 ? "M\(SVG.pair(end.x - 3, end.y))h6" : ""
      }
      return "M\(SVG.pair(start.x, start.y))V\(SVG.number(end.y))" + cap(start, lower) + cap(end, upper)
    }.joined()
    guard !path.isEmpty else { return [] }
    return isOver
      ? [Self.errorBars(path, "halo"), Self.errorBars(path, "errors over")] : [Self.errorBars(path)]
  }

  private static func errorBars(_ path: String, _ name: String = "errors") -> String {
    "<path class=\"\(name)\" fill=\"none\" stroke=\"currentColor\" d=\"\(path)\"/>"
  }

  private static func line(_ path: String) -> String {
    "<path class=\"line\" fill=\"none\" stroke=\"currentColor\" d=\"\(path)\"/>"
  }

  private static func markers(_ marker: Marker, at points: [Point]) -> String {
    "<path class=\"markers\" stroke=\"currentColor\" d=\"\(marker.path(at: points))\"/>"
  }
}
