/// `GRUCell` with the reset after the product, in lanes. Layout: n, z, r, q = U h₋ + b_hn; products z, r, n.
struct GRUAfterRows<Element: Scalar>: RowKernel {
  let units: Int
  let bias: UnsafePointer<Element>
  let recurrentBias: UnsafePointer<Element>

  func early(_ row: ForwardRow<Element>, _ range: Range<Int>) {
    let (g, p) = (row.gates, row.products)
    forLanes(of: Element.self, in: range) { i in
      let z = Element.sigmoid(lanes: (g.wide(i + units) + p.wide(i)) + bias.wide(i + units))
      let r = Element.sigmoid(lanes: (g.wide(i + 2 * units) + p.wide(i + units)) + bias.wide(i + 2 * units))
      let product = p.wide(i + 2 * units)
      let n = Element.tanh(lanes: (g.wide(i) + r * product) + (bias.wide(i) + r * recurrentBias.wide(i)))
      g.set(i, n)
      g.set(i + units, z)
      g.set(i + 2 * units, r)
      g.set(i + 3 * units, product + recurrentBias.wide(i))
      row.state.set(i, z * row.previous.wide(i) + (1 - z) * n)
    }
  }

  func lateBackward(_ row: BackwardRow<Element>, _ range: Range<Int>) {
    let g = row.gates
    forLanes(of: Element.self, in: range) { i in
      let (n, z) = (g.wide(i), g.wide(i + units))
      let (r, q) = (g.wide(i + 2 * units), g.wide(i + 3 * units))
      let dh = row.gradient.wide(i)
      let da = dh * (1 - z) * (1 - n * n)
      let dz = dh * (row.previous.wide(i) - n)
      g.set(i, da.flushed)
      g.set(i + units, (dz * (z * (1 - z))).flushed)
      g.set(i + 2 * units, (da * q * (r * (1 - r))).flushed)
      g.set(i + 3 * units, (da * r).flushed)
      row.gradient.set(i, dh * z)
    }
  }
}
