import Testing

@testable import Display

@Suite struct ChartTests {
  /// The text of a drawing that must be there whatever the data are.
  func expectSound(_ html: String) {
    #expect(!html.contains("nan") && !html.contains("inf"))
    #expect(!html.contains("-0\"") && !html.contains("-0,") && !html.contains("-0 "))
    #expect(html.ranges(of: "<svg").count == 2 && html.hasSuffix("</figure>"))
    for name in ["g", "text", "figure", "p", "details", "svg", "table", "div"] {
      let opened = html.ranges(of: "<\(name) ").count + html.ranges(of: "<\(name)>").count
      #expect(opened == html.ranges(of: "</\(name)>").count, "\(name)")
    }
  }

  @Test func aLine() {
    let html = Chart("Loss", x: "step", y: "error", series: [.line("GRU", y: [4.0, 2, 1, 0])]).html
    expectSound(html)
    #expect(html.contains("<p class=\"figure-title\">Loss</p>"))
    #expect(html.contains("<g class=\"series series-1\">\n<path class=\"line\""))
    #expect(html.contains("<text class=\"series-1\""), "the name stands at the line's end")
    #expect(html.contains("Line “GRU”: 4 points, from 4 at 0 to 0 at 3; least 0, greatest 4."))
    #expect(html.contains("<summary>Numbers</summary>"))
    #expect(!html.contains("figcaption") && !html.contains("style=") && !html.contains(" id="))
  }

  @Test(
    arguments: [
      [], [.nan], [0], [1], [.infinity, -.infinity], [3, 3, 3], [0, 0], [1e308, -1e308], [5e-324, 1e-323],
      [1e300, -1e300, 0], [1, 1 + 1e-16], [1e-300, 1e300], [-1, 0, 1], [.nan, 2, .nan],
    ] as [[Double]])
  func anyDataOnAnyAxes(y: [Double]) {
    for scale in [Axis.Scale.linear, .logarithmic] {
      for range in [nil, 0...1, 1e-9...2e-9, -1e308...1e308] as [ClosedRange<Double>?] {
        let html = Chart(
          "t", x: Axis("x", scale: scale, range: range), y: Axis("y", scale: scale, range: range),
          series: [.line("a", y: y), .points("b", x: y, y: y), .line("", x: y, y: y)],
          annotations: [.horizontal(0.5, "h"), .vertical(Double.nan, "v"), .vertical(1e305)]
        ).html
        // What is not finite may well stand in the table, in words of its own.
        let end = html.firstRange(of: "<details")?.lowerBound
        expectSound(end.map { html[..<$0] + "</figure>" } ?? html)
      }
    }
  }

  @Test func gapsAreSaid() {
    let chart = Chart(
      "t", x: "x", y: .logarithmic("y"),
      series: [.line("a", x: [0, 1, 2, 3, 4, 5], y: [1, 10, 0, .nan, 10, 1.0])])
    expectSound(chart.html)
    #expect(chart.html.contains("<p class=\"figure-note\">2 points left out: not finite, or not positive"))
    #expect(
      chart.description.hasSuffix("2 points left out: not finite, or not positive on a logarithmic axis."))
    let path = Polyline(ChartLayout(chart).plotted[0].points, within: ChartLayout(chart).area).path
    #expect(path.ranges(of: "M").count == 2)
  }

  @Test func unequalLengths() {
    let chart = Chart("t", x: "x", y: "y", series: [.line("a", x: [0.0, 1, 2], y: [1.0, 2])])
    #expect(chart.series[0].x == [0, 1])
    #expect(chart.html.contains("1 point left out"))
  }

  @Test func aPointBetweenGapsIsMarked() {
    let html = Chart("t", x: "x", y: "y", series: [.line("a", y: [1, 2, .nan, 3, .nan, 1, 2])]).html
    #expect(html.ranges(of: "class=\"markers\"").count == 2, "one in each drawing")
  }

  @Test func namesAreEscaped() {
    let html = Chart(
      "a < b & \"c\" 🐈", x: "<x>", y: "<y>", series: [.line("<s>", y: [1.0, 2])],
      annotations: [.horizontal(1.5, "<h>")]
    ).html
    expectSound(html)
    for name in ["x", "y", "s", "h"] { #expect(!html.contains("<\(name)>")) }
    #expect(html.contains("aria-label=\"a &lt; b &amp; &quot;c&quot; 🐈."))
  }

  @Test func theAuthorsWordsComeFirst() {
    let chart = Chart(
      "Loss", x: "x", y: "y", series: [.line("a", y: [1, .nan, 2])], description: "It falls, then rises")
    #expect(chart.description == "Loss. It falls, then rises. 1 point left out: not finite.")
  }

  @Test func everySeriesIsToldApartWithoutColour() {
    let series = (0..<8).map { Series.line("\($0)", y: [Double($0), 1]) }
    let looks = SeriesLook.looks(of: series + [.points("p", x: [1], y: [1.0])])
    #expect(Set(looks.map { "\($0.style) \($0.marker.map { "\($0)" } ?? "")" }).count == looks.count)
    let solid = SeriesLook.looks(of: [
      .line("a", y: [1.0], style: .solid), .line("b", y: [1.0], style: .solid),
    ])
    #expect(solid[0].marker == nil && solid[1].marker != nil)
    let mixed = SeriesLook.looks(of: [.line("a", y: [1.0]), .line("b", y: [1.0], style: .solid)])
    #expect(mixed[0].style == .dashed && mixed[1].style == .solid)
  }

  @Test func namesMoveApartOrIntoALegend() {
    #expect(SeriesLabels.movedApart([10, 50], by: 16) == [10, 50])
    #expect(SeriesLabels.movedApart([10, 12], by: 16) == [3, 19])
    #expect(SeriesLabels.movedApart([10, 10, 10], by: 16) == [-6, 10, 26])
    func layout(_ ends: [Double]) -> ChartLayout {
      ChartLayout(
        Chart("t", x: "x", y: "y", series: ends.enumerated().map { .line("s\($0)", y: [0, $1]) }))
    }
    #expect(layout([1, 2, 3, 4]).labels.rows.isEmpty)
    #expect(layout([1, 1, 1, 1]).labels.rows.count == 1, "four names at one place")
    #expect(layout([1, 2, 3, 4, 5]).labels.rows.count == 1, "five names")
    let crowded = layout([100, 0, 0])
    let bottom = crowded.labels.ends.values.sorted()
    #expect(bottom.allSatisfy { $0 <= crowded.area.height - 2 } && bottom[2] - bottom[1] >= 16)
  }

  @Test func theAuthorsRangeCuts() {
    let chart = Chart(
      "t", x: "x", y: .linear("y", range: 0...1), series: [.line("a", y: [0.5, 2, 0.5, -1, 0.5])])
    let layout = ChartLayout(chart)
    #expect(layout.beyond == 2)
    let points = Polyline(layout.plotted[0].points, within: layout.area).runs.flatMap(\.self)
    #expect(points.count == 7 && points.allSatisfy(layout.area.contains))
    #expect(chart.html.contains("2 points beyond the axes."))
  }

  @Test func longSeriesAreThinned() {
    let wave = (0..<20_000).map { Double($0 % 100) }
    let html = Chart("t", x: "x", y: "y", series: [.line("a", y: wave)]).html
    #expect(html.utf8.count < 60_000)
    #expect(html.contains("t (40 of 20000 rows, evenly spaced)"))
    #expect(html.ranges(of: "<tr>").count == 41)
    #expect(html.contains("<td class=\"number\">19999</td>"))
  }

  @Test func seriesThatShareTheirXShareATable() {
    let shared = Chart("t", x: "x", y: "y", series: [.line("a", y: [1.0, 2]), .line("b", y: [3.0, 4])])
    #expect(shared.tables.count == 1 && shared.tables[0].columns.map(\.name) == ["x", "a", "b"])
    let apart = Chart("t", x: "x", y: "y", series: [.line("a", y: [1.0, 2]), .line("b", y: [3.0, 4, 5])])
    #expect(apart.tables.map(\.title) == ["t: a", "t: b"])
  }

  @Test func functions() {
    let even = Series.function("f", over: -1...1, samples: 5) { $0 * $0 }
    #expect(even.x == [-1, -0.5, 0, 0.5, 1] && even.y == [1, 0.25, 0, 0.25, 1])
    let decades = Series.function("f", over: 0.01...100, samples: 5, spacing: .logarithmic) { $0 }
    #expect(zip(decades.x, [0.01, 0.1, 1, 10, 100]).allSatisfy { abs($0 / $1 - 1) < 1e-12 })
    #expect(Series.function("f", over: 0...1, spacing: .logarithmic) { $0 }.x.isEmpty)
  }

  @Test func coordinates() {
    #expect(
      [0, -0.0, -0.04, 0.05, -0.06, 12.34, 100, .nan, 1e300].map(SVG.number)
        == ["0", "0", "0", "0.1", "-0.1", "12.3", "100", "0", "10000000"])
  }

  @Test func theSameBytesEachTime() {
    let chart = Chart(
      "t", x: .logarithmic("x"), y: "y",
      series: (0..<5).map { n in .function("\(n)", over: 1...9) { $0 * Double(n) } },
      annotations: [.horizontal(3, "three"), .vertical(2, "two"), .vertical(2.1, "more")])
    #expect(chart.html == chart.html)
  }
}
