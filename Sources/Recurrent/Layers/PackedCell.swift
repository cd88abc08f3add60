/// A cell's weights as the products want them: transposed, in panels, padded to the lanes.
///
/// Packing costs O(H(I + H)), once for each pass over a batch.
struct PackedCell<Element: Scalar>: Sendable {
  let layout: RowLayout
  let form: CellForm
  let inputs: Int
  let units: Int
  /// H, padded.
  let width: Int

  /// For x Wᵀ, the gates side by side.
  let input: Buffer<Element>
  /// For h Uᵀ of the early and s Uᵀ of the late sums.
  let early: Buffer<Element>
  let late: Buffer<Element>
  /// The biases side by side, and then the extras.
  let biases: Buffer<Element>

  init(_ maps: CellMaps<Element>, inputs: Int, units: Int) {
    let layout = RowLayout(maps.form)
    self.layout = layout
    form = maps.form
    self.inputs = inputs
    self.units = units
    width = Element.padded(units)
    input = Self.transposed(maps.inputs, columns: inputs)
    early = Self.transposed(layout.earlyGates.map { maps.recurrent[$0] }, columns: units)
    late = Self.transposed(layout.lateGates.map { maps.recurrent[$0] }, columns: units)
    var biases = Buffer<Element>(zeros: (maps.biases.count + maps.extras.count) * width)
    let start = biases.writable()
    for (i, vector) in (maps.biases + maps.extras).enumerated() {
      for (j, x) in vector.enumerated() { start[i * width + j] = x }
    }
    self.biases = biases
  }

  /// The product's right factor whose column g · width + u is row u of matrix g.
  private static func transposed(_ matrices: [Matrix<Element>], columns depth: Int) -> Buffer<Element> {
    let lanes = Element.Wide.laneCount
    let width = Element.padded(matrices.first?.rows ?? 0)
    var buffer = Buffer<Element>(zeros: matrices.count * width * depth)
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
  static func stacked(_ matrices: [Matrix<Element>], columns: Int) -> Buffer<Element> {
    let lanes = Element.Wide.laneCount
    let width = Element.padded(matrices.first?.rows ?? 0)
    let depth = matrices.count * width
    var buffer = Buffer<Element>(zeros: Element.padded(columns) * depth)
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

  /// The bias of a gate, or an extra vector: as they lie after each other.
  func bias(_ index: Int) -> UnsafePointer<Element> { biases.pointer + index * width }
}
