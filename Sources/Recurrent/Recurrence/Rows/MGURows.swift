/// `MGUCell` in lanes. Layout: f, n, s = f ⊙ h₋, and on the way back ∂L/∂f.
struct MGURows<Element: Scalar>: RowKernel {
  let units: Int
  let bias: UnsafePointer<Element>

  func early(_ row: ForwardRow<Element>, _ range: Range<Int>) {
    let g = row.gates
    forLanes(of: Element.self, in: range) { i in
      let f = Element.sigmoid(lanes: (g.wide(i) + row.products.wide(i)) + bias.wide(i))
      g.set(i, f)
      g.set(i + 2 * units, f * row.previous.wide(i))
    }
  }

  func late(_ row: ForwardRow<Element>, _ range: Range<Int>) {
    let g = row.gates
    forLanes(of: Element.self, in: range) { i in
      let f = g.wide(i)
      let n = Element.tanh(lanes: (g.wide(i + units) + row.products.wide(i)) + bias.wide(i + units))
      g.set(i + units, n)
      row.state.set(i, (1 - f) * row.previous.wide(i) + f * n)
    }
  }

  /// Leaves f for the way back through s, and beside it ∂L/∂f by way of the state.
  func lateBackward(_ row: BackwardRow<Element>, _ range: Range<Int>) {
    let g = row.gates
    forLanes(of: Element.self, in: range) { i in
      let (f, n) = (g.wide(i), g.wide(i + units))
      let dh = row.gradient.wide(i)
      g.set(i + units, (dh * f * (1 - n * n)).flushed)
      g.set(i + 3 * units, dh * (n - row.previous.wide(i)))
      row.gradient.set(i, dh * (1 - f))
    }
  }

  func earlyBackward(_ row: BackwardRow<Element>, _ range: Range<Int>) {
    let g = row.gates
    forLanes(of: Element.self, in: range) { i in
      let (f, ds) = (g.wide(i), row.gated.wide(i))
      let df = g.wide(i + 3 * units) + ds * row.previous.wide(i)
      g.set(i, (df * (f * (1 - f))).flushed)
      row.gradient.set(i, row.gradient.wide(i) + ds * f)
    }
  }
}
