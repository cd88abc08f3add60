/// `NoUpdateGRUCell` with the reset before the product, in lanes. Layout: r, n, s = r ⊙ h₋; n is the state.
struct NoUpdateBeforeRows<Element: Scalar>: RowKernel {
  let units: Int
  let bias: UnsafePointer<Element>

  func early(_ row: ForwardRow<Element>, _ range: Range<Int>) {
    let g = row.gates
    forLanes(of: Element.self, in: range) { i in
      let r = Element.sigmoid(lanes: (g.wide(i) + row.products.wide(i)) + bias.wide(i))
      g.set(i, r)
      g.set(i + 2 * units, r * row.previous.wide(i))
    }
  }

  func late(_ row: ForwardRow<Element>, _ range: Range<Int>) {
    let g = row.gates
    forLanes(of: Element.self, in: range) { i in
      let n = Element.tanh(lanes: (g.wide(i + units) + row.products.wide(i)) + bias.wide(i + units))
      g.set(i + units, n)
      row.state.set(i, n)
    }
  }

  func lateBackward(_ row: BackwardRow<Element>, _ range: Range<Int>) {
    let g = row.gates
    forLanes(of: Element.self, in: range) { i in
      let n = g.wide(i + units)
      g.set(i + units, (row.gradient.wide(i) * (1 - n * n)).flushed)
      row.gradient.set(i, Element.Wide(repeating: 0))
    }
  }

  func earlyBackward(_ row: BackwardRow<Element>, _ range: Range<Int>) {
    let g = row.gates
    forLanes(of: Element.self, in: range) { i in
      let (r, ds) = (g.wide(i), row.gated.wide(i))
      g.set(i, (ds * row.previous.wide(i) * (r * (1 - r))).flushed)
      row.gradient.set(i, ds * r)
    }
  }
}

/// `NoUpdateGRUCell` with the reset after the product, in lanes. Layout: n, r, q = U h₋ + b_hn; products r, n.
struct NoUpdateAfterRows<Element: Scalar>: RowKernel {
  let units: Int
  let bias: UnsafePointer<Element>
  let recurrentBias: UnsafePointer<Element>

  func early(_ row: ForwardRow<Element>, _ range: Range<Int>) {
    let (g, p) = (row.gates, row.products)
    forLanes(of: Element.self, in: range) { i in
      let r = Element.sigmoid(lanes: (g.wide(i + units) + p.wide(i)) + bias.wide(i + units))
      let product = p.wide(i + units)
      let n = Element.tanh(lanes: (g.wide(i) + r * product) + (bias.wide(i) + r * recurrentBias.wide(i)))
      g.set(i, n)
      g.set(i + units, r)
      g.set(i + 2 * units, product + recurrentBias.wide(i))
      row.state.set(i, n)
    }
  }

  func lateBackward(_ row: BackwardRow<Element>, _ range: Range<Int>) {
    let g = row.gates
    forLanes(of: Element.self, in: range) { i in
      let (n, r, q) = (g.wide(i), g.wide(i + units), g.wide(i + 2 * units))
      let da = row.gradient.wide(i) * (1 - n * n)
      g.set(i, da.flushed)
      g.set(i + units, (da * q * (r * (1 - r))).flushed)
      g.set(i + 2 * units, (da * r).flushed)
      row.gradient.set(i, Element.Wide(repeating: 0))
    }
  }
}
