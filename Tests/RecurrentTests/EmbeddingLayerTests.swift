import Testing

@testable import Recurrent

struct EmbeddingLayerTests {
  /// Ragged, with tokens that come twice in a sequence, in two sequences, and not at all.
  let tokens: [[Int]] = [[1, 3], [0, 3, 3, 1], [3]]
  let layer = EmbeddingLayer<Double>(Matrix(rows: [[1, 2], [3, 4], [5, 6], [7, 8], [9, 10]]))

  @Test func givesTheVectorOfEachToken() throws {
    let output = try layer(try TokenBatch(tokens, vocabulary: 5))
    #expect(output.sequences == tokens.map { $0.map { layer.vectors.row($0) } })
    #expect(output.padding.allSatisfy { $0 == 0 })
  }

  @Test func onlyTheFirstTokensCount() throws {
    let output = try layer(try TokenBatch(tokens, vocabulary: 5, lengths: [2, 1, 1]))
    #expect(output.sequences == [[[3, 4], [7, 8]], [[1, 2]], [[7, 8]]])
  }

  @Test func aVectorTakesTheSumOverItsPlaces() throws {
    let batch = try TokenBatch(tokens, vocabulary: 5)
    let slopes = try SequenceBatch<Double>(
      [[[1, 0.5], [10, 1]], [[100, 2], [1000, 4], [10_000, 8], [100_000, 16]], [[1_000_000, 32]]])
    let found = try layer.backward(
      slopes.filled(with: 7), through: batch, inputs: true, threads: .two)
    #expect(
      found.weights.vectors
        == Matrix(rows: [[100, 2], [100_001, 16.5], [0, 0], [1_011_010, 45], [0, 0]]))
    #expect(found.inputs == nil)
  }

  @Test func parametersAreTheVectors() {
    #expect(layer.parameters == [1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
    var random = RandomSource(seed: 1)
    let spread = EmbeddingLayer<Float>(vocabulary: 7, features: 3, using: &random)
    #expect(spread.vocabulary == 7)
    #expect(spread.parameters.count == 21)
    #expect(spread.parameters.maxNorm <= 0.05)
  }

  @Test func shapesThatDoNotFitAreNamed() throws {
    let smaller = try TokenBatch([[1]], vocabulary: 2)
    #expect(try layer(smaller).sequences == [[[3, 4]]])
    let larger = try TokenBatch([[1]], vocabulary: 6)
    #expect(
      shapeMessage { () throws(ShapeError) in _ = try layer(larger) }
        == "vocabulary: expected 5 elements, found 6 elements")
    let batch = try TokenBatch(tokens, vocabulary: 5)
    func message(_ gradient: [[Vector<Double>]]) throws -> String {
      let gradient = try SequenceBatch(gradient)
      return shapeMessage { () throws(ShapeError) in
        _ = try layer.backward(gradient, through: batch, inputs: true, threads: .one)
      }
    }
    #expect(try message([[[1]]]) == "gradient: expected 2 elements, found 1 elements")
    #expect(try message([[[1, 2]]]) == "gradient, lengths: expected 2×4×1, found 1 elements")
  }
}
