import Recurrent
import Testing

struct VectorTests {
  let a: Vector<Float> = [1, -2, 0.5]
  let b: Vector<Float> = [4, 3, -2]

  @Test func operatorsAreElementwise() {
    #expect(a + b == [5, 1, -1.5])
    #expect(a - b == [-3, -5, 2.5])
    #expect(a ⊙ b == [4, -6, -1])
    #expect(-a == [-1, 2, -0.5])
    #expect(1 - a == [0, 3, 0.5])
    #expect(a - 1 == [0, -3, -0.5])
    #expect(1 + a == [2, -1, 1.5])
    #expect(a + 1 == [2, -1, 1.5])
    #expect(2 * a == [2, -4, 1])
    #expect(a * 2 == [2, -4, 1])
  }

  @Test func hadamardProductBindsLikeMultiplication() {
    #expect(a + b ⊙ b == [17, 7, 4.5])
  }

  @Test func functionsAreElementwise() {
    #expect(sigmoid(a)[1] == Float.sigmoid(-2))
    #expect(tanh(a)[2] == Float.tanh(0.5))
    #expect(abs(a) == [1, 2, 0.5])
    #expect(a.map { $0 * $0 } == [1, 4, 0.25])
  }

  @Test func sumsAndNorms() {
    #expect(dot(a, b) == -3)
    #expect(a.dot(b) == -3)
    #expect(a.sum == -0.5)
    #expect(b.maxNorm == 4)
    #expect(Vector<Float>([-5, 2]).maxNorm == 5)
    #expect(Vector<Float>([3, -4]).norm == 5)
    #expect(Vector<Float>([]).maxNorm == 0)
    #expect(Vector<Float>([1, .nan]).maxNorm.isNaN)
    #expect(Vector<Float>([.nan, 1]).maxNorm.isNaN)
  }

  @Test func sumRunsFromLeftToRight() {
    #expect(Vector<Float>([1, 0x1p-24, 0x1p-24]).sum == 1)
    #expect(Vector<Float>([0x1p-24, 0x1p-24, 1]).sum == 1 + 0x1p-23)
  }

  @Test func isACollection() {
    var v = Vector<Float>.zeros(3)
    v[1] = 7
    #expect(v.count == 3)
    #expect(Array(v) == [0, 7, 0])
    #expect(Vector(v.reversed()) == [0, 7, 0])
    #expect(v.max() == 7)
    #expect(Vector<Float>.ones(2) == Vector(repeating: 1, count: 2))
    #expect(Vector((0..<3).map(Float.init)) == [0, 1, 2])
  }

  @Test func description() {
    #expect("\(Vector<Float>([0.5, -0.25]))" == "[0.5, -0.25]")
    #expect("\(Vector<Double>([]))" == "[]")
  }

  @Test func mismatchNamesBothSizes() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = Vector<Float>([1, 2, 3]) + Vector<Float>([1, 2])
    }
    #expect(said(result, "+ of vectors of 3 and 2 elements"))
  }

  @Test func dotMismatchNamesBothSizes() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = Vector<Float>([1]).dot([1, 2])
    }
    #expect(said(result, "dot product of vectors of 1 and 2 elements"))
  }
}

/// Whether a process that stopped wrote the words to its standard error.
func said(_ result: ExitTest.Result?, _ words: String) -> Bool {
  String(decoding: result?.standardErrorContent ?? [], as: UTF8.self).contains(words)
}
