/// A mark on an axis: where it stands on the axis's scale and what is written beside it, if anything.
struct Tick: Hashable {
  let place: Double
  let label: String?
}

/// The round values of an axis between two places, as linear and as logarithmic axes have them.
enum Ticks {
  /// Multiples of 1, 2 or 5 times a power of ten: as many as there are within the range, at most about `count`.
  static func linear(_ lower: Double, _ upper: Double, atMost count: Int) -> [Tick] {
    guard upper - lower > 1e-290 else { return [] }
    let step = RoundStep(spanning: upper - lower, atMost: count)
    let indices = step.index(lower, .up)...max(step.index(lower, .up), step.index(upper, .down))
    let values = indices.map(step.value).filter { $0 >= lower - step.slack && $0 <= upper + step.slack }
    let greatest = values.map(abs).max() ?? 0
    let isPlain = greatest < 999_999.5 && step.exponent >= -4
    return values.map { value in
      if value == 0 { return Tick(place: 0, label: "0") }
      let place = min(max(value, lower), upper)
      if isPlain { return Tick(place: place, label: fixed(value, digits: max(0, -step.exponent))) }
      let digits = min(max(decimalExponent(value) - step.exponent + 1, 1), 17)
      return Tick(place: place, label: scientific(value, digits: digits))
    }
  }

  /// The ticks of a logarithmic axis between the logarithms `lower` and `upper`.
  ///
  /// Decades where there are three or more, thinned where there are many; otherwise 1, 2 and 5 times powers of
  /// ten; and where not even two of those fit, the linear ticks.
  static func logarithmic(_ lower: Double, _ upper: Double, atMost count: Int) -> [Tick] {
    let decades = decades(lower, upper)
    if decades.count >= 3 {
      let strides = [1, 2, 3, 5, 10, 20, 50, 100, 200, 500]
      let stride = strides.first { (decades.count - 1) / $0 < max(count, 2) } ?? 1000
      return decades.filter { $0.isMultiple(of: stride) }.map {
        Tick(place: Double($0), label: powerLabel($0))
      }
    }
    let between = multiples([1, 2, 5], lower, upper)
    if between.count >= 2 {
      return between.map { Tick(place: $0.place, label: significant(powerOfTen($0.place), digits: 1)) }
    }
    return linear(powerOfTen(lower), powerOfTen(upper), atMost: count).compactMap { tick in
      tick.place > 0 ? Tick(place: commonLogarithm(tick.place), label: tick.label) : nil
    }
  }

  /// The unlabelled ticks of a logarithmic axis: 2…9 within each decade, or the decades that have no label.
  static func minor(_ lower: Double, _ upper: Double, besides major: [Tick]) -> [Tick] {
    let decades = decades(lower, upper)
    let taken = Set(major.map(\.place))
    let places =
      decades.count > 7
      ? decades.map(Double.init) : multiples(Array(1...9), lower, upper).map(\.place)
    return places.filter { !taken.contains($0) }.map { Tick(place: $0, label: nil) }
  }

  /// The powers of ten from `lower` to `upper`.
  static func decades(_ lower: Double, _ upper: Double) -> [Int] {
    let first = Int((lower - 1e-9).rounded(.up))
    let last = Int((upper + 1e-9).rounded(.down))
    return first <= last ? Array(first...last) : []
  }

  /// Places of the multiples by `factors` of powers of ten.
  private static func multiples(
    _ factors: [Int], _ lower: Double, _ upper: Double
  ) -> [(place: Double, factor: Int)] {
    let powers = Int(lower.rounded(.down)) - 1...Int(upper.rounded(.up))
    return powers.flatMap { power in
      factors.map { (Double(power) + commonLogarithm(Double($0)), $0) }
    }.filter { $0.0 >= lower - 1e-9 && $0.0 <= upper + 1e-9 }
  }

  private static func powerLabel(_ n: Int) -> String {
    switch n {
    case 0: "1"
    case 1: "10"
    default: "10" + superscript(n)
    }
  }
}

/// The distance between the ticks of a linear axis: 1, 2 or 5 times a power of ten.
struct RoundStep {
  let factor: Int
  let exponent: Int

  init(spanning span: Double, atMost count: Int) {
    let least = span / Double(max(count, 1))
    let power = Int((commonLogarithm(least) + 1e-9).rounded(.down))
    let mantissa = least / Self(factor: 1, exponent: power).value(1)
    let factor = [1, 2, 5].first { Double($0) >= mantissa - 1e-6 }
    self.init(factor: factor ?? 1, exponent: factor == nil ? power + 1 : power)
  }

  private init(factor: Int, exponent: Int) {
    self.factor = factor
    self.exponent = exponent
  }

  /// So many steps from zero, correctly rounded wherever the power of ten is exact.
  func value(_ index: Int) -> Double {
    let multiple = Double(index * factor)
    return exponent < 0 ? multiple / powerOfTen(-exponent) : multiple * powerOfTen(exponent)
  }

  /// The whole number of steps at `x` or next to it.
  func index(_ x: Double, _ rule: FloatingPointRoundingRule) -> Int {
    let steps = x / value(1)
    let nearest = steps.rounded()
    return Int(abs(steps - nearest) < 1e-6 ? nearest : steps.rounded(rule))
  }

  /// What counts as no distance beside a step.
  var slack: Double { value(1) * 1e-6 }
}
