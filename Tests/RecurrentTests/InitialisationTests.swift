import Testing

@testable import Recurrent

@Suite struct InitialisationTests {
  @Test(arguments: [(1, 1), (3, 3), (2, 5), (5, 2), (32, 32)])
  func orthogonalRowsOrColumns(rows: Int, columns: Int) {
    var random = RandomSource(seed: 6)
    let q = Matrix<Double>.orthogonal(rows: rows, columns: columns, using: &random)
    #expect(q.rows == rows && q.columns == columns)
    let product = rows <= columns ? q * q.transposed : q.transposed * q
    #expect((product - .identity(min(rows, columns))).absolute.infinityNorm < 1e-14 * 32)
  }

  @Test func orthogonalMatricesKeepLengths() {
    var random = RandomSource(seed: 7)
    let q = Matrix<Float>.orthogonal(rows: 16, columns: 16, using: &random)
    var x: Vector<Float> = random.vector(16, in: -1...1)
    let norm = x.norm
    for _ in 0..<100 { x = q * x }
    #expect(abs(x.norm / norm - 1) < 1e-4)
  }

  @Test func orthogonalMatricesDifferAndRepeat() {
    var (first, second) = (RandomSource(seed: 1), RandomSource(seed: 1))
    let q = Matrix<Double>.orthogonal(rows: 4, columns: 4, using: &first)
    #expect(q == .orthogonal(rows: 4, columns: 4, using: &second))
    #expect(q != .orthogonal(rows: 4, columns: 4, using: &second))
    // No sign is preferred.
    let corners = (0..<200).map { _ in Matrix<Double>.orthogonal(rows: 3, columns: 3, using: &first)[0, 0] }
    #expect((60...140).contains(corners.count { $0 > 0 }))
  }

  @Test func chronoBiasesGiveMemoriesUpToTheLongest() {
    var random = RandomSource(seed: 3)
    let biases = Vector<Double>.chronoBias(2000, longest: 100, using: &random)
    let memories = biases.map { exp($0) }
    #expect(memories.allSatisfy { (1 - 1e-12...99 + 1e-9).contains($0) })
    #expect(abs(memories.sum / 2000 - 50) < 3)
    #expect(Vector<Double>.chronoBias(3, longest: 2, using: &random) == [0, 0, 0])
  }

  @Test func chronoGatesKeep() {
    var random = RandomSource(seed: 5)
    let gru = GRUCell<Double>(inputSize: 2, hiddenSize: 4, reset: .before, using: &random)
      .withChronoBias(longest: 50, using: &random)
    #expect(gru.updateGate.bias.allSatisfy { $0 >= 0 })
    let lstm = LSTMCell<Double>(inputSize: 2, hiddenSize: 4, using: &random)
      .withChronoBias(longest: 50, using: &random)
    #expect(lstm.inputGate.bias == -lstm.forgetGate.bias)
    #expect(lstm.forgetGate.bias.allSatisfy { $0 >= 0 })
  }
}
