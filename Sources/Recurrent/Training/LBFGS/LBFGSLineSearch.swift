/// A search for a length that meets the strong Wolfe conditions: the loss falls by at least c₁ of what the first slope
/// promises, and the slope falls to at most c₂ of what it was.
///
/// Nocedal and Wright 2006, algorithms 3.5 and 3.6, with the safeguards of Schmidt's minFunc as `torch.optim.LBFGS`
/// has them, and with their two departures from the book. Whether the loss rose since the last trial is asked from
/// the third trial on, not from the second. And the low end of a bracket is that with the smaller loss, whether or not
/// its loss is low enough for the first condition; so a search that begins far too long may end without meeting it.
struct LBFGSLineSearch<Element: Scalar> {
  typealias Point = LBFGSLinePoint<Element>

  /// The point where the line begins, at α = 0 and with a slope below 0.
  let start: Point
  /// The largest element of d: how far a parameter moves where α grows by 1.
  let span: Element
  /// How many trials may follow the first.
  let limit: Int

  /// c₁.
  private var decrease: Element { 1e-4 }
  /// c₂.
  private var flatness: Element { 0.9 }

  /// The point found, or the best of those that are left when the trials are used up; nil where a trial is nil.
  ///
  /// Each trial is longer than the one before, until a length that meets the conditions lies between two of them.
  func point<Failure: Error>(
    trying length: Element, at trial: (Element) throws(Failure) -> Point?
  ) throws(Failure) -> Point? {
    var last = start
    guard var point = try trial(length) else { return nil }
    for trials in 0..<limit {
      if isTooHigh(point) || trials > 1 && point.loss >= last.loss {
        return try zoom(into: LBFGSBracket(last, point), trials: limit - trials, at: trial)
      }
      if isFlat(point) { return point }
      if point.slope >= 0 {
        return try zoom(into: LBFGSBracket(last, point), trials: limit - trials, at: trial)
      }
      let longer = LBFGSBracket(last, point).cubicMinimum(
        from: point.length + 0.01 * (point.length - last.length), to: 10 * point.length)
      last = point
      guard let next = try trial(longer) else { return nil }
      point = next
    }
    return LBFGSBracket(start, point).low
  }

  /// Narrows a bracket until a trial meets the conditions, its ends are within 10⁻⁹ of each other in each parameter,
  /// or the trials are used up.
  private func zoom<Failure: Error>(
    into bracket: LBFGSBracket<Element>, trials: Int, at trial: (Element) throws(Failure) -> Point?
  ) throws(Failure) -> Point? {
    var bracket = bracket
    var wasNearAnEnd = false
    for _ in 0..<trials {
      if bracket.width * span < 1e-9 { break }
      var length = bracket.cubicMinimum(from: bracket.shortest, to: bracket.longest)
      let isNearAnEnd = bracket.isNearAnEnd(length)
      let isStuck = isNearAnEnd && (wasNearAnEnd || !bracket.holds(length))
      if isStuck { length = bracket.awayFromItsEnd(length) }
      wasNearAnEnd = isNearAnEnd && !isStuck

      guard let point = try trial(length) else { return nil }
      if isTooHigh(point) || point.loss >= bracket.low.loss {
        bracket.replaceHigh(with: point)
      } else if isFlat(point) {
        return point
      } else {
        bracket.replaceLow(with: point)
      }
    }
    return bracket.low
  }

  private func isTooHigh(_ point: Point) -> Bool {
    point.loss > start.loss + decrease * point.length * start.slope
  }

  private func isFlat(_ point: Point) -> Bool {
    point.slope.magnitude <= -flatness * start.slope
  }
}
