import Drawings
import Recurrent
import Testing

@testable import Diagrams

@Suite struct DiagramStructureTests {
  @Test(
    arguments: zip(
      ResetPlacement.allCases,
      [
        (
          nodes: "8 circle.joint, 8 circle.node, 5 path.bridge, 19 path.head, 21 path.wire, 3 rect.node",
          numbers: 36
        ),
        (
          nodes: "8 circle.joint, 9 circle.node, 5 path.bridge, 21 path.head, 23 path.wire, 4 rect.node",
          numbers: 42
        ),
      ])) func theWiring(placement: ResetPlacement, parts: (nodes: String, numbers: Int)) throws
  {
    let (cell, step) = CellDiagramTests.step(placement)
    let drawings = try Drawing.all(in: CellDiagram(of: step, in: cell, units: [0, 1]).html)
    #expect(drawings.count == 2)
    for drawing in drawings {
      // Three formulas take a line on the wide drawing and two on the narrow one.
      let texts = parts.numbers + (drawing.width < 400 ? 3 : 0)
      #expect(
        drawing.svg.outline
          == "\(parts.nodes), 4 rect.stage, \(texts) text.number, 4 text.stage-name, 12 text.symbol")
    }
  }
}
