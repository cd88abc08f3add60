extension ChartLayout {
  /// The annotations' lines, beneath the data.
  var rules: [String] {
    guard !annotations.isEmpty else { return [] }
    let path = annotations.map { annotation in
      let place = place(of: annotation)
      return annotation.direction == .horizontal
        ? "M\(SVG.number(area.left)),\(SVG.number(place))h\(SVG.number(area.width))"
        : "M\(SVG.number(place)),\(SVG.number(area.bottom))v-\(SVG.number(area.height))"
    }.joined()
    return ["<path class=\"rules\" fill=\"none\" stroke=\"currentColor\" d=\"\(path)\"/>"]
  }

  /// Their labels, above the data, each where it covers the least of what is drawn.
  var ruleLabels: [String] {
    var ink = inkedPoints
    var taken: [Box] = []
    let texts = annotations.filter { !$0.label.isEmpty }.map { annotation in
      let text = SVG.shortened(annotation.label, to: area.width - 12)
      let candidates = candidates(annotation, width: SVG.textWidth(text))
      func cost(_ box: Box) -> Int {
        ink.count(where: box.holds) + 1000 * taken.count(where: box.meets) + (isInside(box) ? 0 : 100)
      }
      var best = candidates[0]
      var least = cost(best.box)
      for candidate in candidates.dropFirst() where cost(candidate.box) < least {
        (best, least) = (candidate, cost(candidate.box))
      }
      taken.append(best.box)
      ink.append(Point(x: best.box.left, y: best.box.top))
      return SVG.text(
        text, x: best.anchor == "end" ? best.box.right : best.box.left, y: best.box.bottom - 4,
        anchor: best.anchor)
    }
    return texts.isEmpty ? [] : ["<g class=\"rule-labels\">"] + texts + ["</g>"]
  }

  private struct Box {
    var left: Double
    var top: Double
    var width: Double
    let height = 17.0

    var right: Double { left + width }
    var bottom: Double { top + height }

    func holds(_ point: Point) -> Bool {
      point.x >= left - 3 && point.x <= right + 3 && point.y >= top && point.y <= bottom
    }

    func meets(_ other: Box) -> Bool {
      left < other.right && other.left < right && top < other.bottom && other.top < bottom
    }
  }

  private func isInside(_ box: Box) -> Bool {
    box.left >= area.left - 1 && box.right <= area.right + 1 && box.top >= area.top - 1
      && box.bottom <= area.bottom + 1
  }

  private func place(of annotation: Chart.Annotation) -> Double {
    switch annotation.direction {
    case .horizontal: area.bottom - (y.fraction(of: annotation.value) ?? 0) * area.height
    case .vertical: area.left + (x.fraction(of: annotation.value) ?? 0) * area.width
    }
  }

  private func candidates(_ annotation: Chart.Annotation, width: Double) -> [(box: Box, anchor: String)] {
    let place = place(of: annotation)
    switch annotation.direction {
    case .horizontal:
      let ends = [(area.right - width - 4, "end"), (area.left + 6, "start")]
      return [place - 19, place + 2].flatMap { top in
        ends.map { (Box(left: $0.0, top: top, width: width), $0.1) }
      }
    case .vertical:
      let sides = [(place + 5, "start"), (place - width - 5, "end")]
      let tops = stride(from: area.top + 2, to: area.bottom - 18, by: 18)
      return tops.flatMap { top in sides.map { (Box(left: $0.0, top: top, width: width), $0.1) } }
    }
  }

  /// Points every few units along whatever is drawn.
  private var inkedPoints: [Point] {
    plotted.flatMap { plotted -> [Point] in
      if case .bars(let width) = plotted.series.kind {
        return bars(plotted, width: width).flatMap { box in
          stride(from: box.left, through: box.right, by: 6).flatMap { x in
            // As far above the bar as its value stands.
            stride(from: box.top - 18, through: box.bottom, by: 8).map { Point(x: x, y: $0) }
          }
        }
      }
      if !plotted.series.isJoined { return plotted.points.compactMap(\.self) }
      return Polyline(plotted.points, within: area).runs.flatMap { run in
        zip(run, run.dropFirst()).flatMap { start, end -> [Point] in
          let (dx, dy) = (end.x - start.x, end.y - start.y)
          let steps = max(1, Int(max(abs(dx), abs(dy)) / 6))
          return (0...steps).map { step in
            let part = Double(step) / Double(steps)
            return Point(x: start.x + dx * part, y: start.y + dy * part)
          }
        }
      }
    }
  }
}
