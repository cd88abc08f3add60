/// Where everything in a heat map stands on a sheet, and the picture of it.
struct HeatMapLayout {
  let map: HeatMap
  let sheet: Sheet
  let left: Double
  let top: Double
  let cellWidth: Double
  let cellHeight: Double
  /// Between two cells; none where they are so small that it would be most of the picture.
  let gap: Double
  let names: ColumnNames
  /// The columns of each line.
  let lines: [Range<Int>]
  private let legendHeight: Double

  init(_ map: HeatMap, on sheet: Sheet = .wide) {
    self.map = map
    self.sheet = sheet
    legendHeight = Self.nameFits(map.scale, sheet) ? 40 : 60
    top = legendHeight + (map.y.isEmpty ? 6 : 24)
    let widestName = (0..<map.height).map { SVG.textWidth(map.rowName($0)) }.max() ?? 0
    let columnNames = (0..<map.width).map(map.columnName)
    var left = min(widestName, sheet.width * 0.27) + 8
    var (lines, cellWidth) = Self.lines(map, columnNames, room: sheet.width - left - 4)
    var names = ColumnNames(columnNames, cellWidth: cellWidth)
    // Turned names reach to the left of their columns, and so the map makes room for them.
    for _ in 0..<3 {
      let firsts = lines.map { ColumnNames(Array(columnNames[$0]), cellWidth: cellWidth) }
      let overhang = names.isTurned ? firsts.map(\.overhang).max() ?? 0 : 0
      guard overhang > left else { break }
      left = min(overhang + 1, sheet.width / 3)
      (lines, cellWidth) = Self.lines(map, columnNames, room: sheet.width - left - 4)
      names = ColumnNames(columnNames, cellWidth: cellWidth)
    }
    (self.left, self.lines, self.cellWidth, self.names) = (left, lines, cellWidth, names)
    let room = lines.count > 1 ? 200.0 : 320
    cellHeight = max(min(26, room / Double(max(map.height, 1))), min(cellWidth, 3))
    gap = min(cellWidth, cellHeight) >= 8 ? 1 : 0
  }

  /// One line, or several where the columns have names that would have no room side by side.
  private static func lines(_ map: HeatMap, _ names: [String], room: Double) -> ([Range<Int>], Double) {
    let width = max(map.width, 1)
    // Few columns make cells no wider than they need to be read.
    let whole = (map.width == 0 ? [] : [0..<map.width], min(room / Double(width), 64))
    let areNumbers = names.allSatisfy { Int($0) != nil }
    let most = max(Int(room / ColumnNames.leastWidth), 1)
    let count = (width + most - 1) / most
    guard whole.1 < ColumnNames.leastWidth, !areNumbers, map.height <= 24, count <= 12 else { return whole }
    let each = (width + count - 1) / count
    let lines = stride(from: 0, to: width, by: each).map { $0..<min($0 + each, width) }
    return (lines, room / Double(each))
  }

  /// From the top of a line to that of the next.
  private var pitch: Double { cellHeight * Double(map.height) + names.height + 6 }
  private var bottom: Double { top + pitch * Double(max(lines.count, 1)) - names.height - 6 }
  private var plotWidth: Double { cellWidth * Double(lines.map(\.count).max() ?? 0) }

  /// The picture, with `label` as its text alternative.
  func drawing(label: String) -> String {
    let height = bottom + names.height + (map.x.isEmpty ? 6 : 24)
    return sheet.drawing(
      height: height, label: label, legend + cells + numbers + rowLabels + columnLabels + titles)
  }

  private var palette: String { map.isDiverging ? "diverge" : "heat" }

  /// The upper left corner of a cell.
  private func corner(_ row: Int, _ column: Int, line: Int) -> Point {
    Point(
      x: left + Double(column - lines[line].lowerBound) * cellWidth,
      y: top + pitch * Double(line) + Double(row) * cellHeight)
  }

  private var cells: [String] {
    var parts = ["<g class=\"cells\" shape-rendering=\"crispEdges\">"]
    for line in lines.indices {
      for row in 0..<map.height {
        var rects = ""
        var column = lines[line].lowerBound
        while column < lines[line].upperBound {
          let step = map.value(row, column).map(map.step)
          var end = column + 1
          // Where no gap parts them, neighbours of one colour are one rectangle.
          while gap == 0, end < lines[line].upperBound, map.value(row, end).map(map.step) == step { end += 1 }
          let place = corner(row, column, line: line)
          rects += rect(
            step, x: place.x, y: place.y, width: Double(end - column) * cellWidth - gap,
            height: cellHeight - gap)
          column = end
        }
        parts.append(rects)
      }
    }
    return parts + ["</g>"]
  }

  private func rect(_ step: Int?, x: Double, y: Double, width: Double, height: Double) -> String {
    let name = step.map { "\(palette)-\($0)" } ?? "no-value"
    // The edges are rounded, not the width, so that neighbours meet.
    let (from, to) = (SVG.rounded(x), SVG.rounded(x + width))
    let (over, under) = (SVG.rounded(y), SVG.rounded(y + height))
    return "<rect class=\"\(name)\" x=\"\(SVG.number(from))\" y=\"\(SVG.number(over))\" "
      + "width=\"\(SVG.number(to - from))\" height=\"\(SVG.number(under - over))\"/>"
  }

  /// The size of the values within the cells.
  static let valueSize = 12.0

  /// The values within the cells, where there are few cells and they are wide enough.
  private var numbers: [String] {
    guard map.height * map.width <= 60, cellHeight >= 17 else { return [] }
    let texts = lines.indices.flatMap { line in
      (0..<map.height).flatMap { row in
        lines[line].compactMap { column -> (text: String, line: String)? in
          guard let value = map.value(row, column) else { return nil }
          let text =
            abs(value) < 100 ? fixed(value, digits: abs(value) < 10 ? 2 : 1) : significant(value, digits: 3)
          let place = corner(row, column, line: line)
          return (
            text,
            SVG.text(
              text, x: place.x + (cellWidth - gap) / 2, y: place.y + (cellHeight - gap) / 2,
              class: "ink-\(palette)-\(map.step(value))", isCentred: true)
          )
        }
      }
    }
    guard texts.allSatisfy({ SVG.textWidth($0.text, size: Self.valueSize) + 2 <= cellWidth }) else {
      return []
    }
    return ["<g class=\"values\" text-anchor=\"middle\" font-size=\"\(SVG.number(Self.valueSize))\">"]
      + texts.map(\.line) + ["</g>"]
  }

  private var rowLabels: [String] {
    let stride = max(1, Int((14 / cellHeight).rounded(.up)))
    let labels = lines.indices.flatMap { line in
      Swift.stride(from: 0, to: map.height, by: stride).map { row in
        SVG.text(
          SVG.shortened(map.rowName(row), to: left - 8), x: left - 6,
          y: top + pitch * Double(line) + (Double(row) + 0.5) * cellHeight, isCentred: true)
      }
    }
    return ["<g class=\"axis y\" text-anchor=\"end\">"] + labels + ["</g>"]
  }

  private var columnLabels: [String] {
    let labels = lines.indices.flatMap { line in
      names.labels(
        lines[line], left: left, y: top + pitch * Double(line) + cellHeight * Double(map.height))
    }
    return ["<g class=\"axis x\" text-anchor=\"\(names.isTurned ? "end" : "middle")\">"] + labels + ["</g>"]
  }

  private var titles: [String] {
    // A long title of few columns starts at the left edge of the sheet, and ends at its right one at the latest.
    let name = SVG.shortened(map.x, to: sheet.width)
    let half = SVG.textWidth(name) / 2
    let middle = min(max(left + plotWidth / 2, half), sheet.width - half)
    let across = SVG.text(name, x: middle, y: bottom + names.height + 14, class: "title", anchor: "middle")
    let down = SVG.text(SVG.shortened(map.y, to: sheet.width), x: 0, y: top - 9, class: "title")
    return (map.y.isEmpty ? [] : [down]) + (map.x.isEmpty ? [] : [across])
  }

  private static let legendLength = 198.0

  private static func nameFits(_ name: String, _ sheet: Sheet) -> Bool {
    SVG.textWidth(name) + 10 + legendLength + 20 <= sheet.width
  }

  /// The scale of the colours, above the map: its name, the eleven colours and the ticks below them.
  private var legend: [String] {
    let isBeside = Self.nameFits(map.scale, sheet)
    let name = SVG.shortened(map.scale, to: sheet.width)
    let start = isBeside && !name.isEmpty ? max(left, SVG.textWidth(name) + 10) : min(left, 80)
    let over = legendHeight - 40
    let rects = (0...10).map { step in
      rect(
        step, x: start + Double(step) * Self.legendLength / 11, y: over + 2, width: Self.legendLength / 11,
        height: 12)
    }
    let labels = legendTicks(from: start).map { SVG.text($0.text, x: $0.x, y: over + 29) }
    let title =
      isBeside
      ? SVG.text(name, x: start - 8, y: 12.5, class: "title", anchor: "end")
      : SVG.text(name, x: 0, y: 12.5, class: "title", anchor: "start")
    return ["<g class=\"legend\" text-anchor=\"middle\">"] + (name.isEmpty ? [] : [title]) + [rects.joined()]
      + labels + ["</g>"]
  }

  /// As many ticks as have room below the colours.
  private func legendTicks(from start: Double) -> [TextBox] {
    let (lower, upper) = (map.range.lowerBound, map.range.upperBound)
    for count in stride(from: 4, through: 1, by: -1) {
      let boxes = Ticks.linear(lower, upper, atMost: count).compactMap { tick in
        tick.label.map { label in
          let x = start + (tick.place - lower) / (upper - lower) * Self.legendLength
          return TextBox(label, x: x, baseline: 0, anchor: .middle)
        }
      }
      let areApart = zip(boxes, boxes.dropFirst()).allSatisfy { $0.right + 6 <= $1.left }
      if areApart, boxes.allSatisfy({ $0.left >= 0 && $0.right <= sheet.width }) { return boxes }
    }
    return []
  }
}
