extension Buffer {
  /// The product's right factor whose column g · width + u is row u of matrix g.
  static func transposed(_ matrices: [Matrix<Element>], columns depth: Int) -> Buffer {
    let lanes = Element.Wide.laneCount
    let width = Element.padded(matrices.first?.rows ?? 0)
    var buffer = Buffer(zeros: matrices.count * width * depth)
    let start = buffer.writable()
    for (g, matrix) in matrices.enumerated() {
      matrix.withElements { elements in
        for u in 0..<matrix.rows {
          let column = g * width + u
          let panel = start + (column / lanes * depth * lanes + column % lanes)
          for k in 0..<depth { panel[k * lanes] = elements[u * depth + k] }
        }
      }
    }
    return buffer
  }

  /// The right factor whose row g · width + u is row u of matrix g: for the way back.
  static func stacked(_ matrices: [Matrix<Element>], columns: Int) -> Buffer {
    let lanes = Element.Wide.laneCount
    let width = Element.padded(matrices.first?.rows ?? 0)
    let depth = matrices.count * width
    var buffer = Buffer(zeros: Element.padded(columns) * depth)
    let start = buffer.writable()
    for (g, matrix) in matrices.enumerated() {
      matrix.withElements { elements in
        for u in 0..<matrix.rows {
          let row = start + (g * width + u) * lanes
          for k in 0..<columns {
            row[k / lanes * depth * lanes + k % lanes] = elements[u * columns + k]
          }
        }
      }
    }
    return buffer
  }

  /// Vectors one after the other, each padded to the lanes.
  static func rows(_ vectors: [Vector<Element>]) -> Buffer {
    let width = Element.padded(vectors.first?.count ?? 0)
    var buffer = Buffer(zeros: vectors.count * width)
    let start = buffer.writable()
    for (i, vector) in vectors.enumerated() {
      for (j, x) in vector.enumerated() { start[i * width + j] = x }
    }
    return buffer
  }
}
