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
    private let arrivals = Atomic(0)

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
      var patience = 100_000
      while patience > 0 && lockstep.phase.load(ordering: .acquiring) == Phase.invited { patience -= 1 }
      let (isAlone, _) = lockstep.phase.compareExchange(
        expected: Phase.invited, desired: Phase.alone, ordering: .acquiringAndReleasing)
      body(isAlone ? nil : 0, lockstep)
      while !isAlone && lockstep.phase.load(ordering: .acquiring) != Phase.over {}
    }

    /// Returns when both threads have come here as often.
    func wait() {
      let (count, _) = arrivals.add(1, ordering: .acquiringAndReleasing)
      let both = (count + 2) / 2 * 2
      while arrivals.load(ordering: .acquiring) < both {}
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

    func wait() {}
  #endif
}
