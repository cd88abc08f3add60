/// Numbers in memory that begins at a cache line, with the value semantics of an array.
///
/// An array begins in the middle of a line, and every wide load of it touches two. A copy shares the memory until
/// one of the two is written. Whoever takes a pointer keeps the buffer alive while it is used.
struct Buffer<Element: Scalar>: @unchecked Sendable {
  private var memory: Memory

  /// `count` zeros.
  init(zeros count: Int) {
    memory = Memory(count: count)
    memory.start.initialize(repeating: 0, count: count)
  }

  /// `count` numbers that are still to be written.
  init(unset count: Int) {
    memory = Memory(count: count)
  }

  var count: Int { memory.count }

  /// The numbers, to be read.
  var pointer: UnsafePointer<Element> { UnsafePointer(memory.start) }

  /// The numbers, to be written: those of another buffer stay as they are.
  mutating func writable() -> UnsafeMutablePointer<Element> {
    if !isKnownUniquelyReferenced(&memory) {
      let copy = Memory(count: count)
      copy.start.initialize(from: memory.start, count: count)
      memory = copy
    }
    return memory.start
  }

  /// Ends no life before here: a pointer alone does not keep the memory.
  func keepAlive() {
    withExtendedLifetime(memory) {}
  }

  private final class Memory {
    let start: UnsafeMutablePointer<Element>
    let count: Int

    init(count: Int) {
      let line = 64
      start = UnsafeMutableRawPointer.allocate(
        byteCount: max(1, count) * MemoryLayout<Element>.stride, alignment: line
      ).bindMemory(to: Element.self, capacity: max(1, count))
      self.count = count
    }

    deinit { UnsafeMutableRawPointer(start).deallocate() }
  }
}

extension Scalar {
  /// The least multiple of the lanes that holds `count` numbers: how long a row is in memory.
  static func padded(_ count: Int) -> Int {
    (count + Wide.laneCount - 1) / Wide.laneCount * Wide.laneCount
  }
}
