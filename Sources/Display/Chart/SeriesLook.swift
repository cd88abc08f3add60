/// How a series is told from the others: by colour, and by dash or marker for those who do not see the colour.
struct SeriesLook {
  /// The number of its colour.
  let colour: Int
  let style: Series.Style
  let marker: Marker?

  var classes: String {
    let dash =
      switch style {
      case .automatic, .solid: ""
      case .dashed: " dashed"
      case .dotted: " dotted"
      case .dashDotted: " dash-dotted"
      case .longDashed: " long-dashed"
      }
    return "series series-\(colour)\(dash)"
  }

  /// The looks of a chart's series. A line whose dash another line has already is marked as well.
  static func looks(of series: [Series]) -> [SeriesLook] {
    let lines = series.filter { $0.kind == .line }
    var free = Series.Style.allCases.filter { style in
      style != .automatic && !lines.contains { $0.style == style }
    }
    var taken: Set<Series.Style> = []
    return series.enumerated().map { index, series in
      let marker = Marker.allCases[index % Marker.allCases.count]
      let colour = index % 6 + 1
      if series.kind == .points { return SeriesLook(colour: colour, style: .solid, marker: marker) }
      var style = series.style
      if style == .automatic { style = free.isEmpty || isJagged(series) ? .solid : free.removeFirst() }
      let isNew = taken.insert(style).inserted
      return SeriesLook(colour: colour, style: style, marker: isNew ? nil : marker)
    }
  }

  /// Whether dashes would be lost in the ups and downs of the line.
  private static func isJagged(_ series: Series) -> Bool {
    let rises = zip(series.y, series.y.dropFirst()).map { $1 > $0 }
    return zip(rises, rises.dropFirst()).count { $0 != $1 } > 100
  }
}

/// A small sign at a point.
enum Marker: CaseIterable {
  case circle, square, triangle, diamond, cross, plus

  /// The sign at each of `points`, as the text of one path.
  func path(at points: [Point]) -> String {
    var drawn: Set<String> = []
    return points.compactMap { point in
      let start = "M\(SVG.number(point.x + offset.x)),\(SVG.number(point.y + offset.y))"
      return drawn.insert(start).inserted ? start + outline : nil
    }.joined()
  }

  private var offset: Point {
    switch self {
    case .circle: Point(x: -2.5, y: 0)
    case .square, .cross: Point(x: -2.5, y: -2.5)
    case .triangle, .diamond: Point(x: 0, y: -3.5)
    case .plus: Point(x: -3, y: 0)
    }
  }

  private var outline: String {
    switch self {
    case .circle: "a2.5,2.5 0 1 0 5,0a2.5,2.5 0 1 0 -5,0z"
    case .square: "h5v5h-5z"
    case .triangle: "l3.5,6h-7z"
    case .diamond: "l3.5,3.5 -3.5,3.5 -3.5,-3.5z"
    case .cross: "l5,5m0,-5l-5,5"
    case .plus: "h6m-3,-3v6"
    }
  }
}
