extension Recurrence {
  /// The gradients of the weights, from those of the sums; O(T B H (I + H)).
  ///
  /// Each is one product over all steps and sequences, the sums of each element running over the steps in order.
  @_specialize(where Element == Float)
  @_specialize(where Element == Double)
  func weights(_ run: Unrolled<Element>, like maps: CellMaps<Element>) -> CellMaps<Element> {
    let (width, layout) = (cell.width, layout)
    let count = run.input.count * run.input.steps
    let previous = run.states.pointer + (isReverse ? run.input.count * stateStride : 0)
    let states = RightFactor(rows: previous, stride: stateStride)
    var result = maps

    let input = product(
      run.gates.pointer, gates: layout.gates,
      RightFactor(rows: run.input.rows, stride: run.input.stride), columns: cell.inputs, count)
    for gate in 0..<layout.gates { input.copy(gate * width, to: &result.inputs[gate]) }
    if layout.early > 0 {
      let early = product(
        run.gates.pointer + layout.earlyStart * width, gates: layout.early, states, columns: cell.units, count
      )
      for (i, gate) in layout.earlyGates.enumerated() { early.copy(i * width, to: &result.recurrent[gate]) }
    }
    if layout.late > 0 {
      let gated = RightFactor(rows: run.gates.pointer + layout.gates * width, stride: gateStride)
      let late = product(
        run.gates.pointer + layout.early * width, gates: layout.late, gated, columns: cell.units, count)
      for (i, gate) in layout.lateGates.enumerated() { late.copy(i * width, to: &result.recurrent[gate]) }
    }

    let sums = columnSums(run.gates.pointer, count)
    for gate in 0..<layout.gates { result.biases[gate] = sums.vector(gate * width, cell.units) }
    switch cell.form {
    case .gru(.after), .noUpdate(.after):
      result.extras[0] = sums.vector(layout.gates * width, cell.units)
    case .lstm:
      if !result.extras.isEmpty { result.extras = peepholes(run, previous) }
    default: break
    }
    keepAlive(cell, run.input, run.gates, run.states)
    return result
  }

  /// Σ δ vᵀ over all rows: δ the gradients of some gates' sums, v what the weights multiply.
  private func product(
    _ sums: UnsafePointer<Element>, gates: Int, _ values: RightFactor<Element>, columns: Int, _ count: Int
  ) -> WeightRows<Element> {
    let stride = Element.padded(columns)
    var buffer = Buffer<Element>(zeros: gates * cell.width * stride)
    let result = buffer.writable()
    // So many rows of values stay in a cache while all columns of the sums pass by.
    let block = 128
    let gateStride = gateStride
    threads.divide(gates * cell.width, grain: 8) { part in
      var start = 0
      while start < count {
        let left = LeftFactor(
          transposing: sums + start * gateStride + part.lowerBound, stride: gateStride)
        let right = values.advanced(by: start)
        multiply(
          left, right, rows: part.count, columns: stride, depth: min(block, count - start),
          into: result + part.lowerBound * stride, stride: stride, adding: true)
        start += block
      }
    }
    return WeightRows(buffer: buffer, stride: stride, columns: columns, units: cell.units)
  }

  /// The sums over all rows of each number in a row.
  private func columnSums(_ gates: UnsafePointer<Element>, _ count: Int) -> WeightRows<Element> {
    var buffer = Buffer<Element>(zeros: gateStride)
    let sums = buffer.writable()
    for row in 0..<count {
      let gates = gates + row * gateStride
      forLanes(of: Element.self, units: gateStride) { i in sums.set(i, sums.wide(i) + gates.wide(i)) }
    }
    return WeightRows(buffer: buffer, stride: gateStride, columns: gateStride, units: 1)
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
      forLanes(of: Element.self, units: width) { i in
        sums.set(i, sums.wide(i) + gates.wide(i) * before.wide(i))
        sums.set(i + width, sums.wide(i + width) + gates.wide(i + width) * before.wide(i))
        sums.set(i + 2 * width, sums.wide(i + 2 * width) + gates.wide(i + 3 * width) * after.wide(i))
      }
    }
    let rows = WeightRows(buffer: buffer, stride: 3 * width, columns: 3 * width, units: 1)
    return (0..<3).map { rows.vector($0 * width, cell.units) }
  }

  /// The gradients of the inputs: those of the sums, by way of W.
  @_specialize(where Element == Float)
  @_specialize(where Element == Double)
  func inputs(_ run: Unrolled<Element>, _ maps: CellMaps<Element>) -> SequenceBatch<Element> {
    let weights = PackedCell.stacked(maps.inputs, columns: cell.inputs)
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

/// Gradients of weights as rows, padded as the gates are.
struct WeightRows<Element: Scalar> {
  let buffer: Buffer<Element>
  let stride: Int
  let columns: Int
  let units: Int

  /// Copies the rows from `first` on into a matrix.
  func copy(_ first: Int, to matrix: inout Matrix<Element>) {
    let (rows, stride, columns) = (buffer.pointer + first * stride, stride, columns)
    matrix.withMutableElements { elements in
      for u in 0..<units {
        for k in 0..<columns { elements[u * columns + k] = rows[u * stride + k] }
      }
    }
    buffer.keepAlive()
  }

  /// `count` numbers from `first` on.
  func vector(_ first: Int, _ count: Int) -> Vector<Element> {
    defer { buffer.keepAlive() }
    return Vector(UnsafeBufferPointer(start: buffer.pointer + first, count: count))
  }
}
