import Drawings
import Testing

@testable import Display

@Suite struct SeriesTests {
  private func layout(_ series: [Series], x: Axis = "x", y: Axis = "y") -> ChartLayout {
    ChartLayout(Chart("t", x: x, y: y, series: series))
  }

  /// The numbers of a path's points.
  private func points(_ path: String) -> [[Double]] {
    path.split { "MLHVz ".contains($0) }.map { $0.split(separator: ",").compactMap { Double($0) } }
  }

  @Test func aBandReachesFromItsLowerToItsUpperEnd() throws {
    let chart = Chart(
      "t", x: "x", y: .linear("y", range: 0...4),
      series: [.band("a", x: [0, 1], y: [2, 2.0], lower: [1, 1.0], upper: [3, 4.0])])
    let (drawing, area) = (try Drawing.all(in: chart.html)[0], ChartLayout(chart).area)
    let path = points(try #require(drawing.svg.all(class: "band").first?.attributes["d"]))
    let expected = [area.point(0, 0.75), area.point(1, 1), area.point(1, 0.25), area.point(0, 0.25)]
    #expect(path == expected.map { [SVG.rounded($0.x), SVG.rounded($0.y)] })
    #expect(chart.tables[0].columns.map(\.name) == ["x", "a", "a, lower", "a, upper"])
    #expect(chart.tables[0].rows[1] == [1.0, 2.0, 1.0, 4.0])
    #expect(chart.description.contains("Band: widest from 1 to 4 at 1; at the end from 1 to 4 at 1."))
  }

  @Test func aBandIsCutAtThePlot() throws {
    let chart = Chart(
      "t", x: "x", y: .linear("y", range: 0...1),
      series: [.band("a", x: [0, 1, 2], y: [0.5, 0.5, 0.5], lower: [0.5, -9, 0.5], upper: [0.5, 9, 0.5])])
    let (drawing, area) = (try Drawing.all(in: chart.html)[0], ChartLayout(chart).area)
    let path = points(try #require(drawing.svg.all(class: "band").first?.attributes["d"]))
    #expect(path.count >= 6)
    #expect(path.allSatisfy { area.contains(Point(x: $0[0], y: $0[1])) })
    // The edge from (0, 0.5) to (1, 9) meets the top at x = 1/17.
    let crossing = area.left + area.width / 34
    #expect(path.contains { abs($0[0] - crossing) < 0.1 && abs($0[1] - area.top) < 0.1 })
  }

  @Test func theAxisHoldsTheWholeBand() {
    let layout = layout([.band("a", x: [0, 1], y: [0, 0.0], lower: [-5, 0.0], upper: [0, 7.0])])
    #expect(layout.y.lower <= -5 && layout.y.upper >= 7)
  }

  @Test func aBandHasGapsOfItsOwn() throws {
    let lower = [0, 0, .nan, 0, 0.0]
    let chart = Chart(
      "t", x: "x", y: "y",
      series: [.band("a", x: 0..<5, y: [1, 1, 1, 1, 1.0], lower: lower, upper: [2, 2, 2, 2, 2.0])])
    let drawing = try Drawing.all(in: chart.html)[0]
    #expect(drawing.svg.all(class: "band")[0].attributes["d"]?.count { $0 == "M" } == 2)
    #expect(drawing.svg.all(class: "line")[0].attributes["d"]?.count { $0 == "M" } == 1)
  }

  @Test func onALogarithmicAxisABandReachesDownToTheAxis() throws {
    let layout = layout(
      [.band("a", x: [0, 1], y: [1, 1.0], lower: [-1, 0.5], upper: [2, 2.0])],
      y: .logarithmic("y", range: 0.1...2))
    let ends = layout.plotted[0].interval
    #expect(ends[0]?.0.y == layout.area.bottom)
    #expect((ends[1]?.0.y ?? 0) < layout.area.bottom)
  }

  @Test func pointsHaveBarsOfErrorWithCapsWhereTheyEnd() throws {
    let chart = Chart(
      "t", x: "x", y: .linear("y", range: 0...1),
      series: [.points("a", x: [0, 1], y: [0.5, 0.5], lower: [0.25, -1], upper: [0.75, 0.75])])
    let path = try #require(Drawing.all(in: chart.html)[0].svg.all(class: "errors").first?.attributes["d"])
    #expect(path.ranges(of: "h6").count == 3, "two caps and one: the plot cuts the other")
  }

  @Test func unequalLengthsAreLeftOutTogether() {
    let series = Series.band("a", x: [0.0, 1, 2], y: [1.0, 2, 3], lower: [0.0, 0], upper: [9.0, 9, 9])
    #expect(series.x == [0, 1] && series.interval?.upper == [9, 9] && series.unpaired == 1)
  }

  @Test func aQuantityHasItsColourAndNoOtherSeriesHas() {
    let looks = SeriesLook.looks(of: [
      .line("a", y: [1.0]), .line("z", y: [1.0], quantity: .updateGate), .line("b", y: [1.0]),
      .points("r", x: [1.0], y: [1.0], quantity: .resetGate),
    ])
    #expect(looks.map(\.colourClass) == ["series-3", "q-update-gate", "series-4", "q-reset-gate"])
    #expect(Set(Quantity.allCases.map(\.colour)) == Set(1...6))
  }

  @Test func aPathHasADirection() throws {
    let portrait = PhasePortrait(
      "t", x: .linear("x", range: 0...10), y: .linear("y", range: 0...10),
      paths: [.path("p", x: [0, 10.0], y: [5, 5.0])])
    let (drawing, area) = (try Drawing.all(in: portrait.html)[0], ChartLayout(portrait.chart).area)
    let (start, end) = (drawing.svg.all(class: "start")[0], drawing.svg.all(class: "end")[0])
    #expect(start.number("cx") == SVG.rounded(area.left) && end.number("cx") == SVG.rounded(area.right))
    #expect(start.attributes["fill"] == "none" && end.attributes["fill"] == "currentColor")
    // The first arrow head of the path itself, below the legend: its tip is right of the rest.
    let heads = points(try #require(drawing.svg.all(class: "arrow").last?.attributes["d"]))
    #expect(heads.count >= 3 && heads[0][0] > heads[1][0] && heads[0][0] > heads[2][0])
    #expect(portrait.description.contains("Path “p”: 2 points, from (0, 5) to (10, 5)."))
  }

  @Test func aFieldPointsWhereItSays() {
    let field = VectorField(x: 0...2, y: 0...1, columns: 2, rows: 1) { x, y in (x, x > 1 ? .nan : y) }
    #expect(field.arrows.count == 1)
    #expect(field.arrows[0].x == 0.5 && field.arrows[0].y == 0.5)
    #expect(field.arrows[0].dx == 0.5 && field.arrows[0].dy == 0.5)
  }
}
