import Recurrent
import Testing

struct MatrixTests {
  let a = Matrix<Float>(rows: [[1, -2, 3], [4, 5, -6]])

  @Test func elementsAndRows() {
    #expect(a.rows == 2)
    #expect(a.columns == 3)
    #expect(a[1, 2] == -6)
    #expect(a.row(1) == [4, 5, -6])
    var changed = a
    changed[0, 1] = 9
    #expect(changed == Matrix(rows: [[1, 9, 3], [4, 5, -6]]))
    #expect(Matrix<Float>(rows: 2, columns: 1, repeating: 7) == Matrix(rows: [[7], [7]]))
    #expect(Matrix<Float>.zeros(rows: 1, columns: 2) == Matrix(rows: [[0, 0]]))
  }

  @Test func products() {
    #expect(a * Vector<Float>([1, 2, 3]) == [6, -4])
    #expect(a * a.transposed == Matrix(rows: [[14, -24], [-24, 77]]))
    #expect(a * Matrix.identity(3) == a)
    #expect(Matrix.identity(2) * a == a)
    #expect(Matrix<Float>.zeros(rows: 2, columns: 0) * Vector<Float>([]) == [0, 0])
  }

  @Test func elementwiseOperators() {
    #expect(a + a == 2 * a)
    #expect(a - a == .zeros(rows: 2, columns: 3))
    #expect(a * 2 == 2 * a)
    #expect(-a == -1 * a)
    #expect(a.map { $0 + 1 } == Matrix(rows: [[2, -1, 4], [5, 6, -5]]))
  }

  @Test func transposeAndNorm() {
    #expect(a.transposed == Matrix(rows: [[1, 4], [-2, 5], [3, -6]]))
    #expect(a.absolute == Matrix(rows: [[1, 2, 3], [4, 5, 6]]))
    #expect(a.infinityNorm == 15)
    #expect(a.transposed.infinityNorm == 9)
  }

  @Test func description() {
    #expect("\(Matrix<Float>(rows: [[1, 2], [3, -0.5]]))" == "[1.0, 2.0]\n[3.0, -0.5]")
  }

  @Test func productMismatchNamesBothShapes() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = Matrix<Float>.identity(2) * Vector<Float>([1, 2, 3])
    }
    #expect(said(result, "product of a 2×2 matrix and a vector of 3 elements"))
  }

  @Test func matrixProductMismatchNamesBothShapes() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = Matrix<Float>.identity(2) * Matrix<Float>.identity(3)
    }
    #expect(said(result, "product of 2×2 and 3×3 matrices"))
  }

  @Test func unequalRowsAreNamed() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = Matrix<Float>(rows: [[1, 2], [3]])
    }
    #expect(said(result, "a matrix with rows of 2 and 1 elements"))
  }

  @Test func elementOutsideIsNamed() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = Matrix<Float>.identity(2)[0, 2]
    }
    #expect(said(result, "element (0, 2) of a 2×2 matrix"))
  }
}
