import Drawings
import Recurrent
import Testing

@testable import Diagrams

@Suite struct RNNDiagramTests {
  /// A cell with random weights, and a step of it.
  static func step(
    units: Int = 4, range: Double = 1, seed: UInt64 = 5
  ) throws -> (RNNCell<Double>, RNNStep<Double>) {
    var random = RandomSource(seed: seed)
    let cell = RNNCell<Double>(inputSize: 3, hiddenSize: units, using: &random, range: range)
    let steps = cell.steps(over: [random.vector(3, in: -1...1)], from: random.vector(units, in: -1...1))
    return (cell, try #require(steps.first))
  }

  @Test func textsStandApartAndWithin() throws {
    for range in [1, 50, 1e6, 1e300] {
      let (cell, step) = try Self.step(range: range)
      for units in [[], [1, 3], [0, 1, 2, 3]] {
        for drawing in try Drawing.all(in: CellDiagram(of: step, in: cell, units: units).html) {
          #expect(drawing.faults == [], "\(range) \(units)")
          #expect(drawing.oddities == [])
          if range == 1 { #expect(Netlist(drawing).struckTexts == [], "\(units) \(drawing.width)") }
        }
      }
    }
  }

  @Test func theWiringIsTheEquation() throws {
    let (cell, step) = try Self.step()
    let drawings = try Drawing.all(in: CellDiagram(of: step, in: cell, units: [0, 1]).html)
    #expect(drawings.map(\.width) == [600, 320])
    for drawing in drawings {
      let netlist = Netlist(drawing)
      #expect(
        netlist.connections == [
          "+ of sum → tanh of h", "U h₋ of sum → + of sum", "W x + b of sum → + of sum",
          "h₋ → U h₋ of sum", "tanh of h → the next step", "x → W x + b of sum",
        ])
      #expect(netlist.struckParts == [])
      #expect(netlist.crossings == 1 && drawing.svg.all(class: "bridge").count == 1)
      #expect(
        drawing.svg.outline
          == "2 circle.joint, 2 circle.node, 1 path.bridge, 6 path.head, 8 path.wire, 2 rect.node, 2 rect.stage, "
          + "15 text.number, 2 text.stage-name, 4 text.symbol")
    }
  }

  @Test(arguments: [[2, 0], [3, 1, 2, 0], [9, -1], []]) func theNumbersAreThoseOfTheStep(units: [Int]) throws
  {
    let (cell, step) = try Self.step()
    let diagram = CellDiagram(of: step, in: cell, units: units)
    let there = units.filter { (0..<4).contains($0) }.prefix(3)
    func chosen(_ vector: Vector<Double>) -> [Double] { there.map { vector[$0] } }
    let fromState = cell.weights.recurrent * step.previous
    let fromInput = cell.weights.input * step.input + cell.weights.bias
    for drawing in try Drawing.all(in: diagram.html) {
      let netlist = Netlist(drawing)
      #expect(
        Set(netlist.labels) == [
          .init("h₋", chosen(step.previous)), .init("sum", chosen(step.sum)), .init("h", chosen(step.state)),
          .init("x", []),
        ])
      #expect(netlist.numbers(behind: "U h₋") == chosen(fromState).map(WireNumber.text))
      #expect(netlist.numbers(behind: "W x + b") == chosen(fromInput).map(WireNumber.text))
      #expect(
        drawing.texts.contains { $0.content == WireNumber.list(Array(step.input), within: .infinity) })
    }
    #expect(
      diagram.numbers.rows.map(\.1)
        == [step.previous, fromState, fromInput, step.sum, step.state].map(chosen))
    #expect(diagram.table.rows.map(\.count) == Array(repeating: there.count + 1, count: 5))
    #expect(diagram.html.contains("<details") == !there.isEmpty)
    for unit in there { #expect(abs(fromState[unit] + fromInput[unit] - step.sum[unit]) < 1e-15) }
  }

  @Test(arguments: RNNStage.allCases) func oneStageIsLitAndTheOtherIsNot(stage: RNNStage) throws {
    let (cell, step) = try Self.step()
    let diagram = CellDiagram(of: step, in: cell, lit: stage)
    for drawing in try Drawing.all(in: diagram.html) {
      let regions = drawing.svg.all(class: "stage").map(\.classes)
      #expect(regions == RNNStage.allCases.map { ["stage", $0 == stage ? "lit" : "dim", "q-state"] })
      let lit = drawing.svg.all(class: "wire").filter { $0.classes.contains("lit") }
      let expected = stage == .sum ? ["q-state": 4, "q-input": 3] : ["q-state": 2]
      #expect(Dictionary(grouping: lit.compactMap(\.classes.last), by: \.self).mapValues(\.count) == expected)
    }
    #expect(diagram.description.hasSuffix("Lit: the \(stage.words)."))
  }

  @Test func theWordsTellTheWiringWithTheNumbers() throws {
    let cell = try RNNCell<Double>(
      weights: AffineMap(input: Matrix(rows: [[2]]), recurrent: Matrix(rows: [[-1]]), bias: [0.25]))
    let step = try #require(cell.steps(over: [[0.125]], from: [0.5]).first)
    #expect(
      CellDiagram(of: step, in: cell, title: "A step").description
        == "A step. Wiring of a plain recurrent cell, with the numbers of unit 1. State before: h₋ 0.500. "
        + "Weighted sum: a map of the state before gives −0.500, a map of the input gives 0.500, and they add up "
        + "to the sum 0.000. New state: the tanh of the sum is h 0.000.")
  }

  @Test func aStepOfAnotherCellHasNoNumbers() throws {
    let (_, step) = try Self.step()
    let (other, _) = try Self.step(units: 2)
    let diagram = CellDiagram(of: step, in: other)
    #expect(diagram.numbers.units.indices.isEmpty && !diagram.html.contains("<details"))
  }
}
