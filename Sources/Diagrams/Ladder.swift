import Display

/// Where everything in a cell's diagram stands: rungs for its maps, on rails that bring the state and the input.
///
/// This is what the cells have in common; each has its own rungs, and its own way from gates to states.
struct Ladder<Numbers: StepNumbers> {
  typealias Stage = Numbers.Stage

  let numbers: Numbers
  var wiring: Wiring<Stage>
  var columns: LadderColumns
  /// How high the drawing is, once all is drawn.
  var height = 0.0
  /// Half the height of a map, and the radii of a function and of a sign.
  let box = Wiring<Stage>.halfBox
  let disc = Wiring<Stage>.functionRadius
  let sign = Wiring<Stage>.signRadius
  /// How many numbers stand under each other.
  let lines: Double

  init(_ numbers: Numbers, lit: Stage?, on sheet: Sheet) {
    self.numbers = numbers
    columns = LadderColumns(sheet)
    lines = Double(numbers.units.indices.count)
    wiring = Wiring(lit: lit)
  }

  /// Where the first region begins, below the names of what comes in.
  var top: Double { 34 + 15 * lines }
  /// How much the numbers need below the middle of a level wire.
  var below: Double { max(box + 8, 12 + 15 * lines) }
  /// How long an upright wire with a name and numbers is.
  var upright: Double { 15 * (lines + 1) + 10 }

  /// A formula on one line where there is room for it.
  func formula(_ first: String, _ second: String) -> Wiring<Stage>.Node {
    .map(columns.isWide ? ["\(first) \(second)"] : [first, second])
  }

  /// The ground of a stage, to the right edge if nothing else is said.
  mutating func region(_ name: String, of stage: Stage, top: Double, right: Double? = nil, bottom: Double) {
    wiring.region(
      name, of: stage, stage.quantity, left: columns.left, top: top, right: right ?? columns.right,
      bottom: bottom)
  }

  enum Rail { case state, input }

  private func place(_ rail: Rail) -> (x: Double, quantity: Quantity) {
    switch rail {
    case .state: (columns.state, .state)
    case .input: (columns.input, .input)
    }
  }

  /// A wire from a rail to a map, or further.
  mutating func tap(_ rail: Rail, y: Double, to end: Double? = nil, _ stages: [Stage]) {
    let (x, quantity) = place(rail)
    wiring.wire(
      [Point(x: x, y: y), Point(x: end ?? columns.map - columns.halfMap, y: y)], quantity, stages,
      over: rail == .state ? columns.input : nil)
    wiring.joint(x, y, quantity, stages)
  }

  /// The rail of the state before, read by `stages`, as far down as it is needed.
  mutating func stateRail(_ numbers: [Double], to end: Double, _ stages: [Stage]) {
    wiring.text("h₋", x: 0, baseline: 14, name: "symbol", .state, stages)
    for (index, number) in numbers.enumerated() {
      wiring.text(WireNumber.text(number), x: 0, baseline: 29 + 15 * Double(index), nil, stages)
    }
    wiring.rail(
      [Point(x: columns.state, y: 20 + 15 * lines), Point(x: columns.state, y: end)], .state, stages)
  }

  /// The input's rail, with its name beside it and the numbers that there is room for up to `right`.
  mutating func inputRail(_ numbers: [Double], right: Double, to end: Double, _ stages: [Stage]) {
    wiring.text("x", x: columns.input + 8, baseline: 14, name: "symbol", .input, stages)
    let room = right - columns.input - 24
    wiring.text(
      WireNumber.list(numbers, within: room), x: columns.input + 22, baseline: 14, nil, stages)
    wiring.rail([Point(x: columns.input, y: 6), Point(x: columns.input, y: end)], .input, stages)
  }

  /// A map, its sum and the function of it.
  mutating func rung(
    _ map: Wiring<Stage>.Node, _ function: String, _ sum: [Double], y: Double, _ stage: Stage
  ) {
    let quantity = stage.quantity
    wiring.node(map, x: columns.map, y: y, halfWidth: columns.halfMap, quantity, [stage])
    level(
      from: columns.map + columns.halfMap, to: columns.function - disc, "sum", sum, y: y, quantity, [stage])
    wiring.node(.function(function), x: columns.function, y: y, quantity, [stage])
  }

  /// The region of a map of the state and the input, from its top, with `room` above the map; where its middle is
  /// and where it ends.
  ///
  /// Where the function's value goes `down`, and not to the right, its name and numbers have their room too.
  mutating func stage(
    _ name: String, _ map: Wiring<Stage>.Node, _ function: String, _ sum: [Double], top: Double,
    room: Double = 0, right: Double, down: Bool = false, _ stage: Stage
  ) -> (middle: Double, bottom: Double) {
    let y = top + 48 + room
    let bottom = y + (down ? max(below, disc + upright) : below)
    region(name, of: stage, top: top, right: right, bottom: bottom)
    tap(.state, y: y - 10, [stage])
    tap(.input, y: y + 10, [stage])
    rung(map, function, sum, y: y, stage)
    return (y, bottom)
  }

  /// A map of the input, added to what comes down the functions' column; the sum goes on to `end`, to be read by
  /// `readers`.
  mutating func addInput(
    _ part: [Double], _ quantity: Quantity, sum: [Double], y: Double, to end: Double, _ stage: Stage,
    _ readers: [Stage]
  ) {
    let x = columns.function
    tap(.input, y: y, [stage])
    wiring.node(.map(["W x + b"]), x: columns.map, y: y, halfWidth: columns.halfMap, quantity, [stage])
    level(from: columns.map + columns.halfMap, to: x - sign, "", part, y: y, quantity, [stage])
    wiring.node(.sign("+"), x: x, y: y, stage.quantity, [stage])
    wiring.wire([Point(x: x, y: y + sign), Point(x: x, y: end)], stage.quantity, readers)
    wiring.label("sum", sum, besideX: x, y: y + 9, stage.quantity, readers)
  }

  /// What the step makes, on its way out of the last region, which ends below `end`; the drawing ends with it.
  mutating func leave(
    _ name: String, _ numbers: [Double], x: Double, from start: Double, to end: Double, _ stage: Stage
  ) {
    wiring.wire([Point(x: x, y: start), Point(x: x, y: end + 22)], stage.quantity, [stage])
    wiring.label(name, numbers, besideX: x, y: start, stage.quantity, [stage])
    height = end + 26
  }

  mutating func level(
    from start: Double, to end: Double, _ name: String, _ numbers: [Double], y: Double, _ quantity: Quantity,
    _ stages: [Stage]
  ) {
    wiring.wire([Point(x: start, y: y), Point(x: end, y: y)], quantity, stages)
    wiring.label(name, numbers, overX: (start + end) / 2 - 2, y: y, quantity, stages)
  }
}

/// From left to right: the rails of the state and of the input, maps and functions, on a sheet.
struct LadderColumns {
  let state, halfMap, right: Double
  var input, left, map, function: Double
  /// Whether a map's formula has one line.
  let isWide: Bool

  init(_ sheet: Sheet) {
    isWide = sheet.width > 500
    (state, input) = isWide ? (22, 76) : (12, 54)
    left = isWide ? 96 : 64
    (map, halfMap) = isWide ? (190, 70) : (112, 40)
    function = isWide ? 400 : 222
    right = sheet.width - (isWide ? 14 : 1)
  }
}
