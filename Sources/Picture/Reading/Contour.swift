/// A point of a drawing or of a picture; `y` grows downwards.
struct Point: Hashable, Sendable {
  var x: Double
  var y: Double

  static func + (a: Point, b: Point) -> Point { Point(x: a.x + b.x, y: a.y + b.y) }
  static func - (a: Point, b: Point) -> Point { Point(x: a.x - b.x, y: a.y - b.y) }
  static func * (a: Point, scale: Double) -> Point { Point(x: a.x * scale, y: a.y * scale) }

  var length: Double { (x * x + y * y).squareRoot() }
  /// A quarter of a turn further.
  var turned: Point { Point(x: -y, y: x) }
}

/// Points that straight lines join.
struct Contour: Hashable, Sendable {
  var points: [Point]
  var isClosed = false

  /// A rectangle, with round corners where `radius` is above zero.
  static func rectangle(x: Double, y: Double, width: Double, height: Double, radius: Double) -> Contour {
    let radius = min(max(radius, 0), width / 2, height / 2)
    let (right, bottom) = (x + width, y + height)
    guard radius > 0 else {
      return Contour(
        points: [
          Point(x: x, y: y), Point(x: right, y: y), Point(x: right, y: bottom), Point(x: x, y: bottom),
        ], isClosed: true)
    }
    let corners = [
      (Point(x: right - radius, y: y + radius), Point(x: 0, y: -1)),
      (Point(x: right - radius, y: bottom - radius), Point(x: 1, y: 0)),
      (Point(x: x + radius, y: bottom - radius), Point(x: 0, y: 1)),
      (Point(x: x + radius, y: y + radius), Point(x: -1, y: 0)),
    ]
    return Contour(
      points: corners.flatMap { middle, start in
        Arc.directions(from: start, to: start.turned, isClockwise: true).map { middle + $0 * radius }
      }, isClosed: true)
  }

  static func circle(_ middle: Point, radius: Double) -> Contour {
    Contour(points: Arc.circle.map { middle + $0 * radius }, isClosed: true)
  }
}

/// Arcs of circles as points, by halving angles: square roots are the same on every machine, sines are not.
enum Arc {
  /// Directions from one to another, of which a right angle has at least two to the power of `steps`;
  /// the last is `end`.
  static func directions(from start: Point, to end: Point, isClockwise: Bool, steps: Int = 3) -> [Point] {
    let sum = start + end
    // Opposite directions have the quarter turn between them.
    let isStraight = sum.length < 1e-9
    let isFar = !isStraight && (start.x * end.y - start.y * end.x > 0) != isClockwise
    let middle =
      isStraight
      ? start.turned * (isClockwise ? 1 : -1) : sum * ((isFar ? -1 : 1) / sum.length)
    let isWide = isStraight || isFar || start.x * end.x + start.y * end.y < -1e-9
    guard steps > 0 || isWide else { return [start, end] }
    let next = isWide ? steps : steps - 1
    return directions(from: start, to: middle, isClockwise: isClockwise, steps: next).dropLast()
      + directions(from: middle, to: end, isClockwise: isClockwise, steps: next)
  }

  /// A whole circle of 32 directions, from the right.
  static let circle: [Point] = {
    let (right, left) = (Point(x: 1, y: 0), Point(x: -1, y: 0))
    return directions(from: right, to: left, isClockwise: true).dropLast()
      + directions(from: left, to: right, isClockwise: true).dropLast()
  }()

  /// The points of an arc of a circle from `start` to `end`, as the data of a path tells it (SVG 2, appendix B.2).
  static func points(
    from start: Point, to end: Point, radius: Double, isLarge: Bool, isClockwise: Bool
  ) -> [Point] {
    let half = (end - start) * 0.5
    guard half.length > 1e-6, radius > 1e-6 else { return [end] }
    let radius = max(radius, half.length)
    let across = half.turned * (1 / half.length)
    let distance = max(radius * radius - half.length * half.length, 0).squareRoot()
    let middle = start + half + across * (isLarge == isClockwise ? -distance : distance)
    // A small disc, of which a chart may have hundreds, is as round with half the points.
    let directions = directions(
      from: (start - middle) * (1 / radius), to: (end - middle) * (1 / radius), isClockwise: isClockwise,
      steps: radius < 4 ? 2 : 3)
    return directions.dropFirst().dropLast().map { middle + $0 * radius } + [end]
  }
}
