import Drawings
import Recurrent
import Testing

@testable import Diagrams

@Suite struct LSTMDiagramTests {
  /// A cell with random weights, and a step of it.
  static func step(
    peepholes: Bool, units: Int = 4, range: Double = 1, seed: UInt64 = 5
  ) -> (LSTMCell<Double>, LSTMStep<Double>) {
    var random = RandomSource(seed: seed)
    let cell = LSTMCell<Double>(
      inputSize: 3, hiddenSize: units, peepholes: peepholes, using: &random, range: range)
    let before = LSTMState<Double>(
      hidden: random.vector(units, in: -1...1), cell: random.vector(units, in: -3...3))
    return (cell, cell.step(random.vector(3, in: -1...1), from: before))
  }

  @Test(arguments: [false, true]) func textsStandApartAndWithin(peepholes: Bool) throws {
    for range in [1, 50, 1e6, 1e300] {
      let (cell, step) = Self.step(peepholes: peepholes, range: range)
      for units in [[], [1, 3], [0, 1, 2, 3]] {
        for drawing in try Drawing.all(in: CellDiagram(of: step, in: cell, units: units).html) {
          #expect(drawing.faults == [], "\(range) \(units)")
          #expect(drawing.oddities == [])
          if range == 1 { #expect(Netlist(drawing).struckTexts == [], "\(units) \(drawing.width)") }
        }
      }
    }
  }

  @Test(arguments: [false, true]) func theWiringIsThatOfTheEquations(peepholes: Bool) throws {
    let (cell, step) = Self.step(peepholes: peepholes)
    let drawings = try Drawing.all(in: CellDiagram(of: step, in: cell, units: [0, 1]).html)
    #expect(drawings.map(\.width) == [600, 320])
    var expected = [
      // c = f ⊙ c₋ + i ⊙ g and h = o ⊙ tanh(c); two of the step's results leave.
      "tanh of g → ⊙ of c", "σ of i → ⊙ of c", "⊙ of c → + of c",
      "c₋ → ⊙ of c 2", "σ of f → ⊙ of c 2", "⊙ of c 2 → + of c",
      "+ of c → the next step", "+ of c → tanh of h",
      "tanh of h → ⊙ of h", "σ of o → ⊙ of h", "⊙ of h → the next step",
    ]
    for (stage, function) in [("f", "σ"), ("i", "σ"), ("g", "tanh"), ("o", "σ")] {
      let seen = !peepholes || stage == "g" ? nil : stage == "o" ? "c" : "c₋"
      let map = "W x + U h₋ \(seen.map { "+ p⊙\($0) " } ?? "")+ b of \(stage)"
      expected += ["h₋ → \(map)", "x → \(map)", "\(map) → \(function) of \(stage)"]
      if let seen { expected.append("\(seen) → \(map)") }
    }
    let more = peepholes ? 3 : 0
    for drawing in drawings {
      let netlist = Netlist(drawing)
      #expect(netlist.connections == expected.sorted())
      #expect(netlist.struckParts == [])
      // The state's rail passes over the input's, and nothing else over anything.
      #expect(netlist.crossings == 4 && drawing.svg.all(class: "bridge").count == 4)
      // A map's formula takes a line, or two: with a peephole, and on the narrow drawing.
      let texts = 44 + (drawing.width < 400 ? 4 : more)
      #expect(
        drawing.svg.outline
          == "9 circle.joint, 9 circle.node, 4 path.bridge, \(23 + more) path.head, \(25 + more) path.wire, "
          + "4 rect.node, 6 rect.stage, \(texts) text.number, 6 text.stage-name, \(16 + more) text.symbol")
    }
  }

  @Test(arguments: [false, true], [[2, 0], [3, 1, 2, 0], [9, -1], []])
  func theNumbersAreThoseOfTheStep(peepholes: Bool, units: [Int]) throws {
    let (cell, step) = Self.step(peepholes: peepholes)
    let diagram = CellDiagram(of: step, in: cell, units: units)
    let there = units.filter { (0..<4).contains($0) }.prefix(3)
    func chosen(_ vector: Vector<Double>) -> [Double] { there.map { vector[$0] } }
    let quantities: [(String, Vector<Double>)] = [
      ("h₋", step.previous.hidden), ("c₋", step.previous.cell), ("sum", step.forgetSum),
      ("f", step.forgetGate),
      ("sum", step.inputSum), ("i", step.inputGate), ("sum", step.candidateSum), ("g", step.candidate),
      ("f ⊙ c₋", step.forgetGate ⊙ step.previous.cell), ("i ⊙ g", step.inputGate ⊙ step.candidate),
      ("c", step.cell), ("sum", step.outputSum), ("o", step.outputGate), ("tanh c", step.squashedCell),
      ("h", step.state),
    ]
    let expected = quantities.map { Netlist.Label($0, chosen($1)) }
    for drawing in try Drawing.all(in: diagram.html) {
      let labels = Netlist(drawing).labels
      // The names of what the peepholes see have no numbers of their own.
      #expect(
        Set(labels.filter { !there.isEmpty && !$0.numbers.isEmpty }) == (there.isEmpty ? [] : Set(expected)))
      // The sums stand in the order of their rungs.
      let sums = labels.filter { $0.name == "sum" }
      #expect(sums == expected.filter { $0.name == "sum" })
      #expect(
        drawing.texts.contains { $0.content == WireNumber.list(Array(step.input), within: .infinity) })
    }
    #expect(diagram.numbers.rows.map(\.1) == quantities.map { chosen($1) })
    #expect(diagram.table.rows.map(\.count) == Array(repeating: there.count + 1, count: 15))
    #expect(diagram.html.contains("<details") == !there.isEmpty)
    for unit in there {
      #expect(
        (step.forgetGate ⊙ step.previous.cell)[unit] + (step.inputGate ⊙ step.candidate)[unit]
          == step.cell[unit])
    }
  }

  @Test func aHeldGateShowsWhatItIsHeldAt() throws {
    let (cell, first) = Self.step(peepholes: false)
    let step = cell.step(first.input, from: first.previous, forget: .held(at: 0))
    let drawing = try #require(try Drawing.all(in: CellDiagram(of: step, in: cell, unit: 1).html).first)
    let labels = Netlist(drawing).labels
    #expect(labels.contains(.init("f", [0])) && labels.contains(.init("sum", [first.forgetSum[1]])))
  }

  @Test(arguments: LSTMStage.allCases) func oneStageIsLitAndTheOthersAreNot(stage: LSTMStage) throws {
    let (cell, step) = Self.step(peepholes: true)
    let diagram = CellDiagram(of: step, in: cell, lit: stage)
    for drawing in try Drawing.all(in: diagram.html) {
      let regions = drawing.svg.all(class: "stage").map(\.classes)
      #expect(
        regions == LSTMStage.allCases.map { ["stage", $0 == stage ? "lit" : "dim", $0.quantity.className] })
      // What a stage reads and what it makes are lit with it.
      let expected: [String: Int] =
        switch stage {
        case .forgetGate, .inputGate: ["q-state": 3, "q-input": 2, "q-update-gate": 2]
        case .candidate: ["q-state": 2, "q-input": 2, "q-candidate": 2]
        case .cell: ["q-state": 4, "q-update-gate": 2, "q-candidate": 1]
        case .outputGate: ["q-state": 3, "q-input": 2, "q-reset-gate": 2]
        case .state: ["q-state": 4, "q-reset-gate": 1]
        }
      let lit = drawing.svg.all(class: "wire").filter { $0.classes.contains("lit") }
      #expect(Dictionary(grouping: lit.compactMap(\.classes.last), by: \.self).mapValues(\.count) == expected)
    }
    #expect(diagram.description.hasSuffix("Lit: the \(stage.words)."))
  }

  @Test func theWordsTellTheWiringWithTheNumbers() throws {
    let zero = AffineMap<Double>(input: Matrix(rows: [[0]]), recurrent: Matrix(rows: [[0]]), bias: [0])
    let cell = try LSTMCell(inputGate: zero, forgetGate: zero, candidate: zero, outputGate: zero)
    let step = cell.step([1], from: LSTMState(hidden: [0.25], cell: [3]))
    let words =
      "States before: hidden h₋ 0.250, cell c₋ 3.000. Forget gate: a map of the input and the hidden state before "
      + "gives the sum 0.000, its sigmoid is f 0.500. Input gate: another map gives 0.000, its sigmoid is i 0.500. "
      + "Candidate: a third map, of the input and the hidden state before, gives 0.000, its tanh is g 0.000. "
      + "Cell state: f times the cell state before 1.500 and i times g 0.000 add up to c 1.500. "
      + "Output gate: a fourth map gives 0.000, its sigmoid is o 0.500. "
      + "Hidden state: o times the tanh of c 0.905 is h 0.453."
    #expect(
      CellDiagram(of: step, in: cell).description
        == "Wiring of a long short-term memory, with the numbers of unit 1. " + words)

    let (seeing, seen) = Self.step(peepholes: true)
    let description = CellDiagram(of: seen, in: seeing, units: []).description
    #expect(
      description.hasPrefix(
        "Wiring of a long short-term memory with peepholes. States before: hidden h₋, cell"))
    #expect(description.contains("Forget gate: a map of the input and both states before gives the sum, its"))
    #expect(
      description.contains("Output gate: a fourth map, with the new cell state, gives, its sigmoid is o."))
  }

  @Test func aStepOfAnotherCellHasNoNumbers() {
    let (_, step) = Self.step(peepholes: false)
    let (other, _) = Self.step(peepholes: false, units: 2)
    let diagram = CellDiagram(of: step, in: other)
    #expect(diagram.numbers.units.indices.isEmpty && !diagram.html.contains("<details"))
  }
}
