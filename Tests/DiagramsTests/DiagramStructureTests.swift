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
    let (cell, step) = GRUDiagramTests.step(placement)
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

  @Test(arguments: ResetPlacement.allCases) func theWiringIsThatOfTheEquations(placement: ResetPlacement)
    throws
  {
    let (cell, step) = GRUDiagramTests.step(placement)
    // h = z ⊙ h₋ + (1 − z) ⊙ n, with z and r from the input and the state before.
    var expected = [
      "h₋ → ⊙ of h", "σ of z → ⊙ of h", "⊙ of h → + of h",
      "σ of z → 1− of h", "1− of h → ⊙ of h 2", "tanh of n → ⊙ of h 2", "⊙ of h 2 → + of h",
      "+ of h → the next step", "σ of r → ⊙ of n",
    ]
    for gate in ["z", "r"] {
      let map = "W x + U h₋ + b of \(gate)"
      expected += ["h₋ → \(map)", "x → \(map)", "\(map) → σ of \(gate)"]
    }
    let candidate =
      switch placement {
      case .before:
        [
          "h₋ → ⊙ of n", "⊙ of n → W x + U (·) + b of n", "x → W x + U (·) + b of n",
          "W x + U (·) + b of n → tanh of n",
        ]
      case .after:
        [
          "h₋ → U h₋ + b_hn of n", "U h₋ + b_hn of n → ⊙ of n", "⊙ of n → + of n", "x → W x + b of n",
          "W x + b of n → + of n", "+ of n → tanh of n",
        ]
      }
    expected += candidate
    for drawing in try Drawing.all(in: CellDiagram(of: step, in: cell).html) {
      let netlist = Netlist(drawing)
      #expect(netlist.connections == expected.sorted())
      #expect(netlist.struckParts == [])
      // The state passes over the input three times, and the update gate over the candidate.
      #expect(netlist.crossings == 4)
    }
  }
}
