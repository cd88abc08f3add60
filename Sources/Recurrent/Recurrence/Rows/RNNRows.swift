/// `RNNCell` in lanes. Layout: h.
struct RNNRows<Element: Scalar>: RowKernel {
  let units: Int
  let bias: UnsafePointer<Element>

  func early(_ row: ForwardRow<Element>, _ range: Range<Int>) {
    forLanes(of: Element.self, in: range) { i in
      let h = Element.tanh(lanes: (row.gates.wide(i) + row.products.wide(i)) + bias.wide(i))
      row.gates.set(i, h)
      row.state.set(i, h)
    }
  }

  func lateBackward(_ row: BackwardRow<Element>, _ range: Range<Int>) {
    forLanes(of: Element.self, in: range) { i in
      let h = row.gates.wide(i)
      row.gates.set(i, (row.gradient.wide(i) * (1 - h * h)).flushed)
      row.gradient.set(i, Element.Wide(repeating: 0))
    }
  }
}
