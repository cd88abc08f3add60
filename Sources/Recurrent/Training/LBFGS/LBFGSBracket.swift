/// Two points of a line with a length between them that meets the strong Wolfe conditions.
struct LBFGSBracket<Element: Scalar> {
  typealias Point = LBFGSLinePoint<Element>

  private var points: [Point]
  private var lowIndex: Int

  /// The bracket of two points; where their losses are equal, the first is the low one.
  init(_ first: Point, _ second: Point) {
    points = [first, second]
    lowIndex = first.loss <= second.loss ? 0 : 1
  }

  /// The point with the smaller loss.
  var low: Point { points[lowIndex] }
  /// The other one.
  var high: Point { points[1 - lowIndex] }
  var shortest: Element { Swift.min(low.length, high.length) }
  var longest: Element { Swift.max(low.length, high.length) }
  var width: Element { longest - shortest }

  /// Puts a point in the place of the high one; it may turn out to be the low one.
  mutating func replaceHigh(with point: Point) {
    points[1 - lowIndex] = point
    lowIndex = points[0].loss <= points[1].loss ? 0 : 1
  }

  /// Puts a point in the place of the low one, which becomes the high one where the loss falls from the point towards it.
  mutating func replaceLow(with point: Point) {
    if point.slope * (high.length - low.length) >= 0 { points[1 - lowIndex] = low }
    points[lowIndex] = point
  }
}

// Where to try next.
extension LBFGSBracket {
  /// The length between two bounds that minimises the cubic with the losses and slopes of both points.
  ///
  /// Nocedal and Wright 2006, eq. 3.59; the middle of the bounds where the cubic has no minimum.
  func cubicMinimum(from lower: Element, to upper: Element) -> Element {
    let (left, right) = points[0].length <= points[1].length ? (points[0], points[1]) : (points[1], points[0])
    let width = right.length - left.length
    let bend = left.slope + right.slope - 3 * (right.loss - left.loss) / width
    let root = squareRoot(bend * bend - left.slope * right.slope)
    let minimum = right.length - width * ((right.slope + root - bend) / (right.slope - left.slope + 2 * root))
    if minimum.isNaN { return (lower + upper) / 2 }
    return Swift.min(Swift.max(minimum, lower), upper)
  }

  /// Whether a length lies between the two, and is neither.
  func holds(_ length: Element) -> Bool { shortest < length && length < longest }

  /// Whether a length is closer to one of the two than a tenth of what lies between them.
  func isNearAnEnd(_ length: Element) -> Bool {
    Swift.min(longest - length, length - shortest) < margin
  }

  /// The length a tenth of the width away from the end that is closer to the given one.
  func awayFromItsEnd(_ length: Element) -> Element {
    (longest - length).magnitude < (length - shortest).magnitude ? longest - margin : shortest + margin
  }

  private var margin: Element { 0.1 * width }
}
