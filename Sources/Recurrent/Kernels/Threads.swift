#if canImport(Dispatch) && !hasFeature(Embedded)
  import Dispatch
#endif

/// How many threads a computation may use. The result is the same, bit for bit, whatever their number.
///
/// Work is divided by what is computed, never by what is summed: each number is summed by one thread, in one order.
public struct Threads: Equatable, Sendable {
  /// At least 1.
  public let count: Int

  /// So many threads; one if fewer are asked for.
  public init(_ count: Int) {
    self.count = max(1, count)
  }

  /// The calling thread alone.
  public static let one = Threads(1)

  /// Two threads, where the system has them.
  public static let two = Threads(2)

  /// Calls `body` for consecutive parts of 0..<count, each but the last a multiple of `grain`, at the same time.
  ///
  /// Returns when all calls have. `body` may write only what belongs to its part.
  func divide(_ count: Int, grain: Int, _ body: (Range<Int>) -> Void) {
    let grains = (count + grain - 1) / grain
    let parts = min(self.count, grains)
    if parts <= 1 {
      if count > 0 { body(0..<count) }
      return
    }
    #if canImport(Dispatch) && !hasFeature(Embedded)
      withoutActuallyEscaping(body) { body in
        let work = Work(body: body)
        DispatchQueue.concurrentPerform(iterations: parts) { part in
          let start = part * grains / parts * grain
          work.body(start..<min(count, (part + 1) * grains / parts * grain))
        }
      }
    #else
      body(0..<count)
    #endif
  }

  #if canImport(Dispatch) && !hasFeature(Embedded)
    /// The parts write apart from each other, which the compiler cannot see.
    private struct Work: @unchecked Sendable {
      let body: (Range<Int>) -> Void
    }
  #endif
}
