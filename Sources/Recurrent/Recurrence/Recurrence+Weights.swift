extension Recurrence {
  /// The gradients of the weights, from those of the sums; O(T B H (I + H)).
  ///
  /// Each is one product over all steps and sequences, the sums of each element running over the steps in order.
  @specialized(where Element == Float)
  @specialized(where Element == Double)
  func weights(_ run: Unrolled<Element>, like maps: CellMaps<Element>) -> CellMaps<Element> {
    let (width, layout) = (cell.width, layout)
    let count = run.input.count * run.input.steps
    let previous = run.states.pointer + (isReverse ? run.input.count * stateStride : 0)
    let states = RightFactor(rows: previous, stride: stateStride)
    var result = maps

    let input = sums(
      run, gates: 0, layout.gates, RightFactor(rows: run.input.rows, stride: run.input.stride),
      width: cell.inputs)
    for gate in 0..<layout.gates { input.copy(gate * width, to: &result.inputs[gate]) }
    if layout.early > 0 {
      let early = sums(run, gates: layout.earlyStart, layout.early, states, width: cell.units)
      for (i, gate) in layout.earlyGates.enumerated() { early.copy(i * width, to: &result.recurrent[gate]) }
    }
    if layout.late > 0 {
      let gated = RightFactor(rows: run.gates.pointer + layout.gates * width, stride: gateStride)
      let late = sums(run, gates: layout.early, layout.late, gated, width: cell.units)
      for (i, gate) in layout.lateGates.enumerated() { late.copy(i * width, to: &result.recurrent[gate]) }
    }

    let biases = WeightRows(summing: run.gates.pointer, stride: gateStride, count)
    for gate in 0..<layout.gates { result.biases[gate] = biases.vector(gate * width, cell.units) }
    switch cell.form {
    case .gru(.after), .noUpdate(.after):
      result.extras[0] = biases.vector(layout.gates * width, cell.units)
    case .lstm:
      if !result.extras.isEmpty { result.extras = peepholes(run, previous) }
    default: break
    }
    keepAlive(cell, run.input, run.gates, run.states)
    return result
  }

  /// Σ δ vᵀ over all rows: δ the gradients of some gates' sums, v what their weights multiply.
  private func sums(
    _ run: Unrolled<Element>, gates first: Int, _ count: Int, _ values: RightFactor<Element>, width: Int
  ) -> WeightRows<Element> {
    WeightRows(
      summing: run.gates.pointer + first * cell.width, stride: gateStride, columns: count * cell.width,
      values, width: width, run.input.count * run.input.steps, threads)
  }

  /// The gradients of p_i, p_f and p_o: what each gate's sum takes from the cell state it sees.
  private func peepholes(_ run: Unrolled<Element>, _ previous: UnsafePointer<Element>) -> [Vector<Element>] {
    let (width, count) = (cell.width, run.input.count * run.input.steps)
    let next = run.states.pointer + (isReverse ? 0 : run.input.count * stateStride)
    var buffer = Buffer<Element>(zeros: 3 * width)
    let sums = buffer.writable()
    for row in 0..<count {
      let gates = run.gates.pointer + row * gateStride
      let before = previous + (row * stateStride + width)
      let after = next + (row * stateStride + width)
      forLanes(of: Element.self, in: 0..<width) { i in
        sums.set(i, sums.wide(i) + gates.wide(i) * before.wide(i))
        sums.set(i + width, sums.wide(i + width) + gates.wide(i + width) * before.wide(i))
        sums.set(i + 2 * width, sums.wide(i + 2 * width) + gates.wide(i + 3 * width) * after.wide(i))
      }
    }
    let rows = WeightRows(buffer: buffer, stride: 3 * width, columns: 3 * width)
    return (0..<3).map { rows.vector($0 * width, cell.units) }
  }

  /// The gradients of the inputs: those of the sums, by way of W.
  @specialized(where Element == Float)
  @specialized(where Element == Double)
  func inputs(_ run: Unrolled<Element>, _ maps: CellMaps<Element>) -> SequenceBatch<Element> {
    let weights = Buffer.stacked(maps.inputs, columns: cell.inputs)
    let rows = run.input.count * run.input.steps
    let stride = Element.padded(cell.inputs)
    var buffer = Buffer<Element>(unset: rows * stride)
    let result = buffer.writable()
    let depth = layout.gates * cell.width
    let gates = run.gates.pointer
    let gateStride = gateStride
    threads.divide(rows, grain: 32) { part in
      multiply(
        LeftFactor(rows: gates + part.lowerBound * gateStride, stride: gateStride),
        RightFactor(panels: weights.pointer, depth: depth), rows: part.count, columns: stride,
        depth: depth, into: result + part.lowerBound * stride, stride: stride)
    }
    keepAlive(cell, run.input, run.gates, weights)
    return SequenceBatch(buffer, stride: stride, features: cell.inputs, lengths: run.input.lengths)
  }
}
