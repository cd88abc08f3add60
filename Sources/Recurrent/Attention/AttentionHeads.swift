// A head of a sequence of T steps is computed in panels of as many queries as there are lanes, 16 of Float:
//
// 1. The scores of a panel are K Qᵀ, a row for each key that one of its queries sees, a lane for each query. What a
//    query must not see becomes −∞, and so a weight of exactly 0.
// 2. So a softmax runs down a lane: its sums have the order of the readable reference, and all queries of the panel are
//    summed at once. The panels below the diagonal have no later keys, and are not computed.
// 3. The weights stay as they are for the way back. Read by columns, a panel is the left factor of A V.
//
// The products take the terms in the order of the reference, beside some of 0 for what is not seen. So the outputs
// have its bits, as long as no key or value overflows.

/// The part of attention between the maps, for all heads: scores, softmax and mixing.
struct AttentionHeads<Element: Scalar> {
  /// n and w.
  let heads: Int
  let width: Int

  /// 1/√w.
  let scale: Element

  /// The lengths of the sequences.
  let lengths: [Int]

  static var lanes: Int { Element.Wide.laneCount }

  /// The length of a head's rows in scratch memory.
  var stride: Int { Element.padded(width) }

  /// Where the panel that begins with a query lies among a head's: those before it have 1, 2, … times as many rows as
  /// lanes.
  func panel(_ first: Int) -> Int { first * (first + Self.lanes) / 2 }

  /// The numbers in the panels of a head.
  func weightCount(_ length: Int) -> Int {
    panel((length - 1) / Self.lanes * Self.lanes) + length * Self.lanes
  }

  /// Where the panels of each sequence begin, and at last their end.
  var starts: [Int] {
    var starts = [0]
    for (b, length) in lengths.enumerated() { starts.append(starts[b] + heads * weightCount(length)) }
    return starts
  }

  /// m of every step, and the weights; O(T² d) for each sequence.
  func forward(
    _ queries: SequenceBatch<Element>, _ keys: SequenceBatch<Element>, _ values: SequenceBatch<Element>,
    threads: Threads
  ) -> (mixed: SequenceBatch<Element>, weights: Buffer<Element>) {
    let starts = starts
    var weights = Buffer<Element>(unset: starts[lengths.count])
    var mixed = SequenceBatch<Element>(zeros: heads * width, lengths: lengths)
    let (weightRows, mixedRows) = (weights.writable(), mixed.buffer.writable())
    threads.divide(lengths.count, grain: 1) { part in
      let longest = lengths[part].max() ?? 0
      var scratch = Buffer<Element>(zeros: (2 * longest + Self.lanes) * stride + width * Self.lanes)
      let k = scratch.writable()
      let v = k + longest * stride
      let product = v + longest * stride
      let q = product + Self.lanes * stride
      for b in part {
        for head in 0..<heads {
          let length = lengths[b]
          keys.copyHead(head, of: b, width: width, to: k, stride: stride)
          values.copyHead(head, of: b, width: width, to: v, stride: stride)
          let queryStride = queries.stride * lengths.count
          let queryRows = queries.rows + (b * queries.stride + head * width)
          let mixedStride = mixed.stride * lengths.count
          let mixedRows = mixedRows + (b * mixed.stride + head * width)
          let panels = weightRows + (starts[b] + head * weightCount(length))
          forPanels(of: Element.self, in: 0..<length) { first, count in
            let panel = panels + self.panel(first)
            q.setLanes(
              rows: queryRows + first * queryStride, stride: queryStride, count: count, width: width)
            multiply(
              LeftFactor(rows: k, stride: stride), RightFactor(panels: q, depth: width),
              rows: first + count, columns: Self.lanes, depth: width, into: panel, stride: Self.lanes)
            softmax(panel, first: first, rows: first + count)
            multiply(
              LeftFactor(transposing: panel, stride: Self.lanes), RightFactor(rows: v, stride: stride),
              rows: count, columns: stride, depth: first + count, into: product, stride: stride)
            (mixedRows + first * mixedStride).setRows(
              product, stride: mixedStride, from: stride, count: count, width: width)
          }
        }
      }
      scratch.keepAlive()
    }
    for batch in [queries, keys, values, mixed] { batch.buffer.keepAlive() }
    weights.keepAlive()
    return (mixed, weights)
  }

  /// Puts the weights in place of the products of queries and keys; `first` is the query of lane 0.
  @inline(__always)
  func softmax(_ panel: UnsafeMutablePointer<Element>, first: Int, rows: Int) {
    typealias Wide = Element.Wide
    let hidden = Wide(repeating: -.infinity)
    var positions = Wide(repeating: 0)
    withUnsafeMutableBytes(of: &positions) { bytes in
      let lanes = bytes.bindMemory(to: Element.self)
      for l in lanes.indices { lanes[l] = Element(l) }
    }
    var largest = hidden
    for j in 0..<rows {
      var score = panel.wide(j &* Self.lanes) * scale
      if j > first {
        score = Wide.choose(
          hidden, else: score, where: positions, isBelow: Wide(repeating: Element(j &- first)))
      }
      panel.set(j &* Self.lanes, score)
      largest = Wide.choose(score, else: largest, where: largest, isBelow: score)
    }
    var sum = Wide(repeating: 0)
    for j in 0..<rows {
      let power = Element.exp(lanes: panel.wide(j &* Self.lanes) - largest)
      panel.set(j &* Self.lanes, power)
      sum = sum + power
    }
    for j in 0..<rows { panel.set(j &* Self.lanes, panel.wide(j &* Self.lanes) / sum) }
  }
}

extension SequenceBatch {
  /// Copies a head's part of a sequence, step after step.
  @inline(__always)
  func copyHead(
    _ head: Int, of sequence: Int, width: Int, to target: UnsafeMutablePointer<Element>, stride: Int
  ) {
    target.setRows(
      rows + (sequence * self.stride + head * width), stride: stride, from: count * self.stride,
      count: lengths[sequence], width: width)
  }
}
