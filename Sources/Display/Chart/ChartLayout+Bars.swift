extension ChartLayout {
  /// The bars of a series as far as the plot shows them; a value that cannot be drawn has none.
  func bars(_ plotted: Plotted, width: Double) -> [PlotArea] {
    let unit = area.width / (x.upper - x.lower)
    return plotted.points.compactMap { $0 }.compactMap { top -> PlotArea? in
      let half = width / 2 * unit
      let (left, right) = (max(top.x - half, area.left), min(top.x + half, area.right))
      let (value, foot) = (held(top.y), held(zero))
      // A bar of nothing is a line on the axis, so that it is seen to be there.
      let height = max(abs(value - foot), 0.5)
      guard right > left else { return nil }
      return PlotArea(left: left, top: min(value, foot), width: right - left, height: height)
    }
  }

  /// Where zero is.
  private var zero: Double { y.fraction(of: 0).map { area.bottom - $0 * area.height } ?? area.bottom }

  private func held(_ y: Double) -> Double { min(max(y, area.top), area.bottom) }

  static func bar(_ box: PlotArea) -> String {
    "<path class=\"bar\" d=\"M\(SVG.pair(box.left, box.top))H\(SVG.number(box.right))"
      + "V\(SVG.number(box.bottom))H\(SVG.number(box.left))z\"/>"
  }

  /// Lines across a bar that tell its series from the others without its colour.
  static func hatching(_ look: SeriesLook, in box: PlotArea) -> String {
    let gap = 6.0
    var path = ""
    func add(_ start: Point, _ end: Point) {
      guard let (start, end) = box.clipped(start, end), start != end else { return }
      path += "M\(SVG.pair(start.x, start.y))L\(SVG.pair(end.x, end.y))"
    }
    for slope in look.hatching {
      switch slope {
      case .rising, .falling:
        for offset in stride(from: gap, to: box.width + box.height, by: gap) {
          let from = Point(x: box.left, y: slope == .rising ? box.top + offset : box.bottom - offset)
          let to = Point(x: box.left + offset, y: slope == .rising ? box.top : box.bottom)
          add(from, to)
        }
      case .level:
        for y in stride(from: box.bottom - gap, to: box.top, by: -gap) {
          add(Point(x: box.left, y: y), Point(x: box.right, y: y))
        }
      }
    }
    return path.isEmpty ? "" : "<path class=\"hatching\" fill=\"none\" d=\"\(path)\"/>"
  }

  /// The line that bars stand on, where it is not the lower edge.
  var baseline: [String] {
    guard plotted.contains(where: { $0.series.isBars }), zero < area.bottom - 0.5, zero > area.top else {
      return []
    }
    return [
      "<path class=\"baseline\" fill=\"none\" stroke=\"currentColor\" "
        + "d=\"M\(SVG.pair(area.left, zero))h\(SVG.number(area.width))\"/>"
    ]
  }

  /// The values above the bars, or below those of negative values, where all of them have room.
  var barValues: [String] {
    guard names != nil else { return [] }
    var boxes: [TextBox] = []
    for plotted in plotted {
      guard case .bars(let width) = plotted.series.kind else { continue }
      let cells = plotted.series.y.map { Table.Cell($0) }
      let style = CellStyle(.automatic, for: cells)
      for (index, point) in plotted.points.enumerated() {
        guard let point, area.contains(point) else { continue }
        let ends = index < plotted.interval.count ? plotted.interval[index] : nil
        let isNegative = plotted.series.y[index] < 0
        let y = isNegative ? max(point.y, ends?.0.y ?? point.y) + 14 : min(point.y, ends?.1.y ?? point.y) - 5
        let text = style.text(cells[index])
        let box = TextBox(text, x: point.x, baseline: y, anchor: .middle)
        let room = width / (x.upper - x.lower) * area.width
        guard box.width <= room + 14, y <= area.bottom - 3 || !isNegative, box.top >= area.top - 8 else {
          return []
        }
        boxes.append(box)
      }
    }
    let areApart = boxes.enumerated().allSatisfy { index, box in
      boxes.dropFirst(index + 1).allSatisfy { !box.meets($0) }
    }
    guard !boxes.isEmpty, areApart else { return [] }
    return ["<g class=\"bar-values\" text-anchor=\"middle\">"] + boxes.map(\.element) + ["</g>"]
  }
}

extension Series {
  var isBars: Bool { if case .bars = kind { true } else { false } }
}
