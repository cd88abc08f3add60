/// `NoResetGRUCell` in lanes. Layout: z, n.
struct NoResetRows<Element: Scalar>: RowKernel {
  let units: Int
  let bias: UnsafePointer<Element>

  func early(_ row: ForwardRow<Element>, _ range: Range<Int>) {
    let (g, p) = (row.gates, row.products)
    forLanes(of: Element.self, in: range) { i in
      let z = Element.sigmoid(lanes: (g.wide(i) + p.wide(i)) + bias.wide(i))
      let n = Element.tanh(lanes: (g.wide(i + units) + p.wide(i + units)) + bias.wide(i + units))
      g.set(i, z)
      g.set(i + units, n)
      row.state.set(i, z * row.previous.wide(i) + (1 - z) * n)
    }
  }

  func lateBackward(_ row: BackwardRow<Element>, _ range: Range<Int>) {
    let g = row.gates
    forLanes(of: Element.self, in: range) { i in
      let (z, n) = (g.wide(i), g.wide(i + units))
      let dh = row.gradient.wide(i)
      let dz = dh * (row.previous.wide(i) - n)
      g.set(i, (dz * (z * (1 - z))).flushed)
      g.set(i + units, (dh * (1 - z) * (1 - n * n)).flushed)
      row.gradient.set(i, dh * z)
    }
  }
}
