/// The contours that the data of a path tells of: straight lines and arcs of circles.
///
/// It is read up to the first thing that is not understood, as browsers do.
struct PathData {
  private(set) var contours: [Contour] = []
  private var scanner: NumberScanner
  private var place = Point(x: 0, y: 0)
  private var start = Point(x: 0, y: 0)

  /// Reads `text`, of which at most `room` points are taken.
  init(_ text: ArraySlice<UInt8>, room: Int) {
    scanner = NumberScanner(text)
    var (command, count) = (UInt8(0), 0)
    while count < room, !scanner.isAtEnd {
      if let letter = scanner.letter() {
        command = letter
      } else if command | 0x20 == UInt8(ascii: "z") {
        return
      }
      guard let points = step(command) else { return }
      count += max(points, 1)
      // Further pairs behind a move are lines.
      if command == UInt8(ascii: "M") { command = UInt8(ascii: "L") }
      if command == UInt8(ascii: "m") { command = UInt8(ascii: "l") }
    }
  }

  /// Does what a command says, and tells how many points that took; none for an unknown one.
  private mutating func step(_ command: UInt8) -> Int? {
    let origin = command >= UInt8(ascii: "a") ? place : Point(x: 0, y: 0)
    switch command | 0x20 {
    case UInt8(ascii: "m"):
      guard let point = point(from: origin), isNear(point) else { return nil }
      (place, start) = (point, point)
      contours.append(Contour(points: [point]))
      return 1
    case UInt8(ascii: "z"):
      guard !contours.isEmpty else { return nil }
      contours[contours.count - 1].isClosed = true
      place = start
      return 0
    case UInt8(ascii: "l"): return line(to: point(from: origin))
    case UInt8(ascii: "h"):
      return line(to: scanner.number().map { Point(x: origin.x + $0, y: place.y) })
    case UInt8(ascii: "v"):
      return line(to: scanner.number().map { Point(x: place.x, y: origin.y + $0) })
    case UInt8(ascii: "a"):
      guard let radius = scanner.number(), let other = scanner.number(), radius == other,
        scanner.number() != nil, let isLarge = scanner.flag(), let isClockwise = scanner.flag(),
        let end = point(from: origin)
      else { return nil }
      let points = Arc.points(
        from: place, to: end, radius: abs(radius), isLarge: isLarge, isClockwise: isClockwise)
      return points.reduce(0) { sum, point in sum + (line(to: point) ?? 0) }
    default: return nil
    }
  }

  private mutating func point(from origin: Point) -> Point? {
    guard let x = scanner.number(), let y = scanner.number() else { return nil }
    return origin + Point(x: x, y: y)
  }

  /// Whether a point lies where a drawing may have one.
  private func isNear(_ point: Point) -> Bool { abs(point.x) <= 1e6 && abs(point.y) <= 1e6 }

  private mutating func line(to end: Point?) -> Int? {
    guard let end, let isClosed = contours.last?.isClosed, isNear(end) else { return nil }
    if isClosed { contours.append(Contour(points: [place])) }
    contours[contours.count - 1].points.append(end)
    place = end
    return 1
  }
}
