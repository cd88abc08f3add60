/// Gradients of weights: sums over many rows, themselves as rows, padded to the lanes.
struct WeightRows<Element: Scalar> {
  let buffer: Buffer<Element>
  let stride: Int
  let columns: Int

  init(buffer: Buffer<Element>, stride: Int, columns: Int) {
    self.buffer = buffer
    self.stride = stride
    self.columns = columns
  }

  /// Σ δ vᵀ over `count` rows: δ of `columns` numbers, v of `width`.
  ///
  /// Each sum runs over the rows in their order, whatever the threads.
  @inline(__always)
  init(
    summing deltas: UnsafePointer<Element>, stride deltaStride: Int, columns: Int,
    _ values: RightFactor<Element>, width: Int, _ count: Int, _ threads: Threads
  ) {
    let stride = Element.padded(width)
    var buffer = Buffer<Element>(zeros: columns * stride)
    let result = buffer.writable()
    // So many rows of values stay in a cache while all columns of δ pass by.
    let block = 128
    threads.divide(columns, grain: 8) { part in
      var start = 0
      while start < count {
        multiply(
          LeftFactor(
            transposing: deltas + (start * deltaStride + part.lowerBound), stride: deltaStride),
          values.advanced(by: start), rows: part.count, columns: stride,
          depth: min(block, count - start), into: result + part.lowerBound * stride, stride: stride,
          adding: true)
        start += block
      }
    }
    self.init(buffer: buffer, stride: stride, columns: width)
  }

  /// Σ δ over `count` rows of δ, which are as long as their stride.
  @inline(__always)
  init(summing deltas: UnsafePointer<Element>, stride: Int, _ count: Int) {
    var buffer = Buffer<Element>(zeros: stride)
    let sums = buffer.writable()
    for row in 0..<count {
      let delta = deltas + row * stride
      forLanes(of: Element.self, in: 0..<stride) { i in sums.set(i, sums.wide(i) + delta.wide(i)) }
    }
    self.init(buffer: buffer, stride: stride, columns: stride)
  }

  /// Copies the rows from `first` on into a matrix.
  func copy(_ first: Int, to matrix: inout Matrix<Element>) {
    let (rows, units) = (buffer.pointer + first * stride, matrix.rows)
    matrix.withMutableElements { elements in
      for u in 0..<units {
        for k in 0..<columns { elements[u * columns + k] = rows[u * stride + k] }
      }
    }
    buffer.keepAlive()
  }

  /// `count` numbers of the first row, from `first` on.
  func vector(_ first: Int, _ count: Int) -> Vector<Element> {
    defer { buffer.keepAlive() }
    return Vector(UnsafeBufferPointer(start: buffer.pointer + first, count: count))
  }
}
