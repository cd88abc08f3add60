import Testing

@testable import Recurrent

struct LaneTests {
  /// A count too large leaves numbers out, one too small computes them twice.
  @Test func lanesAreCounted() {
    func count<L: Lanes>(_ lanes: L.Type) -> Int { MemoryLayout<L>.size / MemoryLayout<L.Number>.size }
    #expect(Float.Wide.laneCount == count(Float.Wide.self))
    #expect(Double.Wide.laneCount == count(Double.Wide.self))
    #expect(Float.Single.laneCount == 1)
    #expect(Double.Single.laneCount == 1)
  }
}
