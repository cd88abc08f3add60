extension ChartLayout {
  /// The picture, with `label` as its text alternative.
  func drawing(label: String) -> String {
    let height = area.bottom + 20 + (x.axis.title.isEmpty ? 0 : 20)
    let groups = legend + grid + xAxis + yAxis + rules + lines + names + ruleLabels + absence
    return HTML.element(
      "svg",
      [
        "viewBox": "0 0 \(SVG.number(SVG.width)) \(SVG.number(height))", "role": "img", "aria-label": label,
        "font-size": SVG.plainTextSize, "fill": "currentColor",
      ], content: "\n" + groups.joined(separator: "\n") + "\n")
  }

  private func across(_ tick: Tick) -> Double { area.left + x.fraction(atPlace: tick.place) * area.width }
  private func down(_ tick: Tick) -> Double { area.bottom - y.fraction(atPlace: tick.place) * area.height }

  private var grid: [String] {
    func path(_ name: String, _ xTicks: [Tick], _ yTicks: [Tick], length: (Double, Double)) -> [String] {
      let upright = xTicks.map {
        "M\(SVG.number(across($0))),\(SVG.number(area.bottom))v-\(SVG.number(length.1))"
      }
      let level = yTicks.map { "M\(SVG.number(area.left)),\(SVG.number(down($0)))h\(SVG.number(length.0))" }
      return xTicks.isEmpty && yTicks.isEmpty
        ? [] : ["<path class=\"\(name)\" d=\"\((upright + level).joined())\"/>"]
    }
    let frame =
      "<path class=\"frame\" d=\"M\(SVG.number(area.left)),\(SVG.number(area.top))"
      + "V\(SVG.number(area.bottom))H\(SVG.number(area.right))\"/>"
    let marks =
      path("grid", xTicks, yTicks, length: (area.width, area.height))
      + path("minor", x.minorTicks(besides: xTicks), y.minorTicks(besides: yTicks), length: (4, 4)) + [frame]
    return ["<g class=\"marks\" fill=\"none\" stroke=\"currentColor\">"] + marks + ["</g>"]
  }

  private var xAxis: [String] {
    let labels = xTicks.compactMap { tick in
      tick.label.map { SVG.text($0, x: across(tick), y: area.bottom + 16) }
    }
    let isWide = SVG.textWidth(x.axis.title) > area.width
    let title = SVG.text(
      SVG.shortened(x.axis.title, to: SVG.width), x: isWide ? SVG.width / 2 : area.left + area.width / 2,
      y: area.bottom + 35, class: "title")
    return ["<g class=\"axis x\" text-anchor=\"middle\">"] + labels + (x.axis.title.isEmpty ? [] : [title])
      + ["</g>"]
  }

  private var yAxis: [String] {
    let labels = yTicks.compactMap { tick in
      tick.label.map {
        "<text x=\"\(SVG.number(area.left - 6))\" y=\"\(SVG.number(down(tick)))\" dy=\".35em\">\(HTML.escape($0))</text>"
      }
    }
    let title = SVG.text(
      SVG.shortened(y.axis.title, to: SVG.width), x: 0, y: area.top - 12, class: "title", anchor: "start")
    return ["<g class=\"axis y\" text-anchor=\"end\">"] + (y.axis.title.isEmpty ? [] : [title]) + labels + [
      "</g>"
    ]
  }

  private var lines: [String] {
    plotted.flatMap { plotted -> [String] in
      let shapes = shapes(plotted)
      return shapes.isEmpty ? [] : ["<g class=\"\(plotted.look.classes)\">"] + shapes + ["</g>"]
    }
  }

  private func shapes(_ plotted: Plotted) -> [String] {
    let visible = plotted.points.compactMap(\.self).filter(area.contains)
    if plotted.series.kind == .points {
      return visible.isEmpty ? [] : [Self.markers(plotted.look.marker ?? .circle, at: visible)]
    }
    let line = Polyline(plotted.points, within: area)
    var marked = line.lonePoints
    if plotted.look.marker != nil {
      let stride = max(1, (visible.count + 5) / 6)
      marked += visible.indices.filter { $0 % stride == stride / 2 }.map { visible[$0] }
    }
    let path = line.path.isEmpty ? [] : [Self.line(line.path)]
    return path + (marked.isEmpty ? [] : [Self.markers(plotted.look.marker ?? .circle, at: marked)])
  }

  private static func line(_ path: String) -> String {
    "<path class=\"line\" fill=\"none\" stroke=\"currentColor\" d=\"\(path)\"/>"
  }

  private static func markers(_ marker: Marker, at points: [Point]) -> String {
    "<path class=\"markers\" stroke=\"currentColor\" d=\"\(marker.path(at: points))\"/>"
  }

  private var legend: [String] {
    guard !labels.rows.isEmpty else { return [] }
    let entries = labels.rows.enumerated().flatMap { row, entries in
      entries.map { entry in
        let y = SVG.lineHeight * Double(row) + 8
        let line = entry.kind == .line ? Self.line("M\(SVG.number(entry.x)),\(SVG.number(y))h21") : ""
        let sign = entry.look.marker.map { Self.markers($0, at: [Point(x: entry.x + 10.5, y: y)]) } ?? ""
        let name = SVG.text(entry.name, x: entry.x + SeriesLabels.Entry.sample, y: y + 4.5)
        return "<g class=\"\(entry.look.classes)\">\(line)\(sign)\(name)</g>"
      }
    }
    return ["<g class=\"legend\">"] + entries + ["</g>"]
  }

  private var names: [String] {
    let texts = plotted.indices.compactMap { index -> String? in
      guard let y = labels.ends[index] else { return nil }
      let (look, name) = (plotted[index].look, plotted[index].series.name)
      return "<text class=\"series-\(look.colour)\" x=\"\(SVG.number(area.right + 6))\" "
        + "y=\"\(SVG.number(area.top + y))\" dy=\".35em\">\(HTML.escape(name))</text>"
    }
    return texts.isEmpty ? [] : ["<g class=\"names\">"] + texts + ["</g>"]
  }

  private var absence: [String] {
    guard isEmpty else { return [] }
    let (x, y) = (area.left + area.width / 2, area.top + area.height / 2)
    return [SVG.text("no points to draw", x: x, y: y, class: "absence", anchor: "middle")]
  }
}
