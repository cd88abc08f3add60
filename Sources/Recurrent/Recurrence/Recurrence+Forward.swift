extension Recurrence {
  /// The gates and states of all steps, from initial states that lie as rows; O(T B H (I + H)).
  @_specialize(where Element == Float)
  @_specialize(where Element == Double)
  func forward(_ input: SequenceBatch<Element>, from initial: Buffer<Element>) -> Unrolled<Element> {
    let rows = input.count * input.steps
    var gates = Buffer<Element>(unset: rows * gateStride)
    var states = Buffer<Element>(unset: (rows + input.count) * stateStride)
    let first =
      states.writable() + slots(isReverse ? input.steps - 1 : 0).previous * input.count * stateStride
    first.update(from: initial.pointer, count: input.count * stateStride)
    let pass = ForwardPass(self, input, gates.writable(), states.writable())
    threads.divide(input.count, grain: 8) { cell.run(pass, $0) }
    keepAlive(cell, input, initial, gates, states)
    return Unrolled(input: input, gates: gates, states: states)
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
  }

  /// All steps of some of the sequences.
  @inline(never)
  func run<Kernel: RowKernel>(_ kernel: Kernel, _ rows: Range<Int>) where Kernel.Element == Element {
    let (cell, layout) = (recurrence.cell, recurrence.layout)
    let (width, gateStride, stateStride) = (cell.width, recurrence.gateStride, recurrence.stateStride)
    let early = RightFactor(panels: cell.early.pointer, depth: cell.units)
    let late = RightFactor(panels: cell.late.pointer, depth: cell.units)
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
        multiply(
          LeftFactor(rows: previous, stride: stateStride), early, rows: rows.count,
          columns: layout.early * width, depth: cell.units, into: products, stride: productStride)
      }
      for i in 0..<rows.count { kernel.early(row(i)) }
      if layout.late > 0 {
        let s = gates + layout.gates * width
        multiply(
          LeftFactor(rows: s, stride: gateStride), late, rows: rows.count, columns: layout.late * width,
          depth: cell.units, into: products, stride: productStride)
        for i in 0..<rows.count { kernel.late(row(i)) }
      }
      if isRagged {
        for i in 0..<rows.count where t >= lengths[rows.lowerBound + i] {
          (gates + i * gateStride).update(repeating: 0, count: gateStride)
          (next + i * stateStride).update(from: previous + i * stateStride, count: stateStride)
        }
      }
    }
    scratch.keepAlive()
  }

  /// W x of some steps from `step` on.
  func project(_ step: Int, _ count: Int, _ rows: Range<Int>) {
    let (cell, layout) = (recurrence.cell, recurrence.layout)
    let first = step * batch + rows.lowerBound
    multiply(
      LeftFactor(rows: input.start + first * inputStride, stride: inputStride),
      RightFactor(panels: cell.input.pointer, depth: cell.inputs),
      rows: (count - 1) * batch + rows.count, columns: layout.gates * cell.width, depth: cell.inputs,
      into: gates + first * recurrence.gateStride, stride: recurrence.gateStride)
  }
}
