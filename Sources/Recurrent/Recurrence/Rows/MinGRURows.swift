/// `MinGRUCell` in lanes. Layout: z, n.
struct MinGRURows<Element: Scalar>: RowKernel {
  let units: Int
  let bias: UnsafePointer<Element>
  /// Whether the candidate is the positive one, else the linear one.
  let isPositive: Bool

  func early(_ row: ForwardRow<Element>, _ range: Range<Int>) {
    let g = row.gates
    let zero = Element.Wide(repeating: 0)
    forLanes(of: Element.self, in: range) { i in
      let z = Element.sigmoid(lanes: g.wide(i) + bias.wide(i))
      var n = g.wide(i + units) + bias.wide(i + units)
      if isPositive { n = .choose(Element.sigmoid(lanes: n), else: n + 0.5, where: n, isBelow: zero) }
      g.set(i, z)
      g.set(i + units, n)
      row.state.set(i, z * row.previous.wide(i) + (1 - z) * n)
    }
  }

  func lateBackward(_ row: BackwardRow<Element>, _ range: Range<Int>) {
    let g = row.gates
    let half = Element.Wide(repeating: 0.5)
    forLanes(of: Element.self, in: range) { i in
      let (z, n) = (g.wide(i), g.wide(i + units))
      let dh = row.gradient.wide(i)
      let dz = dh * (row.previous.wide(i) - n)
      var dn = dh * (1 - z)
      if isPositive { dn = .choose(dn * (n * (1 - n)), else: dn, where: n, isBelow: half) }
      g.set(i, (dz * (z * (1 - z))).flushed)
      g.set(i + units, dn.flushed)
      row.gradient.set(i, dh * z)
    }
  }
}
