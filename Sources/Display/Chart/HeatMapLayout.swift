/// Where everything in a heat map stands, and the picture of it.
struct HeatMapLayout {
  let map: HeatMap
  let left: Double
  let top: Double
  let cellWidth: Double
  let cellHeight: Double
  /// Between two cells; none where they are so small that it would be most of the picture.
  let gap: Double
  let names: ColumnNames

  init(_ map: HeatMap) {
    self.map = map
    let rowNames = (0..<map.height).map { SVG.textWidth(map.rowName($0)) }
    left = min(rowNames.max() ?? 0, 130) + 8
    top = Self.legendHeight + (map.y.isEmpty ? 6 : 24)
    // Few columns make cells no wider than they need to be read.
    cellWidth = min((SVG.width - left - 4) / Double(max(map.width, 1)), 64)
    cellHeight = max(min(26, 320 / Double(max(map.height, 1))), min(cellWidth, 3))
    gap = min(cellWidth, cellHeight) >= 8 ? 1 : 0
    names = ColumnNames((0..<map.width).map(map.columnName), cellWidth: cellWidth)
  }

  private static let legendHeight = 40.0

  private var bottom: Double { top + cellHeight * Double(map.height) }
  private var plotWidth: Double { cellWidth * Double(map.width) }

  /// The picture, with `label` as its text alternative.
  func drawing(label: String) -> String {
    let height = bottom + names.height + (map.x.isEmpty ? 6 : 24)
    let groups = legend + cells + numbers + rowLabels + columnLabels + titles
    return HTML.element(
      "svg",
      [
        "viewBox": "0 0 \(SVG.number(SVG.width)) \(SVG.number(height))", "role": "img", "aria-label": label,
        "font-size": SVG.plainTextSize, "fill": "currentColor",
      ], content: "\n" + groups.joined(separator: "\n") + "\n")
  }

  private var palette: String { map.isDiverging ? "diverge" : "heat" }

  private var cells: [String] {
    var lines = ["<g class=\"cells\" shape-rendering=\"crispEdges\">"]
    for row in 0..<map.height {
      var rects = ""
      var column = 0
      while column < map.width {
        let step = map.value(row, column).map(map.step)
        var end = column + 1
        // Where no gap parts them, neighbours of one colour are one rectangle.
        while gap == 0, end < map.width, map.value(row, end).map(map.step) == step { end += 1 }
        let x = left + Double(column) * cellWidth
        let width = Double(end - column) * cellWidth - gap
        rects += rect(step, x: x, y: top + Double(row) * cellHeight, width: width, height: cellHeight - gap)
        column = end
      }
      lines.append(rects)
    }
    return lines + ["</g>"]
  }

  private func rect(_ step: Int?, x: Double, y: Double, width: Double, height: Double) -> String {
    let name = step.map { "\(palette)-\($0)" } ?? "no-value"
    // The edges are rounded, not the width, so that neighbours meet.
    let (from, to) = (SVG.rounded(x), SVG.rounded(x + width))
    let (over, under) = (SVG.rounded(y), SVG.rounded(y + height))
    return "<rect class=\"\(name)\" x=\"\(SVG.number(from))\" y=\"\(SVG.number(over))\" "
      + "width=\"\(SVG.number(to - from))\" height=\"\(SVG.number(under - over))\"/>"
  }

  /// The values within the cells, where there are few cells and they are wide enough.
  private var numbers: [String] {
    guard map.height * map.width <= 60, cellHeight >= 17 else { return [] }
    let texts = (0..<map.height).flatMap { row in
      (0..<map.width).compactMap { column -> (text: String, line: String)? in
        guard let value = map.value(row, column) else { return nil }
        let text =
          abs(value) < 100 ? fixed(value, digits: abs(value) < 10 ? 2 : 1) : significant(value, digits: 3)
        let x = left + (Double(column) + 0.5) * cellWidth - gap / 2
        let y = top + (Double(row) + 0.5) * cellHeight - gap / 2
        let name = "ink-\(palette)-\(map.step(value))"
        return (
          text,
          "<text class=\"\(name)\" x=\"\(SVG.number(x))\" y=\"\(SVG.number(y))\" dy=\".35em\">\(text)</text>"
        )
      }
    }
    guard texts.allSatisfy({ SVG.textWidth($0.text) + 2 <= cellWidth }) else { return [] }
    return ["<g class=\"values\" text-anchor=\"middle\">"] + texts.map(\.line) + ["</g>"]
  }

  private var rowLabels: [String] {
    let stride = max(1, Int((14 / cellHeight).rounded(.up)))
    let labels = Swift.stride(from: 0, to: map.height, by: stride).map { row in
      let y = top + (Double(row) + 0.5) * cellHeight
      let name = SVG.shortened(map.rowName(row), to: left - 8)
      return
        "<text x=\"\(SVG.number(left - 6))\" y=\"\(SVG.number(y))\" dy=\".35em\">\(HTML.escape(name))</text>"
    }
    return ["<g class=\"axis y\" text-anchor=\"end\">"] + labels + ["</g>"]
  }

  private var columnLabels: [String] {
    let labels = Swift.stride(from: 0, to: map.width, by: names.stride).map { column in
      names.label(column, x: left + (Double(column) + 0.5) * cellWidth, y: bottom)
    }
    return ["<g class=\"axis x\" text-anchor=\"\(names.isTurned ? "end" : "middle")\">"] + labels + ["</g>"]
  }

  private var titles: [String] {
    let across = SVG.text(
      map.x, x: left + plotWidth / 2, y: bottom + names.height + 14, class: "title", anchor: "middle")
    let down = SVG.text(map.y, x: 0, y: top - 9, class: "title")
    return (map.y.isEmpty ? [] : [down]) + (map.x.isEmpty ? [] : [across])
  }

  /// The scale of the colours, above the map: its name, the eleven colours and the ticks below them.
  private var legend: [String] {
    let name = map.scale.isEmpty ? "" : SVG.shortened(map.scale, to: 220)
    let start = name.isEmpty ? left : max(left, SVG.textWidth(name) + 10)
    let length = 198.0
    let rects = (0...10).map { step in
      rect(step, x: start + Double(step) * length / 11, y: 2, width: length / 11, height: 12)
    }
    let (lower, upper) = (map.range.lowerBound, map.range.upperBound)
    let inner = Ticks.linear(lower, upper, atMost: 4)
    let labels = inner.compactMap { tick in
      tick.label.map { SVG.text($0, x: start + (tick.place - lower) / (upper - lower) * length, y: 29) }
    }
    let title = name.isEmpty ? [] : [SVG.text(name, x: start - 8, y: 12.5, class: "title", anchor: "end")]
    return ["<g class=\"legend\" text-anchor=\"middle\">"] + title + [rects.joined()] + labels + ["</g>"]
  }
}

/// The names below the columns: level where they fit, else turned; thinned where even that is too dense.
struct ColumnNames {
  let names: [String]
  let isTurned: Bool
  let stride: Int
  let height: Double

  init(_ names: [String], cellWidth: Double) {
    let widest = names.map(SVG.textWidth).max() ?? 0
    let areNumbers = names.allSatisfy { Int($0) != nil }
    if widest + 4 <= cellWidth || areNumbers {
      isTurned = false
      stride = areNumbers ? Self.roundStride(atLeast: (widest + 8) / cellWidth) : 1
      height = 20
    } else {
      isTurned = true
      stride = max(1, Int((15 / cellWidth).rounded(.up)))
      height = min(widest, 90) * 0.75 + 18
    }
    self.names = names.map { SVG.shortened($0, to: 90) }
  }

  func label(_ index: Int, x: Double, y: Double) -> String {
    let name = HTML.escape(names[index])
    let (x, y) = (SVG.number(x), SVG.number(y + (isTurned ? 10 : 15)))
    return isTurned
      ? "<text transform=\"translate(\(x) \(y)) rotate(-45)\" dy=\".2em\">\(name)</text>"
      : "<text x=\"\(x)\" y=\"\(y)\">\(name)</text>"
  }

  private static func roundStride(atLeast least: Double) -> Int {
    let strides = [1, 2, 5, 10, 20, 50, 100, 200, 500]
    return strides.first { Double($0) >= least } ?? 1000
  }
}
