/// An axis whose ends are known.
struct FittedAxis {
  let axis: Axis
  /// The ends on the axis's scale: values on a linear one, logarithms on a logarithmic one.
  let lower: Double
  let upper: Double

  /// The ends that hold `values`.
  ///
  /// The author's range stands as it is. Otherwise the ends are the next round values beyond the data or, unless
  /// `roundingOut`, the data's own where no round value is near. One value alone, or values that differ in their last bits only, get some room
  /// on either side, and no value at all gets 0…1 (or 1…10).
  init(_ axis: Axis, holding values: some Sequence<Double>, roundingOut: Bool) {
    self.axis = axis
    let scale = axis.scale
    if let range = axis.range, let lower = scale.place(of: range.lowerBound),
      let upper = scale.place(of: range.upperBound), Self.isWide(lower, upper)
    {
      (self.lower, self.upper) = (lower, upper)
      return
    }
    let places = values.compactMap(scale.place(of:))
    guard var lower = places.min(), var upper = places.max() else {
      (self.lower, self.upper) = (0, 1)
      return
    }
    if !Self.isWide(lower, upper) {
      let room = scale == .logarithmic ? 1 : max(abs(lower), abs(upper)) * 0.1
      (lower, upper) = room > 1e-290 ? (lower - room, upper + room) : (-1, 1)
    }
    let rounded = Self.roundedOut(lower, upper, scale)
    let nearness = roundingOut ? .infinity : (upper - lower) * 0.03
    self.lower = lower - rounded.0 <= nearness ? rounded.0 : lower
    self.upper = rounded.1 - upper <= nearness ? rounded.1 : upper
  }

  /// Where `value` stands between the ends, 0 at the lower and 1 at the upper; `nil` where it cannot be drawn.
  func fraction(of value: Double) -> Double? {
    guard let place = axis.scale.place(of: value) else { return nil }
    return fraction(atPlace: place)
  }

  /// Held to a million lengths of the axis, so that later arithmetic stays finite.
  func fraction(atPlace place: Double) -> Double {
    min(max((place - lower) / (upper - lower), -1e6), 1e6)
  }

  func ticks(atMost count: Int) -> [Tick] {
    switch axis.scale {
    case .linear: Ticks.linear(lower, upper, atMost: count)
    case .logarithmic: Ticks.logarithmic(lower, upper, atMost: count)
    }
  }

  func minorTicks(besides major: [Tick]) -> [Tick] {
    axis.scale == .linear ? [] : Ticks.minor(lower, upper, besides: major)
  }

  private static func isWide(_ lower: Double, _ upper: Double) -> Bool {
    let span = upper - lower
    return span > 1e-290 && span > max(abs(lower), abs(upper)) * 1e-12
  }

  private static func roundedOut(_ lower: Double, _ upper: Double, _ scale: Axis.Scale) -> (Double, Double) {
    let isLinear = scale == .linear
    if !isLinear, upper - lower > 2 { return (floor(lower), -floor(-upper)) }
    if !isLinear {
      // Within two decades a whole one would leave much of the plot empty: 1, 2 and 5 times a power of ten.
      let marks = [0, commonLogarithm(2), commonLogarithm(5)]
      let places = (Int(floor(lower)) - 1...Int(floor(upper)) + 1).flatMap { n in marks.map { Double(n) + $0 }
      }
      return (places.last { $0 <= lower + 1e-9 } ?? lower, places.first { $0 >= upper - 1e-9 } ?? upper)
    }
    let step = RoundStep(spanning: upper - lower, atMost: 5)
    return (step.value(step.index(lower, .down)), step.value(step.index(upper, .up)))
  }

  /// Downwards, but a logarithm that misses a whole number by its last bits is that number.
  private static func floor(_ place: Double) -> Double {
    (place + 1e-9).rounded(.down)
  }
}
