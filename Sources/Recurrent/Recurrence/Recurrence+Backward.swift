/// The gradients that a way back begins with.
struct StateGradients<Element: Scalar> {
  /// ∂L/∂h of each step of each sequence with the other steps held fixed, if the loss sees them.
  var steps: SequenceBatch<Element>?

  /// ∂L of the states after the last step of each sequence, as rows of all widths of the state.
  var final: Buffer<Element>
}

extension Recurrence {
  /// Puts the gradients of all sums in place of the gates, and returns those of the initial states.
  @specialized(where Element == Float)
  @specialized(where Element == Double)
  func backward(
    through run: inout Unrolled<Element>, of loss: StateGradients<Element>, _ maps: CellMaps<Element>
  ) -> Buffer<Element> {
    var gradient = loss.final
    let early = Buffer.stacked(layout.earlyGates.map { maps.recurrent[$0] }, columns: cell.units)
    let late = Buffer.stacked(layout.lateGates.map { maps.recurrent[$0] }, columns: cell.units)
    let pass = BackwardPass(
      self, run.input, run.gates.writable(), run.states.pointer, gradient.writable(), loss.steps,
      early: early.pointer, late: late.pointer)
    threads.divide(run.input.count, grain: 8) { cell.run(pass, $0) }
    keepAlive(cell, run.input, run.gates, run.states, gradient, early, late)
    loss.steps?.buffer.keepAlive()
    return gradient
  }
}

/// One run backward: the pointers that all its steps share.
struct BackwardPass<Element: Scalar>: RowPass {
  let recurrence: Recurrence<Element>
  let batch: Int
  let steps: Int
  let lengths: [Int]
  let gates: UnsafeMutablePointer<Element>
  let states: UnsafePointer<Element>
  /// ∂L of the state after the step at hand; in the end, of the initial states.
  let gradient: UnsafeMutablePointer<Element>
  let losses: UnsafePointer<Element>?
  let lossStride: Int
  let early: UnsafePointer<Element>
  let late: UnsafePointer<Element>

  init(
    _ recurrence: Recurrence<Element>, _ input: SequenceBatch<Element>,
    _ gates: UnsafeMutablePointer<Element>, _ states: UnsafePointer<Element>,
    _ gradient: UnsafeMutablePointer<Element>, _ losses: SequenceBatch<Element>?,
    early: UnsafePointer<Element>, late: UnsafePointer<Element>
  ) {
    self.recurrence = recurrence
    (batch, steps, lengths) = (input.count, input.steps, input.lengths)
    self.gates = gates
    self.states = states
    self.gradient = gradient
    self.losses = losses?.rows
    lossStride = losses?.stride ?? 0
    self.early = early
    self.late = late
  }

  /// All steps of some of the sequences, the last first.
  @inline(never)
  func run<Kernel: RowKernel>(_ kernel: Kernel, _ rows: Range<Int>) where Kernel.Element == Element {
    let (cell, layout) = (recurrence.cell, recurrence.layout)
    let (width, gateStride, stateStride) = (cell.width, recurrence.gateStride, recurrence.stateStride)
    let early = RightFactor(panels: early, depth: layout.early * width)
    let late = RightFactor(panels: late, depth: layout.late * width)
    let gradient = gradient + rows.lowerBound * stateStride
    var scratch = Buffer<Element>(zeros: rows.count * width)
    let gated = scratch.writable()

    for count in 0..<steps {
      let t = recurrence.isReverse ? count : steps - 1 - count
      let slots = recurrence.slots(t)
      let gates = gates + (t * batch + rows.lowerBound) * gateStride
      let previous = states + (slots.previous * batch + rows.lowerBound) * stateStride
      let next = states + (slots.next * batch + rows.lowerBound) * stateStride
      func row(_ i: Int) -> BackwardRow<Element> {
        BackwardRow(
          gates: gates + i * gateStride, previous: previous + i * stateStride,
          state: next + i * stateStride, gradient: gradient + i * stateStride,
          gated: gated + i * width)
      }
      func isActive(_ i: Int) -> Bool { t < lengths[rows.lowerBound + i] }

      for i in 0..<rows.count where isActive(i) {
        addLoss(t, rows.lowerBound + i, to: gradient + i * stateStride)
        kernel.lateBackward(row(i), 0..<width)
      }
      if layout.late > 0 {
        let sums = gates + layout.early * width
        multiply(
          LeftFactor(rows: sums, stride: gateStride), late, rows: rows.count, columns: width,
          depth: layout.late * width, into: gated, stride: width)
        for i in 0..<rows.count where isActive(i) { kernel.earlyBackward(row(i), 0..<width) }
      }
      if layout.early > 0 {
        let sums = gates + layout.earlyStart * width
        multiply(
          LeftFactor(rows: sums, stride: gateStride), early, rows: rows.count, columns: width,
          depth: layout.early * width, into: gradient, stride: stateStride, adding: true)
      }
    }
    scratch.keepAlive()
  }

  /// What the loss takes from the state of a step, beside what comes from later steps.
  @inline(__always)
  func addLoss(_ t: Int, _ sequence: Int, to gradient: UnsafeMutablePointer<Element>) {
    var rest = 0..<recurrence.stateStride
    if let losses {
      let width = recurrence.cell.width
      let loss = losses + (t * batch + sequence) * lossStride
      forLanes(of: Element.self, in: 0..<width) { i in
        gradient.set(i, (gradient.wide(i) + loss.wide(i)).flushed)
      }
      rest = width..<recurrence.stateStride
    }
    forLanes(of: Element.self, in: rest) { i in gradient.set(i, gradient.wide(i).flushed) }
  }
}
