/// Where the numbers of one step of one sequence lie in memory, in widths of the hidden state.
///
/// First the sums that the input enters, which become gates and then gradients, and after them what the way back
/// needs besides. Sums that see the previous state are *early*; those that see a gated state s are *late*.
struct RowLayout {
  /// The sums that the input enters.
  let gates: Int

  /// Where the gradients of the early sums begin, and how many there are; the sum i is that of gate i modulo `gates`.
  var earlyStart = 0
  let early: Int

  /// The late sums follow the early ones.
  var late = 0

  /// All widths of a row: the gates, then q = U h₋ + b_hn of the after form, or s = r ⊙ h₋ of the before form,
  /// and what else the way back needs.
  let width: Int

  /// The widths of the state: h, or h and c.
  var states = 1

  init(_ form: CellForm) {
    switch form {
    case .rnn: (gates, early, width) = (1, 1, 1)
    case .gru(.before): (gates, early, late, width) = (3, 2, 1, 4)
    case .gru(.after): (gates, earlyStart, early, width) = (3, 1, 3, 4)
    case .lstm: (gates, early, width, states) = (4, 4, 4, 2)
    case .mgu: (gates, early, late, width) = (2, 1, 1, 4)
    case .noReset: (gates, early, width) = (2, 2, 2)
    case .noUpdate(.before): (gates, early, late, width) = (2, 1, 1, 3)
    case .noUpdate(.after): (gates, earlyStart, early, width) = (2, 1, 2, 3)
    case .minGRU: (gates, early, width) = (2, 0, 2)
    }
  }

  /// The gates whose recurrent products are early, in the order of their gradients.
  var earlyGates: [Int] { (0..<early).map { (earlyStart + $0) % gates } }

  /// The gates whose recurrent products are late.
  var lateGates: [Int] { (0..<late).map { early + $0 } }
}
