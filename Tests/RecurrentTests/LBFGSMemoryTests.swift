import Testing

@testable import Recurrent

/// The two-loop recursion against the inverse Hessian written out.
@Suite struct LBFGSMemoryTests {
  private typealias Memory = LBFGSMemory<Double>

  /// Moves of random directions on a quadratic with the given Hessian, each with the gradient where it began.
  private func memory(_ moves: Int, limit: Int, hessian: Matrix<Double>, seed: UInt64) -> (
    Memory, Vector<Double>
  ) {
    var (random, memory) = (RandomSource(seed: seed), Memory())
    var p: Vector<Double> = random.vector(hessian.rows, in: -1...1)
    for _ in 0..<moves {
      let move: Vector<Double> = random.vector(hessian.rows, in: -1...1)
      memory.record(move, from: hessian * p)
      p = p + move
      memory.learn(hessian * p, limit: limit)
    }
    return (memory, hessian * p)
  }

  private func hessian(_ n: Int, seed: UInt64) -> Matrix<Double> {
    var random = RandomSource(seed: seed)
    let a = Matrix<Double>(rows: (0..<n).map { _ in Array(random.vector(n, in: -1...1)) })
    return a * a.transposed + 0.1 * .identity(n)
  }

  private func outer(_ u: Vector<Double>, _ v: Vector<Double>) -> Matrix<Double> {
    Matrix(rows: u.map { x in v.map { x * $0 } })
  }

  /// H ← (I − ρ s yᵀ) H (I − ρ y sᵀ) + ρ s sᵀ from γ I, Nocedal and Wright 2006, eq. 7.16.
  private func inverse(_ pairs: [Memory.Pair], scale: Double, size: Int) -> Matrix<Double> {
    pairs.reduce(scale * .identity(size)) { h, pair in
      let rho = 1 / dot(pair.move, pair.change)
      let factor = Matrix<Double>.identity(size) - rho * outer(pair.move, pair.change)
      return factor * h * factor.transposed + rho * outer(pair.move, pair.move)
    }
  }

  @Test(arguments: [(1, 10), (2, 10), (5, 10), (9, 4), (7, 1)])
  func theRecursionIsTheMatrix(moves: Int, limit: Int) {
    let n = 5
    let (memory, gradient) = memory(moves, limit: limit, hessian: hessian(n, seed: 3), seed: UInt64(moves))
    #expect(memory.pairs.count == min(moves, limit))
    let h = inverse(memory.pairs, scale: memory.scale, size: n)
    let expected = -(h * gradient)
    #expect(isClose(memory.direction(against: gradient), expected))
    #expect(memory.direction(against: gradient).dot(gradient) < 0)
  }

  @Test func theNewestChangeIsMappedToItsMove() throws {
    let (memory, _) = memory(6, limit: 3, hessian: hessian(4, seed: 8), seed: 2)
    let newest = try #require(memory.pairs.last)
    #expect(isClose(memory.direction(against: newest.change), -newest.move))
    #expect(memory.scale == dot(newest.move, newest.change) / dot(newest.change, newest.change))
  }

  @Test func theOldestAreForgotten() {
    let (all, _) = memory(6, limit: 6, hessian: hessian(4, seed: 8), seed: 2)
    let (last, _) = memory(6, limit: 2, hessian: hessian(4, seed: 8), seed: 2)
    #expect(last.pairs == Array(all.pairs.suffix(2)) && last.scale == all.scale)
  }

  @Test func withoutPairsItIsTheGradient() {
    #expect(Memory().direction(against: [3, -4]) == [-3, 4])
    #expect(Memory().isEmpty && Memory().parameterCount == 0)
  }

  @Test func aMoveWithoutCurvatureMakesNoPair() {
    for (change, pairs) in [(-1.0, 0), (0, 0), (1e-10, 0), (1.1e-10, 1)] {
      var memory = Memory()
      memory.record([1, 0], from: [0, 0])
      memory.learn([change, 5], limit: 3)
      #expect(memory.pairs.count == pairs && !memory.isEmpty && memory.parameterCount == 2)
      if pairs == 0 { #expect(memory.scale == 1) }
    }
  }

  private func isClose(_ found: Vector<Double>, _ expected: Vector<Double>) -> Bool {
    zip(found, expected).allSatisfy { ($0 - $1).magnitude <= 1e-10 * expected.maxNorm }
  }
}
