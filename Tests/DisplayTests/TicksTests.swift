import Testing

@testable import Display

@Suite struct TicksTests {
  func labels(_ ticks: [Tick]) -> [String] {
    ticks.compactMap(\.label).map { $0.replacing("\u{A0}", with: " ") }
  }

  @Test func linear() {
    #expect(labels(Ticks.linear(0, 1, atMost: 5)) == ["0", "0.2", "0.4", "0.6", "0.8", "1.0"])
    #expect(labels(Ticks.linear(-8, 8, atMost: 6)) == ["−5", "0", "5"])
    #expect(labels(Ticks.linear(0, 1999, atMost: 5)) == ["0", "500", "1000", "1500"])
    #expect(labels(Ticks.linear(0.3, 0.7, atMost: 4)) == ["0.3", "0.4", "0.5", "0.6", "0.7"])
    #expect(labels(Ticks.linear(0, 3e9, atMost: 3)) == ["0", "1 × 10⁹", "2 × 10⁹", "3 × 10⁹"])
    #expect(labels(Ticks.linear(0.9999, 1.0001, atMost: 2)) == ["0.9999", "1.0000", "1.0001"])
    #expect(labels(Ticks.linear(0, 2e-9, atMost: 2)) == ["0", "1 × 10⁻⁹", "2 × 10⁻⁹"])
  }

  @Test func linearTicksStayWithinAndAreFew() {
    for (lower, upper) in [(0, 1e300), (-1e300, 1e300), (1e15, 1e15 + 2), (3e-200, 9e-200), (-7.3, 11.9)] {
      let ticks = Ticks.linear(lower, upper, atMost: 6)
      #expect((2...7).contains(ticks.count), "\(lower)…\(upper)")
      #expect(ticks.allSatisfy { $0.place >= lower && $0.place <= upper })
      #expect(Set(ticks.map(\.label)).count == ticks.count, "labels that differ: \(labels(ticks))")
    }
    #expect(Ticks.linear(1, 1, atMost: 5) == [])
  }

  @Test func decades() {
    #expect(labels(Ticks.logarithmic(-3, 1, atMost: 5)) == ["10⁻³", "10⁻²", "10⁻¹", "1", "10"])
    #expect(labels(Ticks.logarithmic(-16, 0, atMost: 5)) == ["10⁻¹⁵", "10⁻¹⁰", "10⁻⁵", "1"])
    #expect(labels(Ticks.logarithmic(-320, 300, atMost: 4)) == ["10⁻²⁰⁰", "1", "10²⁰⁰"])
  }

  @Test func withinADecadeOrTwo() {
    #expect(labels(Ticks.logarithmic(-1, 0.31, atMost: 5)) == ["0.1", "0.2", "0.5", "1", "2"])
    #expect(labels(Ticks.logarithmic(0.36, 0.48, atMost: 3)) == ["2.5", "3.0"])
    #expect(Ticks.logarithmic(-320, -319.99999, atMost: 5).allSatisfy { $0.place.isFinite })
  }

  @Test func minorTicksAreTheRest() {
    let major = Ticks.logarithmic(0, 2, atMost: 5)
    #expect(Ticks.minor(0, 2, besides: major).count == 16)
    let few = Ticks.logarithmic(-16, 0, atMost: 5)
    #expect(Ticks.minor(-16, 0, besides: few).count == 13)
  }

  @Test func logarithms() {
    for n in -300...300 {
      let x = Double("1e\(n)") ?? .nan
      #expect(abs(commonLogarithm(x) - Double(n)) <= abs(Double(n)) * 4e-16)
      #expect(abs(powerOfTen(n) / x - 1) < 1e-13)
      #expect(abs(powerOfTen(Double(n) + 0.5) / x / 3.1622776601683795 - 1) < 1e-13)
    }
    #expect(commonLogarithm(1) == 0)
    #expect(abs(commonLogarithm(2) - 0.3010299956639812) < 1e-16)
    #expect(abs(commonLogarithm(5e-324) + 323.30621534311575) < 1e-12)
    #expect(powerOfTen(22) == 1e22)
    #expect(powerOfTen(-400) == 0)
  }

  @Test func axesHoldTheirData() {
    func ends(_ axis: Axis, _ values: [Double], rounding: Bool = true) -> [Double] {
      let fitted = FittedAxis(axis, holding: values, roundingOut: rounding)
      return [fitted.lower, fitted.upper]
    }
    #expect(ends("y", [0.1, 0.93]) == [0, 1])
    #expect(ends("y", [0.1, 0.93], rounding: false) == [0.1, 0.93])
    #expect(ends("x", [0, 1999], rounding: false) == [0, 2000])
    #expect(ends("y", []) == [0, 1])
    #expect(ends("y", [.nan, .infinity]) == [0, 1])
    #expect(ends("y", [0, 0]) == [-1, 1])
    #expect(ends("y", [5, 5]) == [4.4, 5.6].map { $0 })
    #expect(ends(.logarithmic("y"), [3e-7, 0.2]) == [-7, 0])
    #expect(ends(.logarithmic("y"), [0, -1]) == [0, 1])
    #expect(ends(.linear("y", range: -1...2), [50]) == [-1, 2])
    #expect(ends(.logarithmic("y", range: 0...1), [0.001, 1]) == [-3, 0])
    #expect(ends(.linear("y", range: 1...1), [0, 10]) == [0, 10])
  }
}
