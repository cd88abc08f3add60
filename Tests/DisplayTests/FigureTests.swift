import Drawings
import Testing

@testable import Display

/// What holds for every kind of figure, whatever the data.
@Suite struct FigureTests {
  /// Ordinary data and the worst that come to mind.
  static let data: [[Double]] = [
    [], [.nan], [0], [1], [.infinity, -.infinity], [3, 3, 3], [0, 0], [1e308, -1e308], [5e-324, 1e-323],
    [1e300, -1e300, 0], [1, 1 + 1e-16], [1e-300, 1e300], [-1, 0, 1], [.nan, 2, .nan], [0.25, 0.5, 0.75, 1],
    [-123_456.789, 98_765.4321], [1e-7, 3e-7, 2e-7], (0..<700).map { Double($0 * 7919 % 997) - 400 },
  ]

  static func figures(_ y: [Double]) -> [(String, any Displayable)] {
    let x = y.indices.map { Double($0) }
    let (lower, upper) = (y.map { $0 - 1 }, y.map { $0 + 1 })
    let words = ["the", "incomprehensibilities", "of", "猫已经吃了", "a<b&c", "", "state after the step"]
    let band = Series.band("band", x: x, y: y, lower: lower, upper: upper, quantity: .gradient)
    let bars = BarChart.Bars.bars("a", y.prefix(7))
    return [
      ("band", Chart("t", x: "x", y: "y", series: [band, .line("line & so on", y: y)])),
      ("logarithmic", Chart("t", x: "x", y: .logarithmic("y"), series: [band])),
      (
        "cut",
        Chart(
          "t", x: .linear("x", range: 0.5...2), y: .linear("y", range: 0...0.5), series: [band],
          annotations: [.horizontal(0.25, "a level"), .vertical(1, "a time")])
      ),
      ("errors", Chart("t", x: "x", y: "y", series: [.points("p", x: x, y: y, lower: lower, upper: upper)])),
      ("bars", BarChart("t", names: words, x: "x", y: "y", bars: [bars])),
      (
        "groups",
        BarChart(
          "t", names: Array(words.prefix(3)), y: "y",
          bars: [
            bars, .bars("b", y.prefix(3), lower: lower, upper: upper), .bars("c", [1, -2, 3]),
          ], annotations: [.horizontal(0.5, "half")])
      ),
      ("histogram", Histogram("t", of: y, x: "x", quantity: .updateGate)),
      (
        "portrait",
        PhasePortrait("t", x: "x", y: "y", paths: [.path("p", x: y, y: y.reversed())]) { ($1, -$0) }
      ),
      (
        "multiples",
        SmallMultiples(
          "t", x: "x", y: "y",
          panels: [.init("one", [.line("a", y: y), band]), .init("two & three", [.line("a", y: [0.5, 2])])])
      ),
      ("map", HeatMap("t", rows: ["a", "<b>"], columns: words, values: [y, y], scale: "s", x: "x", y: "y")),
    ]
  }

  @Test(arguments: data.indices) func everyFigureIsSoundWhateverItsData(index: Int) throws {
    for (name, figure) in Self.figures(Self.data[index]) {
      let html = figure.html
      #expect(html == figure.html, "\(name): the same bytes")
      let drawings = try Drawing.all(in: html)
      #expect(!drawings.isEmpty, "\(name)")
      for drawing in drawings {
        #expect(drawing.faults == [], "\(name), \(drawing.width) wide")
        #expect(drawing.oddities == [], "\(name)")
        #expect(drawing.svg.attributes["role"] == "img")
        #expect(drawing.svg.attributes["aria-label"]?.isEmpty == false, "\(name) has words")
      }
      #expect(!html.contains("<b>") && !html.contains("a<b&c"), "\(name) is escaped")
    }
  }

  @Test func oneDrawingForAColumnAndOneForAPhone() throws {
    for (name, figure) in Self.figures([0.25, 0.5, 0.75, 1]) where name != "multiples" {
      let drawings = try Drawing.all(in: figure.html)
      #expect(drawings.map(\.svg.attributes["class"]) == ["wide", "narrow"], "\(name)")
      #expect(drawings.map(\.width) == [600, 320], "\(name)")
      // Without a style sheet only the first is seen.
      #expect(drawings.map(\.svg.attributes["display"]) == [nil, "none"], "\(name)")
      #expect(
        drawings[0].svg.attributes["aria-label"] == drawings[1].svg.attributes["aria-label"], "\(name)")
    }
  }

  @Test func aPhoneShowsTextOfElevenPixels() throws {
    for (name, figure) in Self.figures([0.25, 0.5, 0.75, 1]) {
      for drawing in try Drawing.all(in: figure.html) where drawing.width <= 320 {
        // On the smallest phone, 320 px wide, a page has 283 px for the figure.
        let least = drawing.svg.all("g").compactMap { $0.number("font-size") }.min() ?? 13
        #expect(min(least, 13) * 320 / drawing.width >= 11, "\(name)")
        #expect(13 * 283 / drawing.width >= 11, "\(name)")
      }
    }
  }

  @Test func theRoomForATextIsNoLessThanItTakes() {
    for text in [
      "Wimmer mag Mwm", "−0.25", "1.3\u{A0}×\u{A0}10⁻⁷", "from (0.5, −0.5)", "update gate", "W x + U h₋ + b",
      "GRU & LSTM",
      "r ⊙ h₋", "OQGD", "0123456789",
    ] {
      #expect(SVG.textWidth(text) >= Face.width(text, isBold: false) * 13 - 0.01, "\(text)")
    }
  }
}
