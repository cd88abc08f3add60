// How a batch of B sequences is run through a cell:
//
// 1. W x is computed for some steps at once, into the rows where the gates will be.
// 2. A step multiplies the states of all its rows by Uᵀ, and then a row kernel makes each row's gates and state.
//    A cell whose reset gate acts before the product multiplies twice.
// 3. States lie in T + 1 slots: slot t holds what step t starts from, slot t + 1 what it ends with; in the other
//    direction they are exchanged. So the rows before all steps are one block, as their products need it.
// 4. A sequence that has ended, or in the other direction has not begun, passes its state on.
// 5. Sequences are divided among threads: each has its own rows, and they never meet.
//
// The way back (`Recurrence+Backward.swift`) turns this around, and puts the gradients of the sums where the gates
// were; those of the weights are then products over all steps and sequences at once.

/// A cell that is run over the steps of a batch.
struct Recurrence<Element: Scalar>: Sendable {
  let cell: PackedCell<Element>

  /// Whether the last step comes first.
  let isReverse: Bool

  let threads: Threads

  /// From how many recurrent weights on two threads divide the units of a lone sequence: when the weights are more
  /// than one thread's cache holds. Fewer are faster done than divided, above all on a machine that is busy.
  var lockstepWeights = 300_000

  var layout: RowLayout { cell.layout }

  /// The lengths of a row of gates, of products and of states.
  var gateStride: Int { layout.width * cell.width }
  var stateStride: Int { layout.states * cell.width }

  /// The slots that step t reads and writes.
  @inline(__always)
  func slots(_ t: Int) -> (previous: Int, next: Int) {
    isReverse ? (t + 1, t) : (t, t + 1)
  }
}

/// What a run computed: for every step the gates and, one slot more, the states.
struct Unrolled<Element: Scalar>: Sendable {
  let input: SequenceBatch<Element>
  var gates: Buffer<Element>
  var states: Buffer<Element>
}
