import Display

/// Where everything in the diagram of an LSTM stands: a rung for each map on the left, and the cell state as a
/// straight wire on the right.
///
/// The rungs are in the order f, i, g, o, with the cell state before o. In it each gate's wire ends within those
/// that came before, so that no wire must cross another but a rail.
extension Ladder<LSTMNumbers> {
  /// The rails of the input and of the forget gate, where the tanh of the cell state stands, and the cell state.
  private var inputGateRail: Double { columns.isWide ? 480 : 266 }
  private var forgetRail: Double { columns.isWide ? 522 : 284 }
  private var tanhColumn: Double { columns.isWide ? 490 : 271 }
  private var cellLine: Double { columns.isWide ? 566 : 306 }
  /// Where a region ends that has nothing to the right of its function.
  private var besideFunction: Double { columns.function + (columns.isWide ? 26 : 20) }
  /// Where a region ends that has numbers to the right of its function.
  private var besideNumbers: Double { inputGateRail - 6 }

  mutating func drawLSTM() {
    // A phone has room for another rail on the right only if all else stands further left.
    if !columns.isWide {
      (columns.input, columns.left, columns.map, columns.function) = (46, 55, 103, 210)
    }
    let forget = gate("Forget gate f", numbers.forgetSum, top: top, .forgetGate)
    let input = gate("Input gate i", numbers.inputSum, top: forget.bottom + 10, .inputGate)
    for (symbol, value, y, stage) in [
      ("f", numbers.forget, forget.middle, LSTMStage.forgetGate),
      ("i", numbers.inputGate, input.middle, .inputGate),
    ] {
      wiring.label(
        symbol, value, overX: (besideFunction + inputGateRail) / 2, y: y, stage.quantity,
        [stage, .cell])
    }
    let candidate = stage(
      "Candidate g", formula("W x + U h₋", "+ b"), "tanh", numbers.candidateSum, top: input.bottom + 10,
      right: besideNumbers, down: true, .candidate)
    let cell = cell(
      top: candidate.bottom + 10, forget: forget.middle, input: input.middle,
      candidate: candidate.middle + disc)
    let output = gate("Output gate o", numbers.outputSum, top: cell.bottom + 10, down: true, .outputGate)
    hiddenState(top: output.bottom + 10, output: output.middle + disc, cell: cell.end)
    let readers: [LSTMStage] = [.forgetGate, .inputGate, .candidate, .outputGate]
    stateRail(numbers.previous, to: output.middle - 10, readers)
    // The old cell state's name and numbers need the room beside its wire.
    inputRail(numbers.input, right: cellLine - 52, to: output.middle + 10, readers)
  }

  /// A gate, with its peephole if it has one.
  private mutating func gate(
    _ name: String, _ sum: [Double], top: Double, down: Bool = false, _ stage: LSTMStage
  ) -> (middle: Double, bottom: Double) {
    let right = down ? besideNumbers : besideFunction
    guard numbers.hasPeepholes else {
      return self.stage(
        name, formula("W x + U h₋", "+ b"), "σ", sum, top: top, right: right, down: down, stage)
    }
    let seen = stage == .outputGate ? "c" : "c₋"
    let map = Wiring<LSTMStage>.Node.map(["W x + U h₋", "+ p⊙\(seen) + b"])
    let rung = self.stage(name, map, "σ", sum, top: top, room: 18, right: right, down: down, stage)
    let x = columns.map + columns.halfMap - 14
    wiring.wire(
      [Point(x: x, y: rung.middle - box - 16), Point(x: x, y: rung.middle - box)], .state, [stage])
    wiring.text(seen, x: x + 7, baseline: rung.middle - box - 6, name: "symbol", .state, [stage])
    return rung
  }

  /// The new cell state, from the wires of both gates and of the candidate; where it leaves the sum.
  private mutating func cell(
    top: Double, forget: Double, input: Double, candidate: Double
  ) -> (end: Double, bottom: Double) {
    let stage = LSTMStage.cell
    let first = top + 36
    let second = first + sign + upright + 6
    let bottom = second + sign + upright
    let (down, line) = (columns.function, cellLine)
    region("Cell state c", of: stage, top: top, bottom: bottom)

    wiring.text("c₋", x: line - 8, baseline: 14, anchor: .end, name: "symbol", .state, [stage])
    for (index, number) in numbers.previousCell.enumerated() {
      wiring.text(
        WireNumber.text(number), x: line - 8, baseline: 29 + 15 * Double(index), anchor: .end, nil, [stage])
    }
    wiring.wire([Point(x: line, y: 6), Point(x: line, y: first - sign)], .state, [stage])
    gateWire(from: forget, rail: forgetRail, to: first, x: line - sign, .forgetGate)
    gateWire(from: input, rail: inputGateRail, to: first, x: down + sign, .inputGate)
    wiring.wire(
      [Point(x: down, y: candidate), Point(x: down, y: first - sign)], .candidate, [.candidate, stage])
    wiring.label("g", numbers.candidate, besideX: down, y: candidate, .candidate, [.candidate, stage])

    wiring.node(.sign("⊙"), x: down, y: first, .state, [stage])
    wiring.node(.sign("⊙"), x: line, y: first, .state, [stage])
    wiring.wire(
      [Point(x: down, y: first + sign), Point(x: down, y: second), Point(x: line - sign, y: second)], .state,
      [stage])
    wiring.label("i ⊙ g", numbers.written, besideX: down, y: first + 9, isLeft: true, .state, [stage])
    wiring.wire([Point(x: line, y: first + sign), Point(x: line, y: second - sign)], .state, [stage])
    wiring.label("f ⊙ c₋", numbers.kept, besideX: line, y: first + 9, isLeft: true, .state, [stage])
    wiring.node(.sign("+"), x: line, y: second, .state, [stage])
    wiring.label("c", numbers.cell, besideX: line, y: second + 9, isLeft: true, .state, [stage, .state])
    return (second + sign, bottom)
  }

  private mutating func gateWire(
    from start: Double, rail: Double, to end: Double, x: Double, _ stage: LSTMStage
  ) {
    wiring.wire(
      [
        Point(x: columns.function + disc, y: start), Point(x: rail, y: start), Point(x: rail, y: end),
        Point(x: x, y: end),
      ], stage.quantity, [stage, .cell])
  }

  /// What is shown of the cell state, which goes on to the next step.
  private mutating func hiddenState(top: Double, output: Double, cell: Double) {
    let stage = LSTMStage.state
    let first = top + 14 + disc
    let second = first + disc + upright + 6
    let end = second + sign + upright
    let (down, line) = (columns.function, cellLine)
    region("Hidden state h", of: stage, top: top, bottom: end + 8)
    wiring.wire([Point(x: line, y: cell), Point(x: line, y: end + 22)], .state, [.cell, stage])
    wiring.wire([Point(x: line, y: first), Point(x: tanhColumn + disc, y: first)], .state, [stage])
    wiring.joint(line, first, .state, [stage])
    wiring.node(.function("tanh"), x: tanhColumn, y: first, .state, [stage])
    wiring.wire(
      [
        Point(x: tanhColumn, y: first + disc), Point(x: tanhColumn, y: second),
        Point(x: down + sign, y: second),
      ], .state, [stage])
    wiring.label(
      "tanh c", numbers.squashed, besideX: tanhColumn, y: first + disc, isLeft: true, .state, [stage])
    wiring.wire(
      [Point(x: down, y: output), Point(x: down, y: second - sign)], .resetGate, [.outputGate, stage])
    wiring.label("o", numbers.output, besideX: down, y: output, .resetGate, [.outputGate, stage])
    wiring.node(.sign("⊙"), x: down, y: second, .state, [stage])
    leave("h", numbers.state, x: down, from: second + sign, to: end, stage)
  }
}
