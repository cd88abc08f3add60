/// `LSTMCell` in lanes. Layout: i, f, g, o; the state is h, c.
struct LSTMRows<Element: Scalar>: RowKernel {
  let units: Int
  let bias: UnsafePointer<Element>
  /// p_i, p_f and p_o, one after the other.
  let peepholes: UnsafePointer<Element>?

  func early(_ row: ForwardRow<Element>, _ range: Range<Int>) {
    let (a, p) = (row.gates, row.products)
    func sum(_ gate: Int, _ i: Int) -> Element.Wide {
      let k = i + gate * units
      return (a.wide(k) + p.wide(k)) + bias.wide(k)
    }
    forLanes(of: Element.self, in: range) { k in
      let previous = row.previous.wide(k + units)
      let i = Element.sigmoid(lanes: seen(sum(0, k), previous, 0, k))
      let f = Element.sigmoid(lanes: seen(sum(1, k), previous, 1, k))
      let g = Element.tanh(lanes: sum(2, k))
      let c = f * previous + i * g
      let o = Element.sigmoid(lanes: seen(sum(3, k), c, 2, k))
      a.set(k, i)
      a.set(k + units, f)
      a.set(k + 2 * units, g)
      a.set(k + 3 * units, o)
      row.state.set(k, o * Element.tanh(lanes: c))
      row.state.set(k + units, c)
    }
  }

  /// A gate's sum together with what the gate sees of the cell state.
  @inline(__always)
  func seen(_ sum: Element.Wide, _ cell: Element.Wide, _ peephole: Int, _ i: Int) -> Element.Wide {
    guard let peepholes else { return sum }
    return sum + peepholes.wide(i + peephole * units) * cell
  }

  func lateBackward(_ row: BackwardRow<Element>, _ range: Range<Int>) {
    let a = row.gates
    forLanes(of: Element.self, in: range) { k in
      let (i, f) = (a.wide(k), a.wide(k + units))
      let (g, o) = (a.wide(k + 2 * units), a.wide(k + 3 * units))
      let previous = row.previous.wide(k + units)
      let squashed = Element.tanh(lanes: row.state.wide(k + units))
      let dh = row.gradient.wide(k)
      let dao = (dh * squashed * (o * (1 - o))).flushed
      var dc = row.gradient.wide(k + units) + dh * o * (1 - squashed * squashed)
      dc = seen(dc, dao, 2, k)
      let dai = (dc * g * (i * (1 - i))).flushed
      let daf = (dc * previous * (f * (1 - f))).flushed
      a.set(k, dai)
      a.set(k + units, daf)
      a.set(k + 2 * units, (dc * i * (1 - g * g)).flushed)
      a.set(k + 3 * units, dao)
      row.gradient.set(k, Element.Wide(repeating: 0))
      row.gradient.set(k + units, seen(seen(dc * f, dai, 0, k), daf, 1, k))
    }
  }
}
