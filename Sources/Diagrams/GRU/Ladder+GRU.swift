import Display

/// Where everything in the diagram of a GRU stands: a rung for each stage between two rails.
///
/// The state before and the input come down on the left, the gates on the right. The rungs are in the order
/// z, r, n, h, so that only the update gate's wire must cross another, that of n.
extension Ladder<GRUNumbers> {
  /// Where kept and written meet, and the rails of both gates.
  private var plusColumn: Double { columns.isWide ? 300 : 166 }
  private var resetRail: Double { columns.isWide ? 500 : 288 }
  private var updateRail: Double { columns.isWide ? 566 : 312 }

  mutating func drawGRU() {
    let update = gate(.updateGate, top: top)
    let reset = gate(.resetGate, top: update.bottom + 10)
    let candidate =
      switch numbers.placement {
      case .before: candidateBefore(top: reset.bottom + 10, reset: reset.middle)
      case .after: candidateAfter(top: reset.bottom + 10, reset: reset.middle)
      }
    let kept = state(top: candidate.bottom + 10, update: update.middle, candidate: candidate.end)
    stateRail(numbers.previous, to: kept, GRUStage.allCases)
    inputRail(
      numbers.input, right: columns.right, to: candidate.input, [.updateGate, .resetGate, .candidate])
  }

  /// A gate's rung; its middle and where it ends.
  private mutating func gate(_ stage: GRUStage, top: Double) -> (middle: Double, bottom: Double) {
    let isUpdate = stage == .updateGate
    let (sum, value) =
      isUpdate ? (numbers.updateSum, numbers.update) : (numbers.resetSum, numbers.reset)
    let rung = self.stage(
      isUpdate ? "Update gate z" : "Reset gate r", formula("W x + U h₋", "+ b"), "σ", sum, top: top,
      right: columns.function + 26, stage)
    wiring.label(
      stage.quantity.symbol, value, overX: (columns.function + 22 + resetRail) / 2, y: rung.middle,
      stage.quantity, isUpdate ? [.updateGate, .state] : [.resetGate, .candidate])
    return rung
  }

  private mutating func candidateBefore(
    top: Double, reset: Double
  ) -> (input: Double, end: Double, bottom: Double) {
    let (first, stage) = (top + 38, GRUStage.candidate)
    let y = first + sign + upright + box
    let bottom = y + max(below, disc + upright)
    region("Candidate n", of: stage, top: top, bottom: bottom)
    tap(.state, y: first, to: columns.map - sign, [stage])
    resetWire(from: reset, to: first, x: columns.map + sign)
    wiring.node(.sign("⊙"), x: columns.map, y: first, .state, [stage])
    wiring.wire(
      [Point(x: columns.map, y: first + sign), Point(x: columns.map, y: y - box)], .state, [stage])
    wiring.label("r ⊙ h₋", numbers.read, besideX: columns.map, y: first + 9, .state, [stage])
    tap(.input, y: y, [stage])
    rung(formula("W x + U (·)", "+ b"), "tanh", numbers.candidateSum, y: y, stage)
    return (y, y, bottom)
  }

  private mutating func candidateAfter(
    top: Double, reset: Double
  ) -> (input: Double, end: Double, bottom: Double) {
    let (first, stage) = (top + 48, GRUStage.candidate)
    let second = first + max(below + 24, sign + upright + sign)
    let y = second + sign + upright + disc
    let bottom = y + disc + upright
    region("Candidate n", of: stage, top: top, bottom: bottom)
    tap(.state, y: first, [stage])
    wiring.node(
      formula("U h₋", "+ b_hn"), x: columns.map, y: first, halfWidth: columns.halfMap, .candidate,
      [stage])
    level(
      from: columns.map + columns.halfMap, to: columns.function - sign, "", numbers.product, y: first,
      .candidate, [stage])
    resetWire(from: reset, to: first, x: columns.function + sign)
    wiring.node(.sign("⊙"), x: columns.function, y: first, .candidate, [stage])
    wiring.wire(
      [Point(x: columns.function, y: first + sign), Point(x: columns.function, y: second - sign)], .candidate,
      [stage])
    wiring.label(
      "r ⊙ (·)", numbers.gatedProduct, besideX: columns.function, y: first + 9, .candidate, [stage])
    addInput(
      numbers.fromInput, .candidate, sum: numbers.candidateSum, y: second, to: y - disc, stage, [stage])
    wiring.node(.function("tanh"), x: columns.function, y: y, .candidate, [stage])
    return (second, y, bottom)
  }

  /// The new state, below all; where the state before is needed last.
  private mutating func state(top: Double, update: Double, candidate: Double) -> Double {
    let stage = GRUStage.state
    let first = top + 40
    let second = first + 15 * lines + 30
    let meeting = second + sign + upright + 6
    let end = meeting + sign + upright
    region("New state h", of: stage, top: top, bottom: end + 8)
    let down = columns.function
    wiring.wire(
      [Point(x: down, y: candidate + disc), Point(x: down, y: second - sign)], .candidate,
      [.candidate, stage])
    wiring.label("n", numbers.candidate, besideX: down, y: candidate + disc, .candidate, [.candidate, stage])

    tap(.state, y: first, to: columns.map - sign, [stage])
    wiring.wire(
      [
        Point(x: down + disc, y: update), Point(x: updateRail, y: update), Point(x: updateRail, y: second),
        Point(x: resetRail + sign, y: second),
      ], .updateGate, [.updateGate, stage])
    wiring.wire(
      [Point(x: updateRail, y: first), Point(x: columns.map + sign, y: first)], .updateGate,
      [.updateGate, stage],
      over: down)
    wiring.joint(updateRail, first, .updateGate, [.updateGate, stage])
    wiring.node(.sign("⊙"), x: columns.map, y: first, .state, [stage])
    wiring.node(.sign("1−"), x: resetRail, y: second, .updateGate, [stage])
    wiring.wire(
      [Point(x: resetRail - sign, y: second), Point(x: down + sign, y: second)], .updateGate, [stage])
    for (index, number) in numbers.complement.enumerated() {
      let baseline = second - 15 - 15 * (lines - 1 - Double(index))
      wiring.text(
        WireNumber.text(number), x: resetRail, baseline: baseline, anchor: .middle, nil, [stage])
    }
    wiring.node(.sign("⊙"), x: down, y: second, .state, [stage])

    for (x, side) in [(columns.map, -sign), (down, sign)] {
      let from = x == down ? second : first
      wiring.wire(
        [Point(x: x, y: from + sign), Point(x: x, y: meeting), Point(x: plusColumn + side, y: meeting)],
        .state,
        [stage])
    }
    wiring.label("z ⊙ h₋", numbers.kept, besideX: columns.map, y: first + 12, .state, [stage])
    wiring.label("(1−z) ⊙ n", numbers.written, besideX: down, y: second + 9, .state, [stage])
    wiring.node(.sign("+"), x: plusColumn, y: meeting, .state, [stage])
    leave("h", numbers.state, x: plusColumn, from: meeting + sign, to: end, stage)
    return first
  }

  private mutating func resetWire(from start: Double, to end: Double, x: Double) {
    wiring.wire(
      [
        Point(x: columns.function + disc, y: start), Point(x: resetRail, y: start),
        Point(x: resetRail, y: end), Point(x: x, y: end),
      ], .resetGate, [.resetGate, .candidate])
  }
}
