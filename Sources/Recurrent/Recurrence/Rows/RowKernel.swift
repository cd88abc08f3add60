/// The elementwise part of a step, forward and backward, for one sequence: all that is not a product of matrices.
///
/// A kernel runs over a range of the units in lanes. The formulas and the order of every sum are those of the readable cell,
/// so that a forward step gives the same bits.
protocol RowKernel<Element> {
  associatedtype Element: Scalar

  /// From W x and the products U h₋ to the gates; to the state, if there are no late sums, else to s.
  func early(_ row: ForwardRow<Element>, _ range: Range<Int>)

  /// From W x and the products U s to the state.
  func late(_ row: ForwardRow<Element>, _ range: Range<Int>)

  /// From ∂L/∂h to the gradients of the late sums, or to all if there are none; what reaches h₋ directly remains
  /// in place of ∂L/∂h.
  func lateBackward(_ row: BackwardRow<Element>, _ range: Range<Int>)

  /// From ∂L/∂s to the gradients of the early sums; adds to what reaches h₋ directly.
  func earlyBackward(_ row: BackwardRow<Element>, _ range: Range<Int>)
}

extension RowKernel {
  func late(_ row: ForwardRow<Element>, _ range: Range<Int>) {}
  func earlyBackward(_ row: BackwardRow<Element>, _ range: Range<Int>) {}
}

/// What a forward step of one sequence reads and writes.
struct ForwardRow<Element: Scalar> {
  /// As ``RowLayout`` says: in it W x, out of it gates.
  let gates: UnsafeMutablePointer<Element>
  /// The products with the previous state, or with s.
  let products: UnsafePointer<Element>
  let previous: UnsafePointer<Element>
  let state: UnsafeMutablePointer<Element>
}

/// What a backward step of one sequence reads and writes.
struct BackwardRow<Element: Scalar> {
  /// As ``RowLayout`` says: in it gates, out of it the gradients of their sums.
  let gates: UnsafeMutablePointer<Element>
  let previous: UnsafePointer<Element>
  let state: UnsafePointer<Element>
  /// In it ∂L/∂h, out of it what of it reaches h₋ past all sums.
  let gradient: UnsafeMutablePointer<Element>
  /// ∂L/∂s.
  let gated: UnsafePointer<Element>
}

extension Lanes {
  /// The lanes, with 0 for those below 2²⁴ times the least normal number.
  ///
  /// Gradients that vanish would end as subnormal numbers, which slow a processor down a hundredfold. The margin is
  /// for the products they enter: with a weight above 2⁻²⁴ these are normal, too.
  @inline(__always)
  var flushed: Self {
    let least = Self(repeating: Number.leastNormalMagnitude * 0x1p24)
    return Self.choose(Self(repeating: 0), else: self, where: magnitude, isBelow: least)
  }
}
