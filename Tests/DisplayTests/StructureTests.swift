import Drawings
import Testing

@testable import Display

/// What each kind of figure is made of, for plain data.
@Suite struct StructureTests {
  private func outline(_ figure: some Displayable) throws -> String {
    try Drawing.all(in: figure.html)[0].svg.outline
  }

  @Test func bandsAndErrors() throws {
    let chart = Chart(
      "t", x: "x", y: "y",
      series: [
        .band("a", x: [0, 1], y: [1, 2.0], lower: [0, 1.0], upper: [2, 3.0]),
        .points("b", x: [0, 1], y: [1, 2.0], lower: [0, 1.0], upper: [2, 3.0], quantity: .input),
      ], annotations: [.horizontal(1.5, "level")])
    let found = try outline(chart)
    #expect(
      found
        == "2 g.axis, 1 g.marks, 1 g.names, 1 g.rule-labels, 2 g.series, 1 path.band, "
        + "1 path.errors, 1 path.frame, 1 path.grid, 1 path.line, 1 path.markers, 1 path.rules, "
        + "1 text.q-input, 1 text.series-1, 2 text.title")
  }

  @Test func bars() throws {
    let chart = BarChart(
      "t", names: ["a", "b"], y: "y",
      bars: [.bars("one", [1, -2.0]), .bars("two", [1, 2.0], lower: [0, 1.0], upper: [2, 3.0])])
    let found = try outline(chart)
    #expect(
      found
        == "2 g.axis, 1 g.bar-values, 1 g.legend, 1 g.marks, 4 g.series, 6 path.bar, "
        + "1 path.baseline, 1 path.errors, 1 path.frame, 1 path.grid, 1 path.halo, "
        + "3 path.hatching, 1 text.title")
  }

  @Test func histogram() throws {
    let found = try outline(Histogram("t", of: [1, 2, 2, 3.0], x: "x", bins: .count(3)))
    #expect(
      found
        == "2 g.axis, 1 g.marks, 1 g.series, 3 path.bar, 1 path.frame, 1 path.grid, 2 text.title")
  }

  @Test func portrait() throws {
    let portrait = PhasePortrait(
      "t", x: "x", y: "y", paths: [.path("p", x: [0, 1, 2.0], y: [0, 1, 0.0])]
    ) { (-$1, $0) }
    let found = try outline(portrait)
    #expect(
      found
        == "1 circle.end, 1 circle.start, 2 g.axis, 1 g.legend, 1 g.marks, 2 g.series, "
        + "2 path.arrow, 1 path.field, 1 path.frame, 1 path.grid, 2 path.line, 2 text.title")
  }

  @Test func heatMap() throws {
    let map = HeatMap(
      "t", rows: ["a"], columns: ["b", "c"], values: [[0.0, 1.0]], scale: "s", x: "x", y: "y")
    let found = try outline(map)
    #expect(
      found
        == "2 g.axis, 1 g.cells, 1 g.legend, 1 g.values, 2 rect.heat-0, 1 rect.heat-1, "
        + "2 rect.heat-10, 1 rect.heat-2, 1 rect.heat-3, 1 rect.heat-4, 1 rect.heat-5, "
        + "1 rect.heat-6, 1 rect.heat-7, 1 rect.heat-8, 1 rect.heat-9, 1 text.ink-heat-0, "
        + "1 text.ink-heat-10, 3 text.title")
  }

  @Test func multiples() throws {
    let figure = SmallMultiples(
      "t", x: "x", y: "y",
      panels: [.init("one", [.line("a", y: [0, 1.0])]), .init("two", [.line("a", y: [1, 0.0])])])
    let found = try Markup(parsing: figure.html).outline
    #expect(
      found
        == "1 details.figure-data, 2 div.panel-of, 1 div.panels, 2 div.table-scroll, 4 g.axis, "
        + "2 g.marks, 3 g.series, 1 p.figure-title, 2 p.panel-title, 2 path.frame, 2 path.grid, "
        + "3 path.line, 2 svg.panel, 1 svg.sample, 8 td.number, 4 text.title, 4 th.number, "
        + "1 ul.series-names")
  }
}
