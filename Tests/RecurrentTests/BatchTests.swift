import Recurrent
import Testing

/// What makes no batch, each with its exact words.
struct BatchTests {
  func message(_ body: () throws(BatchError) -> Void) -> String {
    do {
      try body()
      return "no error"
    } catch { return error.description }
  }

  func batch(_ sequences: [[Vector<Float>]], lengths: [Int]? = nil) -> String {
    message { () throws(BatchError) in _ = try SequenceBatch(sequences, lengths: lengths) }
  }

  func tokens(_ sequences: [[Int]], lengths: [Int]? = nil) -> String {
    message { () throws(BatchError) in _ = try TokenBatch(sequences, vocabulary: 5, lengths: lengths) }
  }

  @Test func sequencesThatMakeNoBatchAreNamed() {
    #expect(batch([]) == "expected a sequence, found an empty batch")
    #expect(batch([[[1]], []]) == "sequence 1: expected a step, found an empty sequence")
    #expect(batch([[[1, 2], [1]]]) == "sequence 0, step 1: expected 2 features, found 1")
    let notFinite = "expected a finite number, found infinity or NaN"
    #expect(batch([[[1, 2]], [[1, .nan]]]) == "sequence 1, step 0, feature 1: \(notFinite)")
    #expect(batch([[[1, 2]], [[-.infinity, 0]]]) == "sequence 1, step 0, feature 0: \(notFinite)")
    #expect(batch([[[1]]], lengths: []) == "lengths: expected 1, one for each sequence, found 0")
    #expect(batch([[[1]], [[1]]], lengths: [1, 2]) == "sequence 1: expected a length from 1 to 1, found 2")
    #expect(batch([[[1]]], lengths: [0]) == "sequence 0: expected a length from 1 to 1, found 0")
  }

  @Test func tokensThatMakeNoBatchAreNamed() {
    #expect(tokens([]) == "expected a sequence, found an empty batch")
    #expect(tokens([[]]) == "sequence 0: expected a step, found an empty sequence")
    #expect(tokens([[1], [0, 5]]) == "sequence 1, step 1: expected a number from 0 to 4, found 5")
    #expect(tokens([[-1]]) == "sequence 0, step 0: expected a number from 0 to 4, found -1")
    #expect(tokens([[1]], lengths: [2]) == "sequence 0: expected a length from 1 to 1, found 2")
  }

  /// What follows a length is padding: it may be NaN, or of another size.
  @Test func paddingDoesNotCount() throws {
    let padded = try SequenceBatch<Float>(
      [[[1, 2], [.nan, 0], [1]], [[3, 4], [5, 6]]], lengths: [1, 2])
    #expect(padded == (try SequenceBatch<Float>([[[1, 2]], [[3, 4], [5, 6]]])))
    #expect(padded.lengths == [1, 2])
    #expect(padded.steps == 2)
    #expect(padded[1, 1] == [5, 6])
    #expect(padded.last == [[1, 2], [5, 6]])
    #expect(try TokenBatch([[1, 9], [2, 3]], vocabulary: 5, lengths: [1, 2]).sequences == [[1], [2, 3]])
  }
}
