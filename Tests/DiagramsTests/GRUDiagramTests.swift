import Display
import Drawings
import Recurrent
import Testing

@testable import Diagrams

@Suite struct GRUDiagramTests {
  /// A cell with random weights, and a step of it.
  static func step(
    _ placement: ResetPlacement, units: Int = 4, range: Double = 1, seed: UInt64 = 5
  ) -> (GRUCell<Double>, GRUStep<Double>) {
    var random = RandomSource(seed: seed)
    let cell = GRUCell<Double>(
      inputSize: 3, hiddenSize: units, reset: placement, using: &random, range: range)
    return (cell, cell.step(random.vector(3, in: -1...1), from: random.vector(units, in: -1...1)))
  }

  @Test(arguments: ResetPlacement.allCases) func textsStandApartAndWithin(placement: ResetPlacement) throws {
    for range in [1, 50, 1e6, 1e300] {
      let (cell, step) = Self.step(placement, range: range)
      for units in [[], [0], [1, 3], [0, 1, 2, 3], [9]] {
        let html = CellDiagram(of: step, in: cell, units: units).html
        for drawing in try Drawing.all(in: html) {
          #expect(drawing.faults == [], "\(range) \(units)")
          #expect(drawing.oddities == [])
        }
      }
    }
  }

  @Test(arguments: ResetPlacement.allCases) func theNumbersAreThoseOfTheStep(placement: ResetPlacement) throws
  {
    let (cell, step) = Self.step(placement)
    let diagram = CellDiagram(of: step, in: cell, units: [2, 0])
    let numbers = try #require(diagram.numbers as? GRUNumbers)
    for (shown, vector) in [
      (numbers.previous, step.previous), (numbers.updateSum, step.updateSum),
      (numbers.update, step.updateGate),
      (numbers.resetSum, step.resetSum), (numbers.reset, step.resetGate),
      (numbers.candidateSum, step.candidateSum), (numbers.candidate, step.candidate),
      (numbers.state, step.state),
    ] {
      #expect(shown == [vector[2], vector[0]])
    }
    #expect(numbers.input == Array(step.input))
    #expect(numbers.complement == [1 - step.updateGate[2], 1 - step.updateGate[0]])
    // Every sum is what its wires bring to it.
    for (unit, index) in zip([2, 0], 0...) {
      #expect(numbers.kept[index] + numbers.written[index] == step.state[unit])
      if placement == .after {
        #expect(abs(numbers.gatedProduct[index] + numbers.fromInput[index] - step.candidateSum[unit]) < 1e-12)
      } else {
        #expect(numbers.read[index] == step.resetGate[unit] * step.previous[unit])
      }
    }
    let texts = Set(try Drawing.all(in: diagram.html)[0].texts.map(\.content))
    for (name, values) in numbers.rows {
      for value in values { #expect(texts.contains(WireNumber.text(value)), "\(name)") }
    }
  }

  @Test func eachPlacementHasItsOwnWiring() throws {
    func boxes(_ placement: ResetPlacement) throws -> [String] {
      let (cell, step) = Self.step(placement)
      return try Drawing.all(in: CellDiagram(of: step, in: cell).html)[0].texts.map(\.content)
    }
    #expect(try boxes(.before).contains("W x + U (·) + b") && !boxes(.before).contains("U h₋ + b_hn"))
    #expect(try boxes(.after).contains("U h₋ + b_hn") && boxes(.after).contains("W x + b"))
    let (cell, step) = Self.step(.after)
    #expect(CellDiagram(of: step, in: cell).table.rows.contains { $0[0] == "U h₋ + b_hn" })
  }

  @Test(arguments: GRUStage.allCases) func oneStageIsLitAndTheOthersAreNot(stage: GRUStage)
    throws
  {
    let (cell, step) = Self.step(.before)
    let diagram = CellDiagram(of: step, in: cell, lit: stage)
    for drawing in try Drawing.all(in: diagram.html) {
      let regions = drawing.svg.all(class: "stage")
      #expect(regions.count == 4)
      #expect(
        regions.filter { $0.classes.contains("lit") }.map(\.classes) == [
          ["stage", "lit", stage.quantity.className]
        ])
      #expect(regions.count { $0.classes.contains("dim") } == 3)
      // What a stage reads and what it makes are lit with it.
      let expected: [String: Int] =
        switch stage {
        case .updateGate: ["q-state": 2, "q-input": 2, "q-update-gate": 3]
        case .resetGate: ["q-state": 2, "q-input": 2, "q-reset-gate": 2]
        case .candidate: ["q-state": 3, "q-input": 2, "q-reset-gate": 1, "q-candidate": 2]
        case .state: ["q-state": 5, "q-candidate": 1, "q-update-gate": 3]
        }
      let lit = drawing.svg.all(class: "wire").filter { $0.classes.contains("lit") }
      #expect(Dictionary(grouping: lit.compactMap(\.classes.last), by: \.self).mapValues(\.count) == expected)
    }
    #expect(diagram.description.hasSuffix("Lit: the \(stage.words)."))
  }

  @Test func nothingIsLitOrGreyByItself() throws {
    let (cell, step) = Self.step(.before)
    let drawing = try Drawing.all(in: CellDiagram(of: step, in: cell).html)[0]
    #expect(drawing.svg.all(class: "lit").isEmpty && drawing.svg.all(class: "dim").isEmpty)
  }

  @Test func theWordsTellTheWiringWithTheNumbers() {
    let cell = GRUCell<Double>(
      updateGate: .zero, resetGate: .zero, candidate: .zero, reset: .before)
    let step = cell.step([1], from: [0.5])
    let diagram = CellDiagram(of: step, in: cell, title: "A step")
    #expect(
      diagram.description
        == "A step. Wiring of a gated recurrent unit with the reset gate before the product, with the numbers of unit 1. "
        + "State before: h₋ 0.500. Update gate: a map of the input and the state before gives the sum 0.000, its sigmoid "
        + "is z 0.500. Reset gate: another map gives 0.000, its sigmoid is r 0.500. Candidate: r multiplies the state "
        + "before 0.250, and a map of that and of the input gives the sum 0.000, its tanh is n 0.000. New state: z times "
        + "the state before 0.250 and one minus z 0.500 times n 0.000 add up to h 0.250.")
    #expect(diagram.table.rows.map(\.count) == Array(repeating: 2, count: 12))
  }

  @Test func aStepOfAnotherCellHasNoNumbers() {
    let (_, step) = Self.step(.before)
    let (other, _) = Self.step(.before, units: 2)
    let diagram = CellDiagram(of: step, in: other)
    #expect(diagram.numbers.units.indices.isEmpty && !diagram.html.contains("<details"))
  }

  @Test func numbersOnWiresAreShort() {
    let values: [Double] = [0.123, -0.996, 9.994, 12.345, -123.4, 12_345, -1e300, .nan, -.infinity, 0]
    #expect(
      values.map(WireNumber.text)
        == ["0.12", "−1.00", "9.99", "12.3", "−123", "≈10⁴", "−10³⁰⁰", "NaN", "−∞", "0.00"])
  }
}

extension GRUCell where Element == Double {
  /// A cell of the given maps, which fit each other.
  fileprivate init(
    updateGate: AffineMap<Double>, resetGate: AffineMap<Double>, candidate: AffineMap<Double>,
    reset: ResetPlacement
  ) {
    var random = RandomSource(seed: 0)
    self.init(inputSize: 1, hiddenSize: 1, reset: reset, using: &random)
    (self.updateGate, self.resetGate, self.candidate) = (updateGate, resetGate, candidate)
  }
}

extension AffineMap where Element == Double {
  fileprivate static let zero = AffineMap(
    input: Matrix(rows: [[0]]), recurrent: Matrix(rows: [[0]]), bias: [0])
}
