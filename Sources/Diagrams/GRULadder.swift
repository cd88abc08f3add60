import Display

/// Where everything in the diagram of a GRU stands: a rung for each stage between two rails.
///
/// The state before and the input come down on the left, the gates on the right. The rungs are in the order
/// z, r, n, h, so that only the update gate's wire must cross another, that of n.
struct GRULadder {
  private(set) var wiring: Wiring<CellDiagram.Stage>
  private(set) var height = 0.0

  private let numbers: StepNumbers
  private let columns: Columns
  /// Half the height of a map, and the radii of a function and of a sign.
  private let box = Wiring<CellDiagram.Stage>.halfBox
  private let disc = Wiring<CellDiagram.Stage>.functionRadius
  private let sign = Wiring<CellDiagram.Stage>.signRadius
  /// How many numbers stand under each other.
  private let lines: Double

  /// From left to right: the rails of the state and of the input, maps, functions, and the rails of both gates.
  private struct Columns {
    let state, input, left, map, halfMap, plus, function, reset, update, right: Double
    /// Whether a map's formula has one line.
    let isWide: Bool

    init(_ sheet: Sheet) {
      isWide = sheet.width > 500
      (state, input) = isWide ? (22, 76) : (12, 54)
      left = isWide ? 96 : 64
      (map, halfMap) = isWide ? (190, 70) : (112, 40)
      (plus, function) = isWide ? (300, 400) : (166, 222)
      (reset, update) = isWide ? (500, 566) : (288, 312)
      right = sheet.width - (isWide ? 14 : 1)
    }
  }

  init(_ numbers: StepNumbers, lit: CellDiagram.Stage?, on sheet: Sheet) {
    self.numbers = numbers
    columns = Columns(sheet)
    lines = Double(numbers.units.count)
    wiring = Wiring(lit: lit)
    let top = 34 + 15 * lines
    let update = gate(.updateGate, top: top)
    let reset = gate(.resetGate, top: update.bottom + 10)
    let candidate =
      switch numbers.placement {
      case .before: candidateBefore(top: reset.bottom + 10, reset: reset.middle)
      case .after: candidateAfter(top: reset.bottom + 10, reset: reset.middle)
      }
    let kept = state(top: candidate.bottom + 10, update: update.middle, candidate: candidate.end)
    rails(top: top, lastInput: candidate.input, lastState: kept)
  }

  private typealias Stages = [CellDiagram.Stage]

  /// How much the numbers need below the middle of a level wire.
  private var below: Double { max(box + 8, 12 + 15 * lines) }
  /// How long an upright wire with a name and numbers is.
  private var upright: Double { 15 * (lines + 1) + 10 }

  /// A gate's rung; its middle and where it ends.
  private mutating func gate(_ stage: CellDiagram.Stage, top: Double) -> (middle: Double, bottom: Double) {
    let y = top + 48
    let isUpdate = stage == .updateGate
    let (sum, value) =
      isUpdate ? (numbers.updateSum, numbers.update) : (numbers.resetSum, numbers.reset)
    wiring.region(
      isUpdate ? "Update gate z" : "Reset gate r", of: stage, stage.quantity, left: columns.left, top: top,
      right: columns.function + 26, bottom: y + below)
    tap(.state, y: y - 10, [stage])
    tap(.input, y: y + 10, [stage])
    rung(.map(formula("W x + U h₋", "+ b")), "σ", sum, y: y, stage)
    let users: Stages = isUpdate ? [.updateGate, .state] : [.resetGate, .candidate]
    wiring.label(
      stage.quantity.symbol, value, overX: (columns.function + 22 + columns.reset) / 2, y: y, stage.quantity,
      users)
    return (y, y + below)
  }

  private mutating func candidateBefore(
    top: Double, reset: Double
  ) -> (input: Double, end: Double, bottom: Double) {
    let (first, stage) = (top + 38, CellDiagram.Stage.candidate)
    let y = first + sign + upright + box
    let bottom = y + max(below, disc + upright)
    candidateRegion(top: top, bottom: bottom)
    tap(.state, y: first, to: columns.map - sign, [stage])
    resetWire(from: reset, to: first, x: columns.map + sign)
    wiring.node(.sign("⊙"), x: columns.map, y: first, .state, [stage])
    wiring.wire(
      [Point(x: columns.map, y: first + sign), Point(x: columns.map, y: y - box)], .state, [stage])
    wiring.label("r ⊙ h₋", numbers.read, besideX: columns.map, y: first + 9, .state, [stage])
    tap(.input, y: y, [stage])
    rung(.map(formula("W x + U (·)", "+ b")), "tanh", numbers.candidateSum, y: y, stage)
    return (y, y, bottom)
  }

  private mutating func candidateAfter(
    top: Double, reset: Double
  ) -> (input: Double, end: Double, bottom: Double) {
    let (first, stage) = (top + 48, CellDiagram.Stage.candidate)
    let second = first + max(below + 24, sign + upright + sign)
    let y = second + sign + upright + disc
    let bottom = y + disc + upright
    candidateRegion(top: top, bottom: bottom)
    tap(.state, y: first, [stage])
    wiring.node(
      .map(formula("U h₋", "+ b_hn")), x: columns.map, y: first, halfWidth: columns.halfMap, .candidate,
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
    tap(.input, y: second, [stage])
    wiring.node(.map(["W x + b"]), x: columns.map, y: second, halfWidth: columns.halfMap, .candidate, [stage])
    level(
      from: columns.map + columns.halfMap, to: columns.function - sign, "", numbers.fromInput, y: second,
      .candidate, [stage])
    wiring.node(.sign("+"), x: columns.function, y: second, .candidate, [stage])
    wiring.wire(
      [Point(x: columns.function, y: second + sign), Point(x: columns.function, y: y - disc)], .candidate,
      [stage]
    )
    wiring.label("sum", numbers.candidateSum, besideX: columns.function, y: second + 9, .candidate, [stage])
    wiring.node(.function("tanh"), x: columns.function, y: y, .candidate, [stage])
    return (second, y, bottom)
  }

  private mutating func candidateRegion(top: Double, bottom: Double) {
    wiring.region(
      "Candidate n", of: .candidate, .candidate, left: columns.left, top: top, right: columns.right,
      bottom: bottom)
  }

  /// The new state, below all; where the state before is needed last.
  private mutating func state(top: Double, update: Double, candidate: Double) -> Double {
    let stage = CellDiagram.Stage.state
    let first = top + 40
    let second = first + 15 * lines + 30
    let plus = second + sign + upright + 6
    let end = plus + sign + upright
    wiring.region(
      "New state h", of: stage, .state, left: columns.left, top: top, right: columns.right, bottom: end + 8)
    let down = columns.function
    wiring.wire(
      [Point(x: down, y: candidate + disc), Point(x: down, y: second - sign)], .candidate,
      [.candidate, stage])
    wiring.label("n", numbers.candidate, besideX: down, y: candidate + disc, .candidate, [.candidate, stage])

    tap(.state, y: first, to: columns.map - sign, [stage])
    let rail = columns.update
    wiring.wire(
      [
        Point(x: down + disc, y: update), Point(x: rail, y: update), Point(x: rail, y: second),
        Point(x: columns.reset + sign, y: second),
      ], .updateGate, [.updateGate, stage])
    wiring.wire(
      [Point(x: rail, y: first), Point(x: columns.map + sign, y: first)], .updateGate, [.updateGate, stage],
      over: down)
    wiring.joint(rail, first, .updateGate, [.updateGate, stage])
    wiring.node(.sign("⊙"), x: columns.map, y: first, .state, [stage])
    wiring.node(.sign("1−"), x: columns.reset, y: second, .updateGate, [stage])
    wiring.wire(
      [Point(x: columns.reset - sign, y: second), Point(x: down + sign, y: second)], .updateGate, [stage])
    for (index, number) in numbers.complement.enumerated() {
      let baseline = second - 15 - 15 * (lines - 1 - Double(index))
      wiring.text(
        WireNumber.text(number), x: columns.reset, baseline: baseline, anchor: .middle, nil, [stage])
    }
    wiring.node(.sign("⊙"), x: down, y: second, .state, [stage])

    for (x, side) in [(columns.map, -sign), (down, sign)] {
      let from = x == down ? second : first
      wiring.wire(
        [Point(x: x, y: from + sign), Point(x: x, y: plus), Point(x: columns.plus + side, y: plus)], .state,
        [stage])
    }
    wiring.label("z ⊙ h₋", numbers.kept, besideX: columns.map, y: first + 12, .state, [stage])
    wiring.label("(1−z) ⊙ n", numbers.written, besideX: down, y: second + 9, .state, [stage])
    wiring.node(.sign("+"), x: columns.plus, y: plus, .state, [stage])
    wiring.wire(
      [Point(x: columns.plus, y: plus + sign), Point(x: columns.plus, y: end + 22)], .state, [stage])
    wiring.label("h", numbers.state, besideX: columns.plus, y: plus + sign, .state, [stage])
    height = end + 26
    return first
  }

  private enum Rail { case state, input }

  private func place(_ rail: Rail) -> (x: Double, quantity: Quantity) {
    switch rail {
    case .state: (columns.state, .state)
    case .input: (columns.input, .input)
    }
  }

  /// A wire from a rail to a map, or further.
  private mutating func tap(_ rail: Rail, y: Double, to end: Double? = nil, _ stages: Stages) {
    let (x, quantity) = place(rail)
    wiring.wire(
      [Point(x: x, y: y), Point(x: end ?? columns.map - columns.halfMap, y: y)], quantity, stages,
      over: rail == .state ? columns.input : nil)
    wiring.joint(x, y, quantity, stages)
  }

  private mutating func rails(top: Double, lastInput: Double, lastState: Double) {
    let all = CellDiagram.Stage.allCases
    let readers: Stages = [.updateGate, .resetGate, .candidate]
    // The label of the input stands beside its rail, that of the state above.
    wiring.text("h₋", x: 0, baseline: 14, name: "symbol", .state, all)
    for (index, number) in numbers.previous.enumerated() {
      wiring.text(WireNumber.text(number), x: 0, baseline: 29 + 15 * Double(index), nil, all)
    }
    wiring.rail(
      [Point(x: columns.state, y: 20 + 15 * lines), Point(x: columns.state, y: lastState)], .state, all)
    wiring.text("x", x: columns.input + 8, baseline: 14, name: "symbol", .input, readers)
    wiring.text(inputs, x: columns.input + 22, baseline: 14, nil, readers)
    wiring.rail([Point(x: columns.input, y: 6), Point(x: columns.input, y: lastInput)], .input, readers)
  }

  /// The input's numbers, as many as there is room for.
  private var inputs: String {
    let room = columns.right - columns.input - 24
    let texts = numbers.input.map(WireNumber.text)
    var list = texts.first ?? ""
    for (index, text) in texts.enumerated().dropFirst() {
      let rest = index == texts.count - 1 ? "" : ", …"
      guard SVG.textWidth("\(list), \(text)\(rest)") <= room else { return list + ", …" }
      list += ", \(text)"
    }
    return list
  }

  /// A map, its sum and the function of it.
  private mutating func rung(
    _ map: Wiring<CellDiagram.Stage>.Node, _ function: String, _ sum: [Double], y: Double,
    _ stage: CellDiagram.Stage
  ) {
    let quantity = stage.quantity
    wiring.node(map, x: columns.map, y: y, halfWidth: columns.halfMap, quantity, [stage])
    level(
      from: columns.map + columns.halfMap, to: columns.function - disc, "sum", sum, y: y, quantity, [stage])
    wiring.node(.function(function), x: columns.function, y: y, quantity, [stage])
  }

  private mutating func level(
    from start: Double, to end: Double, _ name: String, _ numbers: [Double], y: Double, _ quantity: Quantity,
    _ stages: Stages
  ) {
    wiring.wire([Point(x: start, y: y), Point(x: end, y: y)], quantity, stages)
    wiring.label(name, numbers, overX: (start + end) / 2 - 2, y: y, quantity, stages)
  }

  private mutating func resetWire(from start: Double, to end: Double, x: Double) {
    wiring.wire(
      [
        Point(x: columns.function + disc, y: start), Point(x: columns.reset, y: start),
        Point(x: columns.reset, y: end), Point(x: x, y: end),
      ], .resetGate, [.resetGate, .candidate])
  }

  private func formula(_ first: String, _ second: String) -> [String] {
    columns.isWide ? ["\(first) \(second)"] : [first, second]
  }
}
