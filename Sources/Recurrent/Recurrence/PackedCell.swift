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
    input = .transposed(maps.inputs, columns: inputs)
    early = .transposed(layout.earlyGates.map { maps.recurrent[$0] }, columns: units)
    late = .transposed(layout.lateGates.map { maps.recurrent[$0] }, columns: units)
    biases = .rows(maps.biases + maps.extras)
  }

  /// The bias of a gate, or an extra vector: as they lie after each other.
  func bias(_ index: Int) -> UnsafePointer<Element> { biases.pointer + index * width }
}
