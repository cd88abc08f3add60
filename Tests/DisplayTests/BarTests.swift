import Drawings
import Testing

@testable import Display

@Suite struct BarTests {
  let grouped = BarChart(
    "t", names: ["a", "b"], y: "Δ", bars: [.bars("one", [1, -2.0]), .bars("two", [0.5, .nan])])

  @Test func barsStandOnZero() {
    let layout = ChartLayout(grouped.chart)
    let boxes = layout.plotted.flatMap { plotted -> [PlotArea] in
      guard case .bars(let width) = plotted.series.kind else { return [] }
      return layout.bars(plotted, width: width)
    }
    #expect(boxes.count == 3)
    let zero = layout.area.bottom - (layout.y.fraction(of: 0) ?? 0) * layout.area.height
    let unit = layout.area.height / (layout.y.upper - layout.y.lower)
    #expect(abs(boxes[0].bottom - zero) < 1e-9 && abs(boxes[0].height - unit) < 1e-9)
    #expect(abs(boxes[1].top - zero) < 1e-9 && abs(boxes[1].height - 2 * unit) < 1e-9)
    #expect(boxes[2].left > boxes[0].right, "side by side")
    #expect(boxes[2].right < boxes[1].left, "in their group")
  }

  @Test func zeroIsAlwaysOnTheAxis() {
    let layout = ChartLayout(BarChart("t", names: ["a"], y: "y", bars: [.bars("", [1000, 1001])]).chart)
    #expect(layout.y.lower == 0)
  }

  @Test func valuesAreWrittenAtTheBars() throws {
    let drawing = try Drawing.all(in: grouped.html)[0]
    #expect(
      drawing.svg.all(class: "bar-values").flatMap { $0.all("text") }.map(\.text) == ["1", "−2", "0.5"])
    #expect(drawing.svg.all(class: "baseline").count == 1)
  }

  @Test func theNumbersAndTheWords() {
    #expect(grouped.table.columns.map(\.name) == ["name", "one", "two"])
    #expect(grouped.table.rows[1][0] == "b" && grouped.table.rows[1][1] == -2.0)
    #expect(
      grouped.description
        == "t. Bar chart of Δ. one: a 1, b −2. two: a 0.5. 1 point left out: not finite.")
  }

  @Test func seriesOfBarsAreToldApartWithoutColour() {
    let bars = (0..<6).map { Series("\($0)", .bars(width: 1), x: [0], y: [1]) }
    #expect(Set(SeriesLook.looks(of: bars).map(\.hatching)).count == 6)
  }

  @Test func longNamesTakeSeveralLines() {
    let names = ColumnNames(["minimal gated unit", "GRU"], cellWidth: 90, lines: 3)
    #expect(!names.isTurned && names.names == [["minimal", "gated unit"], ["GRU"]])
    #expect(ColumnNames(["incomprehensibilities"], cellWidth: 70, lines: 3).isTurned)
  }

  @Test func aHistogramCountsEveryValueOnce() {
    let values = [0, 0.1, 0.25, 0.5, 0.5, 0.75, 1, .nan, 2]
    let histogram = Histogram("t", of: values, x: "x", bins: .count(4), range: 0...1)
    #expect(histogram.edges == [0, 0.25, 0.5, 0.75, 1])
    #expect(histogram.counts == [2, 1, 2, 2], "a lower edge belongs to its bin, the last upper one too")
    #expect(histogram.description.hasSuffix("2 values left out: not finite, or beyond the range."))
    #expect(histogram.table.rows[3] == [0.75, 1.0, 2])
  }

  @Test func theRuleOfFreedmanAndDiaconis() {
    // 0…999: the middle half spans 499.5, so a bin is 2 · 499.5 / 10 = 99.9 wide, and 999 / 99.9 = 10.
    #expect(Histogram("t", of: (0..<1000).map { Double($0) }, x: "x").counts.count == 10)
    #expect(Histogram("t", of: [5.0, 5, 5], x: "x").counts == [3])
    #expect(Histogram("t", of: [Double](), x: "x").counts == [])
    // Half of all and more at one value: the rule of Sturges, 1 + ⌈log₂ 9⌉.
    #expect(Histogram("t", of: [0, 1, 1, 1, 1, 1, 1, 1, 2.0], x: "x").counts.count == 5)
    let many = Histogram("t", of: [0, 1, 2, 3, 1e9], x: "x")
    #expect(many.counts.count <= 200 && many.counts.reduce(0, +) == 5)
  }
}
