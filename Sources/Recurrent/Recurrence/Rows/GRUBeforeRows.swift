/// `GRUCell` with the reset before the product, in lanes. Layout: z, r, n, s = r ⊙ h₋.
struct GRUBeforeRows<Element: Scalar>: RowKernel {
  let units: Int
  let bias: UnsafePointer<Element>

  func early(_ row: ForwardRow<Element>, _ range: Range<Int>) {
    let (g, p) = (row.gates, row.products)
    forLanes(of: Element.self, in: range) { i in
      let z = Element.sigmoid(lanes: (g.wide(i) + p.wide(i)) + bias.wide(i))
      let r = Element.sigmoid(lanes: (g.wide(i + units) + p.wide(i + units)) + bias.wide(i + units))
      g.set(i, z)
      g.set(i + units, r)
      g.set(i + 3 * units, r * row.previous.wide(i))
    }
  }

  func late(_ row: ForwardRow<Element>, _ range: Range<Int>) {
    let g = row.gates
    forLanes(of: Element.self, in: range) { i in
      let z = g.wide(i)
      let n = Element.tanh(lanes: (g.wide(i + 2 * units) + row.products.wide(i)) + bias.wide(i + 2 * units))
      g.set(i + 2 * units, n)
      row.state.set(i, z * row.previous.wide(i) + (1 - z) * n)
    }
  }

  func lateBackward(_ row: BackwardRow<Element>, _ range: Range<Int>) {
    let g = row.gates
    forLanes(of: Element.self, in: range) { i in
      let (z, n) = (g.wide(i), g.wide(i + 2 * units))
      let dh = row.gradient.wide(i)
      let dz = dh * (row.previous.wide(i) - n)
      g.set(i, (dz * (z * (1 - z))).flushed)
      g.set(i + 2 * units, (dh * (1 - z) * (1 - n * n)).flushed)
      row.gradient.set(i, dh * z)
    }
  }

  func earlyBackward(_ row: BackwardRow<Element>, _ range: Range<Int>) {
    let g = row.gates
    forLanes(of: Element.self, in: range) { i in
      let (r, ds) = (g.wide(i + units), row.gated.wide(i))
      g.set(i + units, (ds * row.previous.wide(i) * (r * (1 - r))).flushed)
      row.gradient.set(i, row.gradient.wide(i) + ds * r)
    }
  }
}
