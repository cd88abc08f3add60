extension Recurrence {
  /// The gates and states of all steps, from initial states that lie as rows; O(T B H (I + H)).
  @specialized(where Element == Float)
  @specialized(where Element == Double)
  func forward(_ input: SequenceBatch<Element>, from initial: Buffer<Element>) -> Unrolled<Element> {
    let rows = input.count * input.steps
    var gates = Buffer<Element>(unset: rows * gateStride)
    var states = Buffer<Element>(unset: (rows + input.count) * stateStride)
    let first =
      states.writable() + slots(isReverse ? input.steps - 1 : 0).previous * input.count * stateStride
    first.update(from: initial.pointer, count: input.count * stateStride)
    let pass = ForwardPass(self, input, gates.writable(), states.writable())
    if isWorthLockstep(input) {
      let (cell, middle) = (cell, cell.width / 2 / Element.Wide.laneCount * Element.Wide.laneCount)
      Lockstep.run { part, lockstep in
        var share = pass
        if let part {
          share.units = part == 0 ? 0..<middle : middle..<cell.width
          share.lockstep = (lockstep, part)
        }
        cell.run(share, 0..<share.batch)
      }
    } else {
      threads.divide(input.count, grain: 8) { cell.run(pass, $0) }
    }
    keepAlive(cell, input, initial, gates, states)
    return Unrolled(input: input, gates: gates, states: states)
  }

  /// Whether two threads should divide the units, since there are too few sequences to divide.
  func isWorthLockstep(_ input: SequenceBatch<Element>) -> Bool {
    let weights = (layout.early + layout.late) * cell.width * cell.units
    // Fewer steps than this are done before a second thread has come.
    let isLong = input.steps * weights >= 64 * lockstepWeights
    return threads.count > 1 && input.count < 16 && weights >= lockstepWeights && isLong
      && cell.width >= 2 * Element.Wide.laneCount && input.lengths.allSatisfy { $0 == input.steps }
  }

  func keepAlive(_ cell: PackedCell<Element>, _ input: SequenceBatch<Element>, _ buffers: Buffer<Element>...)
  {
    cell.keepAlive()
    input.buffer.keepAlive()
    for buffer in buffers { buffer.keepAlive() }
  }
}

/// One run forward: the pointers that all its steps share.
struct ForwardPass<Element: Scalar>: RowPass {
  let recurrence: Recurrence<Element>
  let batch: Int
  let steps: Int
  let lengths: [Int]
  let input: LeftFactor<Element>
  let inputStride: Int
  let gates: UnsafeMutablePointer<Element>
  let states: UnsafeMutablePointer<Element>

  /// The units that are computed here, and whom to wait for if they are not all.
  var units: Range<Int>
  var lockstep: (Lockstep, part: Int)?

  init(
    _ recurrence: Recurrence<Element>, _ input: SequenceBatch<Element>,
    _ gates: UnsafeMutablePointer<Element>, _ states: UnsafeMutablePointer<Element>
  ) {
    self.recurrence = recurrence
    (batch, steps, lengths) = (input.count, input.steps, input.lengths)
    self.input = LeftFactor(rows: input.rows, stride: input.stride)
    inputStride = input.stride
    self.gates = gates
    self.states = states
    units = 0..<recurrence.cell.width
  }

  /// All steps of some of the sequences.
  @inline(never)
  func run<Kernel: RowKernel>(_ kernel: Kernel, _ rows: Range<Int>) where Kernel.Element == Element {
    let (cell, layout) = (recurrence.cell, recurrence.layout)
    let (width, gateStride, stateStride) = (cell.width, recurrence.gateStride, recurrence.stateStride)
    let productStride = max(layout.early, 1) * width
    var scratch = Buffer<Element>(zeros: rows.count * productStride)
    let products = scratch.writable()
    let isRagged = lengths.contains { $0 < steps }
    // Few rows fill no tile: then the rows of several steps are multiplied by W together.
    let block = rows.count == batch ? max(1, 32 / batch) : 1

    for count in 0..<steps {
      let t = recurrence.isReverse ? steps - 1 - count : count
      if count % block == 0 {
        let ahead = min(block, steps - count)
        project(recurrence.isReverse ? t + 1 - ahead : t, ahead, rows)
      }
      let slots = recurrence.slots(t)
      let gates = gates + (t * batch + rows.lowerBound) * gateStride
      let previous = states + (slots.previous * batch + rows.lowerBound) * stateStride
      let next = states + (slots.next * batch + rows.lowerBound) * stateStride
      func row(_ i: Int) -> ForwardRow<Element> {
        ForwardRow(
          gates: gates + i * gateStride, products: products + i * productStride,
          previous: previous + i * stateStride, state: next + i * stateStride)
      }
      if layout.early > 0 {
        multiplyUnits(
          LeftFactor(rows: previous, stride: stateStride), cell.early, gates: layout.early,
          rows: rows.count, depth: cell.units, into: products, stride: productStride,
          backwards: count % 2 == 1)
      }
      for i in 0..<rows.count { kernel.early(row(i), units) }
      if layout.late > 0 {
        waitForOther()
        let s = gates + layout.gates * width
        multiplyUnits(
          LeftFactor(rows: s, stride: gateStride), cell.late, gates: layout.late, rows: rows.count,
          depth: cell.units, into: products, stride: productStride)
        for i in 0..<rows.count { kernel.late(row(i), units) }
      }
      waitForOther()
      if isRagged {
        for i in 0..<rows.count where t >= lengths[rows.lowerBound + i] {
          (gates + i * gateStride).update(repeating: 0, count: gateStride)
          (next + i * stateStride).update(from: previous + i * stateStride, count: stateStride)
        }
      }
    }
    scratch.keepAlive()
  }

  @inline(__always)
  func waitForOther() {
    if let (lockstep, part) = lockstep { lockstep.wait(part) }
  }

  /// W x of some steps from `step` on.
  func project(_ step: Int, _ count: Int, _ rows: Range<Int>) {
    let cell = recurrence.cell
    let first = step * batch + rows.lowerBound
    multiplyUnits(
      LeftFactor(rows: input.start + first * inputStride, stride: inputStride), cell.input,
      gates: recurrence.layout.gates, rows: (count - 1) * batch + rows.count, depth: cell.inputs,
      into: gates + first * recurrence.gateStride, stride: recurrence.gateStride)
  }

  /// The products with packed weights, for the units that are computed here.
  @inline(__always)
  func multiplyUnits(
    _ left: LeftFactor<Element>, _ packed: Buffer<Element>, gates: Int, rows: Int, depth: Int,
    into target: UnsafeMutablePointer<Element>, stride: Int, backwards: Bool = false
  ) {
    let width = recurrence.cell.width
    func product(_ first: Int, _ columns: Int) {
      multiply(
        left, RightFactor(panels: packed.pointer + first * depth, depth: depth), rows: rows,
        columns: columns, depth: depth, into: target + first, stride: stride, backwards: backwards)
    }
    if units.count == width {
      product(0, gates * width)
    } else {
      for i in 0..<gates {
        product((backwards ? gates - 1 - i : i) * width + units.lowerBound, units.count)
      }
    }
  }
}
