import Drawings
import Testing

@testable import Display

@Suite struct SmallMultiplesTests {
  let figure = SmallMultiples(
    "Loss", x: "step", y: "loss",
    panels: [
      .init("GRU", [.line("train", y: [1.0, 2]), .line("test", y: [2.0, 3])]),
      .init("LSTM", [.line("test", y: [10.0, 4])]),
    ])

  @Test func allShareTheirAxes() {
    #expect(figure.charts.allSatisfy { $0.y.range == 0...10 && $0.x.range == 0...1 })
  }

  @Test func aNameHasOneLook() throws {
    let panels = try Markup(parsing: figure.html).all(class: "panel-of")
    #expect(panels.count == 2)
    let classes = panels.map { $0.all(class: "series").map { $0.attributes["class"] } }
    #expect(classes == [["series series-1", "series series-2 dashed"], ["series series-2 dashed"]])
    let names = try Markup(parsing: figure.html).all(class: "series-names").flatMap { $0.all("li") }
    #expect(names.map(\.text) == [" train", " test"])
  }

  @Test func everyPanelHasItsNumbers() {
    let tables = try? Markup(parsing: figure.html).all("caption").map(\.text)
    #expect(tables == ["Loss: GRU", "Loss: LSTM"])
    #expect(figure.description.contains("GRU. Horizontal axis: step, from 0 to 1."))
  }
}
