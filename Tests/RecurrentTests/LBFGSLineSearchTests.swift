import Testing

@testable import Recurrent

@Suite struct LBFGSLineSearchTests {
  private typealias Point = LBFGSLinePoint<Double>
  private typealias Curve = @Sendable (Double) -> (Double, Double)

  private func point(_ curve: Curve, at length: Double) -> Point {
    let (loss, slope) = curve(length)
    return Point(length: length, loss: loss, gradient: [slope], along: [1])
  }

  /// What the search finds on a curve, and the lengths that it tried.
  private func search(_ curve: Curve, trying first: Double, limit: Int = 25) -> (
    found: Point?, tried: [Double]
  ) {
    var tried: [Double] = []
    let search = LBFGSLineSearch(start: point(curve, at: 0), span: 1, limit: limit)
    let found = search.point(trying: first) { length -> Point? in
      tried.append(length)
      return point(curve, at: length)
    }
    return (found, tried)
  }

  private static let slowRise: Curve = { x in (-x / (x * x + 2), (x * x - 2) / ((x * x + 2) * (x * x + 2))) }

  /// Curves with a slope below 0 at 0: a parabola, a quartic, two minima with a hump between, one that rises slowly
  /// for ever behind its minimum, a line to a wall, a wide quartic.
  private static let curves: [Curve] = [
    { x in ((x - 1) * (x - 1), 2 * (x - 1)) },
    { x in (x * x * x * x - 3 * x, 4 * x * x * x - 3) },
    { x in (x * (x - 1.5) * (x - 2) * (x - 3.5) - x, 4 * x * x * x - 21 * x * x + 31.5 * x - 11.5) },
    slowRise,
    { x in (exp(8 * (x - 6)) - x, 8 * exp(8 * (x - 6)) - 1) },
    { x in
      let u = x / 7
      return ((u - 1) * (u - 1) + 2 * u * u * u * u, (2 * (u - 1) + 8 * u * u * u) / 7)
    },
  ]

  @Test(arguments: curves.indices, [1e-3, 0.1, 1, 10, 100])
  func whatIsFoundMeetsBothConditions(curve: Int, first: Double) throws {
    let curve = Self.curves[curve]
    let start = curve(0)
    let found = try #require(search(curve, trying: first).found)
    #expect(found.loss <= start.0 + 1e-4 * found.length * start.1)
    #expect(found.slope.magnitude <= 0.9 * start.1.magnitude)
    #expect(found.loss == curve(found.length).0 && found.slope == curve(found.length).1)
  }

  /// Losses and slopes by lot lead through every branch; the lengths are those that PyTorch tries.
  @Test(arguments: LBFGSCases.searches.indices)
  func whatIsTriedIsWhatPyTorchTries(number: Int) throws {
    let (setting, told, expected) = LBFGSCases.searches[number]
    let (first, span, limit, end) = (setting[0], setting[1], Int(setting[2]), setting[3])
    var tried: [Double] = []
    let start = Point(length: 0, loss: 0, gradient: [-1], along: [1])
    let search = LBFGSLineSearch(start: start, span: span, limit: limit)
    let found = search.point(trying: first) { length -> Point? in
      guard tried.count < told.count else { return nil }
      tried.append(length)
      let (loss, slope) = (told[tried.count - 1][0], told[tried.count - 1][1])
      return Point(length: length, loss: loss, gradient: [slope], along: [1])
    }
    let lengths = tried + [try #require(found).length]
    #expect(lengths.count == expected.count + 1)
    for (length, expected) in zip(lengths, expected + [end]) {
      #expect((length - expected).magnitude <= 1e-9 * expected)
    }
  }

  @Test func aSearchThatIsFarTooLongMayMissTheFirstCondition() throws {
    let found = try #require(search(Self.slowRise, trying: 1000).found)
    #expect(found.loss < 0 && found.loss > 1e-4 * found.length * -0.5)
  }

  @Test func aFirstTrialThatMeetsThemIsTaken() {
    #expect(search(Self.curves[0], trying: 0.5).tried == [0.5])
  }

  @Test func aLongerTrialIsAtMostTenfold() {
    // A line: no minimum, so each trial is as long as is allowed.
    let (found, tried) = search({ (-$0, -1) }, trying: 1, limit: 3)
    #expect(tried == [1, 10, 100, 1000])
    #expect(found?.length == 1000)
  }

  @Test func withoutTrialsLeftTheLowerEndIsTaken() {
    #expect(search({ (-$0, -1) }, trying: 2, limit: 0).found?.length == 2)
    #expect(search(Self.curves[0], trying: 9, limit: 0).found?.length == 0)
    // The first trial is too far and the second, the minimum of the cubic, is exact.
    #expect(search(Self.curves[0], trying: 9, limit: 1).tried.count == 2)
  }

  @Test func aBracketThatIsTooNarrowIsLeft() {
    // A loss that is all noise behind 0: nothing meets the first condition.
    let (found, tried) = search({ $0 == 0 ? (0, -1) : (1, -1) }, trying: 1, limit: 1000)
    #expect(found?.length == 0)
    #expect(tried.count < 100 && tried.allSatisfy { $0 >= 0 })
    #expect(tried.last.map { $0 < 1e-8 } == true)
  }

  @Test func whatIsNotFiniteEndsTheSearch() {
    for spoilt in 1...3 {
      var count = 0
      let search = LBFGSLineSearch(start: point(Self.curves[4], at: 0), span: 1, limit: 25)
      let found = search.point(trying: 1000) { length -> Point? in
        count += 1
        return count == spoilt ? nil : Point(length: length, loss: 1e9, gradient: [1e9], along: [1])
      }
      #expect(found == nil && count == spoilt)
    }
  }
}

@Suite struct LBFGSBracketTests {
  private typealias Bracket = LBFGSBracket<Double>

  private func point(_ length: Double, _ loss: Double, _ slope: Double) -> LBFGSLinePoint<Double> {
    LBFGSLinePoint(length: length, loss: loss, gradient: [slope], along: [1])
  }

  /// x³ − 3x² + 1 with its minimum −3 at 2.
  private func cubic(_ x: Double) -> LBFGSLinePoint<Double> {
    point(x, x * x * x - 3 * x * x + 1, 3 * x * x - 6 * x)
  }

  @Test func theMinimumOfACubicIsExact() {
    for (first, second) in [(0.5, 3.0), (3, 0.5), (1.5, 1.75), (-1, 5)] {
      let bracket = Bracket(cubic(first), cubic(second))
      #expect((bracket.cubicMinimum(from: -10, to: 10) - 2).magnitude < 1e-12)
      #expect(bracket.cubicMinimum(from: -10, to: 1.6) == 1.6)
      #expect(bracket.cubicMinimum(from: 2.5, to: 10) == 2.5)
    }
  }

  @Test func withoutAMinimumItIsTheMiddle() {
    // x³ + x rises everywhere; 2x − 2x² has a maximum only.
    #expect(Bracket(point(0, 0, 1), point(1, 2, 4)).cubicMinimum(from: 3, to: 4) == 3.5)
    #expect(Bracket(point(0, 0, 2), point(1, 0, -2)).cubicMinimum(from: 3, to: 4) == 3.5)
    #expect(Bracket(point(1, 0, 2), point(1, 0, 2)).cubicMinimum(from: 1, to: 1) == 1)
  }

  @Test func theLowPointHasTheSmallerLoss() {
    #expect(Bracket(point(0, 1, -1), point(2, 0, 3)).low.length == 2)
    #expect(Bracket(point(0, 1, -1), point(2, 1, 3)).low.length == 0)
    var bracket = Bracket(point(0, 1, -1), point(2, 5, 3))
    bracket.replaceHigh(with: point(1, 0, 1))
    #expect(bracket.low.length == 1 && bracket.high.length == 0 && bracket.width == 1)
  }

  @Test func aNewLowPointKeepsTheEndThatTheLossFallsTowards() {
    for (slope, high) in [(-1.0, 4.0), (1, 0), (0, 0)] {
      var bracket = Bracket(point(0, 1, -1), point(4, 2, 3))
      bracket.replaceLow(with: point(2, 0.5, slope))
      #expect(bracket.low.length == 2 && bracket.high.length == high)
    }
  }

  @Test func anEndIsATenthWide() {
    let bracket = Bracket(point(12, 1, -1), point(2, 0, 3))
    #expect(bracket.isNearAnEnd(2.9) && !bracket.isNearAnEnd(3.1))
    #expect(bracket.isNearAnEnd(11.1) && !bracket.isNearAnEnd(10.9))
    #expect(bracket.awayFromItsEnd(2.5) == 3 && bracket.awayFromItsEnd(12) == 11)
    #expect(bracket.holds(3) && !bracket.holds(2) && !bracket.holds(12))
  }
}
