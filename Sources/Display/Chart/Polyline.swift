/// A point of the drawing.
package struct Point: Hashable {
  package var x: Double
  package var y: Double

  package init(x: Double, y: Double) {
    self.x = x
    self.y = y
  }
}

/// The rectangle that lines are drawn in.
struct PlotArea {
  let left: Double
  let top: Double
  let width: Double
  let height: Double

  var right: Double { left + width }
  var bottom: Double { top + height }

  /// The point at the fractions `x` and `y` of the two axes.
  func point(_ x: Double, _ y: Double) -> Point {
    Point(x: left + x * width, y: bottom - y * height)
  }

  func contains(_ point: Point) -> Bool {
    point.x >= left - 0.05 && point.x <= right + 0.05 && point.y >= top - 0.05 && point.y <= bottom + 0.05
  }

  /// The part of the straight line from `start` to `end` that lies within, by Liang and Barsky's method.
  func clipped(_ start: Point, _ end: Point) -> (Point, Point)? {
    let (dx, dy) = (end.x - start.x, end.y - start.y)
    var (from, to) = (0.0, 1.0)
    for (direction, distance) in [
      (-dx, start.x - left), (dx, right - start.x), (-dy, start.y - top), (dy, bottom - start.y),
    ] {
      if direction == 0 {
        if distance < 0 { return nil }
      } else if direction < 0 {
        from = max(from, distance / direction)
      } else {
        to = min(to, distance / direction)
      }
    }
    guard from <= to else { return nil }
    // An end that is not cut stays the very point it was, so that the next part joins on to it.
    let first = from == 0 ? start : Point(x: start.x + from * dx, y: start.y + from * dy)
    let last = to == 1 ? end : Point(x: start.x + to * dx, y: start.y + to * dy)
    return (first, last)
  }

  /// The part of the polygon that lies within, by Sutherland and Hodgman's method: cut at one edge after the other.
  func clipped(polygon: [Point]) -> [Point] {
    func cut(_ points: [Point], _ distance: (Point) -> Double) -> [Point] {
      points.indices.flatMap { index -> [Point] in
        let (point, before) = (points[index], points[index == 0 ? points.count - 1 : index - 1])
        let (here, there) = (distance(point), distance(before))
        guard (here < 0) != (there < 0) else { return here < 0 ? [] : [point] }
        let share = there / (there - here)
        let edge = Point(
          x: before.x + share * (point.x - before.x), y: before.y + share * (point.y - before.y))
        return here < 0 ? [edge] : [edge, point]
      }
    }
    let sides = cut(cut(polygon) { $0.x - left }) { right - $0.x }
    return cut(cut(sides) { $0.y - top }) { bottom - $0.y }
  }
}

/// Points that a line joins, as the text of a path.
struct Polyline {
  /// The runs of points between the gaps.
  private(set) var runs: [[Point]] = []

  /// The line through `points`, where `nil` is a gap, as far as it lies within `area`.
  init(_ points: [Point?], within area: PlotArea) {
    var last: Point?
    for point in points {
      defer { last = point }
      guard let point else { continue }
      guard let previous = last else {
        if area.contains(point) { runs.append([point]) }
        continue
      }
      guard let (start, end) = area.clipped(previous, point) else { continue }
      if runs.last?.last == start, !runs.isEmpty {
        runs[runs.count - 1].append(end)
      } else {
        runs.append([start, end])
      }
    }
    runs = runs.map { Self.thinned($0) }
  }

  /// Runs that do not leave their first point have no length; they need a marker.
  var lonePoints: [Point] {
    runs.compactMap { run in Self.pairs(run).count == 1 ? run.first : nil }
  }

  var path: String {
    runs.map(Self.pairs).filter { $0.count > 1 }.map { "M" + $0.joined(separator: " ") }.joined()
  }

  private static func pairs(_ run: [Point]) -> [String] {
    var pairs: [String] = []
    for point in run {
      let pair = "\(SVG.number(point.x)),\(SVG.number(point.y))"
      if pair != pairs.last { pairs.append(pair) }
    }
    return pairs
  }

  /// Of many points to one unit of the width, only what can be seen: the lowest and the highest, in their order.
  private static func thinned(_ run: [Point]) -> [Point] {
    guard run.count > 600, zip(run, run.dropFirst()).allSatisfy({ $0.x <= $1.x }) else { return run }
    var kept = [run[0]]
    var column = run[...]
    while let first = column.first {
      let unit = column.prefix { $0.x.rounded(.down) == first.x.rounded(.down) }
      let highest = unit.indices.min { unit[$0].y < unit[$1].y } ?? unit.startIndex
      let lowest = unit.indices.max { unit[$0].y < unit[$1].y } ?? unit.startIndex
      kept.append(unit[min(highest, lowest)])
      if highest != lowest { kept.append(unit[max(highest, lowest)]) }
      column = column.dropFirst(unit.count)
    }
    return kept + [run[run.count - 1]]
  }
}
