import Drawings
import Testing

@testable import Display

@Suite struct HeatMapTests {
  let small = HeatMap(
    "Gates", rows: ["z", "r"], columns: ["the", "cat"], values: [[0.0, 1.0], [0.5, .nan]], scale: "gate",
    x: "token",
    y: "gate")

  @Test func theCells() {
    let html = small.html
    let cells = html.components(between: "<g class=\"cells\"", and: "</g>")
    #expect(cells.ranges(of: "<rect").count == 4)
    for name in ["heat-0", "heat-10", "heat-5", "no-value"] { #expect(cells.contains("\"\(name)\"")) }
    #expect(html.contains("class=\"ink-heat-5\"") && html.contains(">0.50</text>"))
    #expect(!html.lowercased().contains("nan") && !html.contains("style="))
  }

  @Test func theWords() {
    #expect(
      small.description
        == "Gates. Heat map of 2 rows (gate) by 2 columns (token), colours for gate, least 0 at z, the, "
        + "greatest 1.00 at z, cat; no value in 1 cell.")
  }

  @Test func theRangeSuitsTheValues() {
    func range(_ values: [Double]) -> ClosedRange<Double> {
      HeatMap("t", rows: ["a"], columns: [], values: [values]).range
    }
    #expect(range([0.2, 0.9]) == 0...1)
    #expect(range([-0.5, 2]) == -2...2)
    #expect(range([3, 7]) == 3...7)
    #expect(range([7, 7]) == 0...7)
    #expect(range([]) == 0...1)
    #expect(range([.nan, .infinity]) == 0...1)
    #expect(HeatMap("t", rows: [], columns: [], values: [[5.0]], range: 1...1).range == 0...5)
  }

  @Test func signsGetTwoHues() {
    let map = HeatMap("t", rows: ["a"], columns: ["b", "c"], values: [[-1, 1] as [Float]])
    #expect(
      map.isDiverging && map.step(-1) == 0 && map.step(0) == 5 && map.step(1) == 10 && map.step(9) == 10)
    #expect(map.html.contains("diverge-0") && !map.html.contains("\"heat-"))
  }

  @Test func theColoursDivideTheRangeEvenly() {
    let map = HeatMap("t", rows: ["a"], columns: [], values: [[0.0, 1.0]])
    #expect([-1, 0, 0.09, 0.1, 0.5, 0.9, 0.92, 1, 2].map(map.step) == [0, 0, 0, 1, 5, 9, 10, 10, 10])
  }

  @Test func crowdedMapsStaySmall() {
    let map = HeatMap(
      "t", rows: (0..<64).map { "\($0)" }, columns: (0..<200).map { "\($0)" },
      values: (0..<64).map { row in (0..<200).map { Double(($0 / 20 + row) % 10) / 10 } })
    let drawing = HeatMapLayout(map).drawing(label: "")
    #expect(drawing.ranges(of: "<rect").count == 64 * 10 + 11)
    #expect(drawing.ranges(of: "<text").count < 80)
    #expect(!drawing.contains("ink-"))
  }

  @Test(arguments: [[], [[]], [[1]], [[1, 2, 3], [4]], [[1e308, -1e308]], [[.nan]]] as [[[Double]]])
  func anyValues(values: [[Double]]) {
    let html = HeatMap("<t>", rows: ["<r>"], columns: ["<c>"], values: values).html
    let drawing = html.components(between: "<svg", and: "</svg>")
    #expect(
      !drawing.contains("nan") && !drawing.contains("inf") && !drawing.contains("<r>")
        && !drawing.contains("\"-"))
  }

  /// A map of one row over so many tokens.
  private func sentence(_ count: Int, rows: Int = 2) -> HeatMap {
    HeatMap(
      "t", rows: (0..<rows).map { "\($0)" }, columns: (0..<count).map { "token \($0)" },
      values: (0..<rows).map { row in (0..<count).map { Double(row * count + $0) } })
  }

  @Test func manyTokensGoOnInAnotherLine() throws {
    #expect(HeatMapLayout(sentence(20)).lines == [0..<20])
    let wide = HeatMapLayout(sentence(50))
    #expect(wide.lines == [0..<25, 25..<50], "lines of equal length")
    let narrow = HeatMapLayout(sentence(50), on: .narrow)
    #expect(narrow.lines.count > 2 && narrow.lines.flatMap(Array.init) == Array(0..<50))
    #expect([wide, narrow].allSatisfy { $0.cellWidth >= ColumnNames.leastWidth })
    for drawing in try Drawing.all(in: sentence(50).html) {
      #expect(drawing.faults == [])
      let names = drawing.texts.filter { $0.element.attributes["transform"] != nil }.map(\.content)
      #expect(names == (0..<50).map { "token \($0)" }, "every token has its name")
    }
    let steps = HeatMap("t", rows: ["a"], columns: (0..<400).map(String.init), values: [[Double]()])
    #expect(HeatMapLayout(steps).lines == [0..<400], "numbers need no room of their own")
  }

  @Test func theTableOfAWideMapIsTurned() {
    let table = sentence(13).table
    #expect(table.columns.map(\.name) == ["column", "0", "1"])
    #expect(table.rows[12] == ["token 12", 12.0, 25.0])
    #expect(sentence(12).table.rows.count == 2)
  }

  @Test func textsOfAMapStandApart() throws {
    let long = "incomprehensibilities"
    for columns in [[long], [long, "a"], ["猫已经吃了很多老鼠", "所以它饱了", "。"], ["", " ", "<s>"]] {
      let map = HeatMap(
        long, rows: [long, "b"], columns: columns, values: [[-1, 2.5, 1e-7], [.nan, 1]],
        scale: "\(long) \(long)",
        x: "\(long) of \(long)", y: long)
      for drawing in try Drawing.all(in: map.html) { #expect(drawing.faults == [], "\(columns)") }
    }
  }

  @Test func aMapMakesRoomForTheFirstTurnedName() throws {
    let columns = ["incomprehensibilities"] + (0..<14).map { "token \($0)" }
    let map = HeatMap("t", rows: ["a"], columns: columns, values: [columns.indices.map { Double($0) }])
    for drawing in try Drawing.all(in: map.html) { #expect(drawing.faults == []) }
  }

  @Test func columnNamesTurnWhereTheyDoNotFit() {
    #expect(!ColumnNames(["a", "b"], cellWidth: 30).isTurned)
    #expect(ColumnNames(["already", "b"], cellWidth: 30).isTurned)
    let steps = ColumnNames((0..<100).map(String.init), cellWidth: 4)
    #expect(!steps.isTurned && steps.stride == 10)
  }
}

extension String {
  fileprivate func components(between start: String, and end: String) -> String {
    guard let from = firstRange(of: start), let to = self[from.upperBound...].firstRange(of: end) else {
      return ""
    }
    return String(self[from.upperBound..<to.lowerBound])
  }
}
