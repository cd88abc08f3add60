/// Polygons whose union is filled, by the non-zero rule.
struct Outline {
  private(set) var polygons: [[Point]] = []

  /// What contours enclose.
  init(filling contours: [Contour]) { polygons = contours.map(\.points).filter { $0.count > 2 } }

  /// The line along contours, `width` wide, with round joins and flat ends.
  ///
  /// A rectangle stands for each straight part and a disc for each join; all turn the same way, so that none cuts
  /// a hole into another. What that costs is taken from `work`; where nothing is left of it, the line ends.
  init(stroking contours: [Contour], width: Double, dashes: [Double], work: inout Int) {
    for contour in contours {
      let whole = Self.thinned(contour)
      for part in dashes.isEmpty ? [whole] : Self.dashed(whole, dashes, work: &work) {
        add(part, width: width, work: &work)
      }
    }
  }

  private mutating func add(_ contour: Contour, width: Double, work: inout Int) {
    let points = contour.isClosed ? contour.points + contour.points.prefix(1) : contour.points
    var (first, last): (Point?, Point?)
    for (start, end) in zip(points, points.dropFirst()) {
      let vector = end - start
      guard vector.length > 0, work > 0 else { continue }
      let direction = vector * (1 / vector.length)
      let side = direction.turned * (width / 2)
      polygons.append([start - side, end - side, end + side, start + side])
      if let last { join(start, last, direction, width: width) }
      first = first ?? direction
      last = direction
      work -= 100
    }
    if contour.isClosed, let first, let last, let start = points.first {
      join(start, last, first, width: width)
    }
  }

  /// Fills what two straight parts leave open where they meet.
  private mutating func join(_ point: Point, _ one: Point, _ other: Point, width: Double) {
    guard one.x * other.x + one.y * other.y > 0.9 else {
      return polygons.append(Contour.circle(point, radius: width / 2).points)
    }
    // In a slight bend a straight edge is as good as a round one.
    let (before, after) = (one.turned * (width / 2), other.turned * (width / 2))
    let isClockwise = one.x * other.y - one.y * other.x > 0
    polygons.append(
      isClockwise ? [point, point - before, point - after] : [point, point + after, point + before])
  }

  /// Without points that stand so near the one before that nobody could tell.
  private static func thinned(_ contour: Contour) -> Contour {
    var points: [Point] = []
    for point in contour.points {
      if let last = points.last, (point - last).length < 0.2 { continue }
      points.append(point)
    }
    // The end is where it was.
    if points.count > 1, let end = contour.points.last { points[points.count - 1] = end }
    return Contour(points: points, isClosed: contour.isClosed && points.count > 2)
  }

  private static func dashed(_ contour: Contour, _ dashes: [Double], work: inout Int) -> [Contour] {
    let points = contour.isClosed ? contour.points + contour.points.prefix(1) : contour.points
    guard let first = points.first else { return [] }
    var (parts, part): ([Contour], [Point]) = ([], [first])
    var (index, left) = (0, dashes[0])
    for (start, end) in zip(points, points.dropFirst()) {
      let length = (end - start).length
      var passed = 0.0
      while length - passed > left, work > 0 {
        passed += left
        let place = start + (end - start) * (passed / length)
        if index % 2 == 0 {
          parts.append(Contour(points: part + [place]))
          part = []
        } else {
          part = [place]
        }
        index = (index + 1) % dashes.count
        left = dashes[index]
        work -= 100
      }
      left -= length - passed
      if index % 2 == 0 { part.append(end) }
    }
    return part.count > 1 ? parts + [Contour(points: part)] : parts
  }
}
