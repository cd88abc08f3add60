#if canImport(Dispatch) && !hasFeature(Embedded)
  import Dispatch
  import Synchronization
#endif

/// Two threads that go through the same steps and wait for each other after each.
///
/// Where a sequence is alone, its units are divided: each thread then needs half of the weights, which its own cache may
/// hold. A step takes microseconds, so the threads wait by looking, not by sleeping.
final class Lockstep: Sendable {
  #if canImport(Dispatch) && !hasFeature(Embedded)
    private enum Phase {
      static let invited = 0
      static let joined = 1
      static let alone = 2
      static let over = 3
    }

    private let phase = Atomic(Phase.invited)
    /// How often each part has come to the end of a step, far enough apart to lie in pairs of cache lines of their own.
    private let firstSteps = Atomic(0)
    private let gap = (0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)
    private let secondSteps = Atomic(0)

    /// Calls `body` with the parts 0 and 1 at the same time, or once with none if no second thread comes at once.
    ///
    /// The steps of both parts must wait equally often.
    static func run(_ body: @escaping (_ part: Int?, _ lockstep: Lockstep) -> Void) {
      let lockstep = Lockstep()
      let work = Work(body: body)
      DispatchQueue.global(qos: .userInitiated).async {
        let (joined, _) = lockstep.phase.compareExchange(
          expected: Phase.invited, desired: Phase.joined, ordering: .acquiringAndReleasing)
        // Whoever comes too late finds the work begun without it, and must not touch it.
        guard joined else { return }
        work.body(1, lockstep)
        lockstep.phase.store(Phase.over, ordering: .releasing)
      }
      // A thread that sleeps needs up to some tenths of a millisecond to wake.
      var patience = 1_000_000
      while patience > 0 && lockstep.phase.load(ordering: .acquiring) == Phase.invited { patience -= 1 }
      let (isAlone, _) = lockstep.phase.compareExchange(
        expected: Phase.invited, desired: Phase.alone, ordering: .acquiringAndReleasing)
      body(isAlone ? nil : 0, lockstep)
      while !isAlone && lockstep.phase.load(ordering: .acquiring) != Phase.over {}
    }

    /// Returns when the other part has come to the end of as many steps as this one.
    func wait(_ part: Int) {
      if part == 0 {
        let count = firstSteps.add(1, ordering: .releasing).newValue
        while secondSteps.load(ordering: .acquiring) < count {}
      } else {
        let count = secondSteps.add(1, ordering: .releasing).newValue
        while firstSteps.load(ordering: .acquiring) < count {}
      }
    }

    /// The two parts write apart from each other, which the compiler cannot see.
    private struct Work: @unchecked Sendable {
      let body: (Int?, Lockstep) -> Void
    }
  #else
    /// Calls `body` once: there is one thread.
    static func run(_ body: (_ part: Int?, _ lockstep: Lockstep) -> Void) {
      body(nil, Lockstep())
    }

    func wait(_ part: Int) {}
  #endif
}
