/// How a series is told from the others: by colour, and by dash or marker for those who do not see the colour.
struct SeriesLook {
  /// The number of its colour.
  let colour: Int
  let style: Series.Style
  let marker: Marker?
  var quantity: Quantity?
  /// The lines across its bars.
  var hatching: [Hatching] = []

  /// The class that gives the colour.
  var colourClass: String { quantity?.className ?? "series-\(colour)" }

  var classes: String {
    let dash =
      switch style {
      case .automatic, .solid: ""
      case .dashed: " dashed"
      case .dotted: " dotted"
      case .dashDotted: " dash-dotted"
      case .longDashed: " long-dashed"
      }
    return "series \(colourClass)\(dash)"
  }

  /// The looks of a chart's series. A line whose dash another line has already is marked as well.
  static func looks(of series: [Series]) -> [SeriesLook] {
    let lines = series.filter(\.isJoined)
    var free = Series.Style.allCases.filter { style in
      style != .automatic && !lines.contains { $0.style == style }
    }
    var taken: Set<Series.Style> = []
    let colours = colours(of: series)
    return series.enumerated().map { index, series in
      let marker = Marker.allCases[index % Marker.allCases.count]
      func look(_ style: Series.Style, _ marker: Marker?) -> SeriesLook {
        SeriesLook(colour: colours[index], style: style, marker: marker, quantity: series.quantity)
      }
      if series.kind == .points { return look(.solid, marker) }
      if series.isBars {
        var look = look(.solid, nil)
        look.hatching = Hatching.patterns[index % Hatching.patterns.count]
        return look
      }
      var style = series.style
      if style == .automatic { style = free.isEmpty || isJagged(series) ? .solid : free.removeFirst() }
      let isNew = taken.insert(style).inserted
      return look(style, isNew ? nil : marker)
    }
  }

  /// A colour for each series: that of its quantity, else the next one that no quantity of the chart has, while
  /// there are any.
  private static func colours(of series: [Series]) -> [Int] {
    let named = Set(series.compactMap(\.quantity?.colour))
    let free = (1...6).filter { !named.contains($0) }
    let choice = free.isEmpty ? Array(1...6) : free
    var next = 0
    return series.map { series in
      if let quantity = series.quantity { return quantity.colour }
      defer { next += 1 }
      return choice[next % choice.count]
    }
  }

  /// Whether dashes would be lost in the ups and downs of the line.
  private static func isJagged(_ series: Series) -> Bool {
    let rises = zip(series.y, series.y.dropFirst()).map { $1 > $0 }
    return zip(rises, rises.dropFirst()).count { $0 != $1 } > 100
  }
}

/// Which way lines run across a bar.
enum Hatching: Sendable {
  case rising, falling, level

  /// As many patterns as there are colours; the first is none.
  static let patterns: [[Hatching]] = [
    [], [.rising], [.level], [.falling], [.rising, .falling], [.rising, .level],
  ]
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
