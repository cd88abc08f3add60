/// An arrow: a shaft with a head at its end.
struct Arrow {
  let tip: Point
  let direction: Point

  /// An arrow head whose middle is at `point`; none without a direction.
  init?(at point: Point, along vector: Point, size: Double = 4) {
    let length = (vector.x * vector.x + vector.y * vector.y).squareRoot()
    guard length > 1e-9, length.isFinite else { return nil }
    direction = Point(x: vector.x / length * size, y: vector.y / length * size)
    tip = Point(x: point.x + direction.x, y: point.y + direction.y)
  }

  /// The head's outline, as the text of a path.
  var outline: String {
    let (dx, dy) = (direction.x, direction.y)
    let back = Point(x: tip.x - 2 * dx, y: tip.y - 2 * dy)
    return "M\(SVG.pair(tip.x, tip.y))L\(SVG.pair(back.x - 0.8 * dy, back.y + 0.8 * dx))"
      + "L\(SVG.pair(back.x + 0.8 * dy, back.y - 0.8 * dx))z"
  }

  var head: String { "<path class=\"arrow\" d=\"\(outline)\"/>" }
}

extension ChartLayout {
  /// Where a path begins, where it ends, and arrow heads along it.
  func directions(_ line: Polyline, _ visible: [Point]) -> [String] {
    guard let first = visible.first, let last = visible.last else { return [] }
    let heads = line.runs.flatMap { run -> [Arrow] in
      let parts = zip(run, run.dropFirst()).map { start, end -> (Point, Point, Double) in
        let (dx, dy) = (end.x - start.x, end.y - start.y)
        return (start, end, (dx * dx + dy * dy).squareRoot())
      }
      let length = parts.reduce(0) { $0 + $1.2 }
      // One head in the middle of a short path, one every 80 units of a long one.
      let count = length < 24 ? 0 : max(1, Int(length / 80))
      var arrows: [Arrow] = []
      var passed = 0.0
      for (start, end, part) in parts {
        while part > 0, arrows.count < count,
          passed + part >= length * (Double(arrows.count) + 0.5) / Double(count)
        {
          let share = (length * (Double(arrows.count) + 0.5) / Double(count) - passed) / part
          let vector = Point(x: end.x - start.x, y: end.y - start.y)
          let place = Point(x: start.x + share * vector.x, y: start.y + share * vector.y)
          guard let arrow = Arrow(at: place, along: vector) else { break }
          arrows.append(arrow)
        }
        passed += part
      }
      return arrows
    }
    let outline = heads.map(\.outline).joined()
    return (outline.isEmpty ? [] : ["<path class=\"arrow\" d=\"\(outline)\"/>"]) + [
      Self.disc("start", at: first), Self.disc("end", at: last),
    ]
  }

  private static func disc(_ name: String, at point: Point) -> String {
    "<circle class=\"\(name)\" cx=\"\(SVG.number(point.x))\" cy=\"\(SVG.number(point.y))\" r=\"4.2\" "
      + "fill=\"\(name == "start" ? "none" : "currentColor")\" stroke=\"currentColor\"/>"
  }

  /// The arrows of the field, the longest as long as a cell of its grid.
  var fieldArrows: [String] {
    guard let field, !field.arrows.isEmpty else { return [] }
    let (xScale, yScale) = (area.width / (x.upper - x.lower), area.height / (y.upper - y.lower))
    let drawn = field.arrows.compactMap { arrow -> (Point, Point, Double)? in
      guard let fx = x.fraction(of: arrow.x), let fy = y.fraction(of: arrow.y) else { return nil }
      let vector = Point(x: arrow.dx * xScale, y: -arrow.dy * yScale)
      let length = (vector.x * vector.x + vector.y * vector.y).squareRoot()
      return length.isFinite ? (area.point(fx, fy), vector, length) : nil
    }
    let longest = drawn.map(\.2).max() ?? 0
    guard longest > 0 else { return [] }
    let cell = 0.85 * min(area.width / Double(field.columns), area.height / Double(field.rows))
    let path = drawn.map { place, vector, length -> String in
      // Lengths grow with the square root, so that slow places still show where they lead.
      let reach = (length / longest).squareRoot() * cell
      guard length > 0, reach >= 1.5 else { return "M\(SVG.pair(place.x - 0.5, place.y))h1" }
      let (dx, dy) = (vector.x / length, vector.y / length)
      let tip = Point(x: place.x + dx * reach / 2, y: place.y + dy * reach / 2)
      let side = min(reach / 3, 4)
      func barb(_ turn: Double) -> String {
        SVG.pair(tip.x - side * dx + turn * side * 0.6 * dy, tip.y - side * dy - turn * side * 0.6 * dx)
      }
      return "M\(SVG.pair(place.x - dx * reach / 2, place.y - dy * reach / 2))L\(SVG.pair(tip.x, tip.y))"
        + "M\(barb(1))L\(SVG.pair(tip.x, tip.y)) \(barb(-1))"
    }.joined()
    return ["<path class=\"field\" fill=\"none\" stroke=\"currentColor\" d=\"\(path)\"/>"]
  }
}

/// Arrows on a grid: where a system moves from each of its states.
struct VectorField: Sendable {
  struct Sample: Sendable {
    let x, y, dx, dy: Double
  }

  let columns: Int
  let rows: Int
  let arrows: [Sample]

  /// `field` at the middle of each cell of a grid over both ranges; what is not finite is left out.
  init(
    x: ClosedRange<Double>, y: ClosedRange<Double>, columns: Int = 13, rows: Int = 11,
    _ field: (Double, Double) -> (Double, Double)
  ) {
    (self.columns, self.rows) = (columns, rows)
    func middle(_ index: Int, of count: Int, _ range: ClosedRange<Double>) -> Double {
      range.lowerBound + (range.upperBound - range.lowerBound) * (Double(index) + 0.5) / Double(count)
    }
    arrows = (0..<rows).flatMap { row in
      (0..<columns).compactMap { column -> Sample? in
        let place = (middle(column, of: columns, x), middle(row, of: rows, y))
        let (dx, dy) = field(place.0, place.1)
        return dx.isFinite && dy.isFinite ? Sample(x: place.0, y: place.1, dx: dx, dy: dy) : nil
      }
    }
  }
}
