extension ChartLayout {
  /// The picture, with `label` as its text alternative.
  func drawing(label: String) -> String {
    let below = (names?.height ?? 20) + (x.axis.title.isEmpty ? 0 : 20)
    let groups =
      legend + grid + xAxis + yAxis + fieldArrows + shapes(of: plotted) + baseline + rules + endNames
      + barValues + ruleLabels + absence
    return sheet.drawing(height: area.bottom + below + 2, label: label, groups)
  }

  func across(_ tick: Tick) -> Double { area.left + x.fraction(atPlace: tick.place) * area.width }
  func down(_ tick: Tick) -> Double { area.bottom - y.fraction(atPlace: tick.place) * area.height }

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
    let ticks = xTicks.compactMap { tick in
      tick.label.map { SVG.text($0, x: across(tick), y: area.bottom + 16) }
    }
    let names = names.map { names in names.labels(left: area.left, y: area.bottom) } ?? []
    let isWide = SVG.textWidth(x.axis.title) > area.width
    let title = SVG.text(
      SVG.shortened(x.axis.title, to: sheet.width), x: isWide ? sheet.width / 2 : area.left + area.width / 2,
      y: area.bottom + (self.names?.height ?? 20) + 15, class: "title", anchor: "middle")
    return ["<g class=\"axis x\" text-anchor=\"\(self.names?.isTurned == true ? "end" : "middle")\">"]
      + ticks + names + (x.axis.title.isEmpty ? [] : [title]) + ["</g>"]
  }

  private var yAxis: [String] {
    let labels = yTicks.compactMap { tick in
      tick.label.map { SVG.text($0, x: area.left - 6, y: down(tick), isCentred: true) }
    }
    let title = SVG.text(
      SVG.shortened(y.axis.title, to: sheet.width), x: 0, y: area.top - 12, class: "title", anchor: "start")
    return ["<g class=\"axis y\" text-anchor=\"end\">"] + (y.axis.title.isEmpty ? [] : [title]) + labels + [
      "</g>"
    ]
  }

  private var legend: [String] {
    guard !labels.rows.isEmpty else { return [] }
    let entries = labels.rows.enumerated().flatMap { row, entries in
      entries.map { entry in
        let y = SVG.lineHeight * Double(row) + 9
        let sample = Self.sample(entry.look, entry.series, x: entry.x, y: y)
        let name = SVG.text(entry.name, x: entry.x + SeriesLabels.Entry.sample, y: y, isCentred: true)
        return "<g class=\"\(entry.look.classes)\">\(sample)\(name)</g>"
      }
    }
    return ["<g class=\"legend\">"] + entries + ["</g>"]
  }

  private var endNames: [String] {
    let texts = plotted.indices.compactMap { index -> String? in
      guard let y = labels.ends[index] else { return nil }
      let (look, name) = (plotted[index].look, plotted[index].series.name)
      return SVG.text(
        name, x: area.right + 6, y: area.top + y, class: look.colourClass, isCentred: true)
    }
    return texts.isEmpty ? [] : ["<g class=\"names\">"] + texts + ["</g>"]
  }

  private var absence: [String] {
    guard isEmpty else { return [] }
    let (x, y) = (area.left + area.width / 2, area.top + area.height / 2)
    return [SVG.text("no points to draw", x: x, y: y, class: "absence", anchor: "middle")]
  }
}
