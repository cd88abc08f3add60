extension AttentionHeads {
  /// ∂L by queries, keys and values, given ∂L by m; O(T² d) for each sequence.
  ///
  /// The lines are those of `SelfAttention+Backward.swift`, in their order, a panel of queries at once. A slope of a
  /// score that vanishes becomes 0, as in ``RecurrentLayer``.
  func backward(
    _ gradient: SequenceBatch<Element>, _ queries: SequenceBatch<Element>,
    _ keys: SequenceBatch<Element>, _ values: SequenceBatch<Element>, weights: Buffer<Element>,
    threads: Threads
  ) -> (queries: SequenceBatch<Element>, keys: SequenceBatch<Element>, values: SequenceBatch<Element>) {
    let starts = starts
    let empty = SequenceBatch<Element>(zeros: heads * width, lengths: lengths)
    var (dq, dk, dv) = (empty, empty, empty)
    let targets = (dq.buffer.writable(), dk.buffer.writable(), dv.buffer.writable())
    let rowStride = empty.stride * lengths.count
    threads.divide(lengths.count, grain: 1) { part in
      let longest = lengths[part].max() ?? 0
      let block = longest * stride
      var scratch = Buffer<Element>(zeros: 7 * block + (longest + width) * Self.lanes)
      let rows = HeadRows(scratch.writable(), block: block, longest: longest, lanes: Self.lanes)
      for b in part {
        for head in 0..<heads {
          queries.copyHead(head, of: b, width: width, to: rows.q, stride: stride)
          keys.copyHead(head, of: b, width: width, to: rows.k, stride: stride)
          values.copyHead(head, of: b, width: width, to: rows.v, stride: stride)
          gradient.copyHead(head, of: b, width: width, to: rows.dm, stride: stride)
          let length = lengths[b]
          backward(rows, weights.pointer + (starts[b] + head * weightCount(length)), length)
          let place = b * empty.stride + head * width
          for (target, source) in [(targets.0, rows.dq), (targets.1, rows.dk), (targets.2, rows.dv)] {
            (target + place).setRows(
              source, stride: rowStride, from: stride, count: length, width: width)
          }
        }
      }
      scratch.keepAlive()
    }
    for batch in [gradient, queries, keys, values, dq, dk, dv] { batch.buffer.keepAlive() }
    weights.keepAlive()
    return (dq, dk, dv)
  }

  /// One head of one sequence.
  @inline(__always)
  func backward(_ rows: HeadRows<Element>, _ panels: UnsafePointer<Element>, _ length: Int) {
    rows.dk.update(repeating: 0, count: length * stride)
    rows.dv.update(repeating: 0, count: length * stride)
    forPanels(of: Element.self, in: 0..<length) { first, count in
      let weights = panels + panel(first)
      let (q, dm, dq) = (rows.q + first * stride, rows.dm + first * stride, rows.dq + first * stride)
      rows.slopes.setLanes(rows: dm, stride: stride, count: count, width: width)
      multiply(
        LeftFactor(rows: rows.v, stride: stride), RightFactor(panels: rows.slopes, depth: width),
        rows: first + count, columns: Self.lanes, depth: width, into: rows.ds, stride: Self.lanes)
      softmaxBackward(weights, rows.ds, rows: first + count)
      multiply(
        LeftFactor(transposing: rows.ds, stride: Self.lanes), RightFactor(rows: rows.k, stride: stride),
        rows: count, columns: stride, depth: first + count, into: dq, stride: stride)
      multiply(
        LeftFactor(rows: rows.ds, stride: Self.lanes), RightFactor(rows: q, stride: stride),
        rows: first + count, columns: stride, depth: count, into: rows.dk, stride: stride, adding: true)
      multiply(
        LeftFactor(rows: weights, stride: Self.lanes), RightFactor(rows: dm, stride: stride),
        rows: first + count, columns: stride, depth: count, into: rows.dv, stride: stride, adding: true)
    }
  }

  /// Puts δs/√w in place of δa.
  @inline(__always)
  func softmaxBackward(
    _ weights: UnsafePointer<Element>, _ slopes: UnsafeMutablePointer<Element>, rows: Int
  ) {
    var mean = Element.Wide(repeating: 0)
    for j in 0..<rows { mean = mean + weights.wide(j &* Self.lanes) * slopes.wide(j &* Self.lanes) }
    for j in 0..<rows {
      let (a, da) = (weights.wide(j &* Self.lanes), slopes.wide(j &* Self.lanes))
      slopes.set(j &* Self.lanes, (a * (da - mean) * scale).flushed)
    }
  }
}

/// Where a head's rows lie in scratch memory, each padded to the lanes, and a panel of δa, then of δs.
struct HeadRows<Element: Scalar> {
  let q, k, v, dm, dq, dk, dv, ds, slopes: UnsafeMutablePointer<Element>

  init(_ start: UnsafeMutablePointer<Element>, block: Int, longest: Int, lanes: Int) {
    (q, k, v, dm) = (start, start + block, start + 2 * block, start + 3 * block)
    (dq, dk, dv) = (start + 4 * block, start + 5 * block, start + 6 * block)
    ds = start + 7 * block
    slopes = ds + longest * lanes
  }
}
