/// How a drawing is put in the middle of a picture.
struct Fit {
  /// The least room around a drawing.
  static let margin = 84.0
  /// A drawing of few marks is not blown up further.
  private static let largestScale = 2.6

  let scale: Double
  private let offset: Point
  /// Where crisp shapes end and others begin.
  private let xSeams: Set<Int>
  private let ySeams: Set<Int>

  /// A picture is shown at about half its size, so lines are wider than the drawing's scale asks for.
  var lineScale: Double { min(scale * 1.75, 3) }

  /// None for shapes without an extent.
  init?(of shapes: [Shape], width: Int, height: Int) {
    guard let box = Box(of: shapes), box.size.x > 0 || box.size.y > 0 else { return nil }
    let size = Point(x: Double(width), y: Double(height))
    scale = min(
      (size.x - 2 * Self.margin) / box.size.x, (size.y - 2 * Self.margin) / box.size.y, Self.largestScale)
    offset = size * 0.5 - (box.least + box.most) * (scale / 2)
    let crisp = shapes.filter(\.style.isCrisp).compactMap { Box(of: [$0]) }
    xSeams = Set(crisp.map { Self.key($0.least.x) }).intersection(crisp.map { Self.key($0.most.x) })
    ySeams = Set(crisp.map { Self.key($0.least.y) }).intersection(crisp.map { Self.key($0.most.y) })
  }

  /// A coordinate to the thousandth: an end that was added up is the one that was written.
  private static func key(_ coordinate: Double) -> Int { Int((coordinate * 1000).rounded()) }

  /// A contour in pixels. Where two crisp shapes meet, they do so between two pixels, and so without a seam.
  func placed(_ contour: Contour, of style: Style) -> Contour {
    var contour = contour
    contour.points = contour.points.map { point in
      let place = point * scale + offset
      guard style.isCrisp else { return place }
      return Point(
        x: xSeams.contains(Self.key(point.x)) ? place.x.rounded() : place.x,
        y: ySeams.contains(Self.key(point.y)) ? place.y.rounded() : place.y)
    }
    return contour
  }
}

/// The least rectangle around shapes.
private struct Box {
  var least: Point
  var most: Point

  var size: Point { most - least }

  /// None for shapes without a point.
  init?(of shapes: [Shape]) {
    let points = shapes.lazy.flatMap(\.contours).flatMap(\.points)
    guard let first = points.first else { return nil }
    (least, most) = (first, first)
    for point in points {
      least = Point(x: min(least.x, point.x), y: min(least.y, point.y))
      most = Point(x: max(most.x, point.x), y: max(most.y, point.y))
    }
  }
}
