import Testing

@testable import Recurrent

/// Memory of the kernels: values that share it, the packing of matrices, and its division among threads.
struct BufferTests {
  func numbers(_ buffer: Buffer<Float>) -> [Float] {
    defer { buffer.keepAlive() }
    return Array(UnsafeBufferPointer(start: buffer.pointer, count: buffer.count))
  }

  @Test func aCopyIsAValue() {
    var first = Buffer<Float>(zeros: 3)
    first.writable()[0] = 1
    let second = first
    #expect(first.pointer == second.pointer)
    first.writable()[1] = 2
    #expect(numbers(first) == [1, 2, 0])
    #expect(numbers(second) == [1, 0, 0])
  }

  @Test func aBufferOfOneOwnerIsNotCopied() {
    var buffer = Buffer<Float>(zeros: 3)
    let start = buffer.pointer
    #expect(UnsafePointer(buffer.writable()) == start)
  }

  @Test func memoryBeginsAtACacheLine() {
    for count in [0, 1, 5, 100] {
      let buffer = Buffer<Float>(zeros: count)
      #expect(Int(bitPattern: buffer.pointer) % 64 == 0)
      #expect(numbers(buffer) == Array(repeating: 0, count: count))
    }
  }

  /// A batch is a value too: a copy keeps its numbers when the other is changed.
  @Test func aBatchIsAValue() throws {
    var first = try SequenceBatch<Float>([[[1, 2], [3, 4]]])
    let second = first
    first.add(second)
    #expect(first.sequences == [[[2, 4], [6, 8]]])
    #expect(second.sequences == [[[1, 2], [3, 4]]])
  }

  // MARK: - Packing

  /// Two matrices of 17 rows and 3 columns, all elements of which differ.
  let matrices: [Matrix<Float>] = [100, 200].map { (start: Int) in
    let rows: [[Float]] = (0..<17).map { u in (0..<3).map { k in Float(start + 5 * u + k) } }
    return Matrix(rows: rows)
  }

  /// Element (k, column) of a right factor that is packed in panels.
  func element(_ buffer: Buffer<Float>, _ k: Int, _ column: Int, depth: Int) -> Float {
    numbers(buffer)[(column / 16 * depth + k) * 16 + column % 16]
  }

  @Test func transposedMatricesStandSideBySide() {
    let packed = Buffer<Float>.transposed(matrices, columns: 3)
    #expect(packed.count == 2 * 32 * 3)
    for k in 0..<3 {
      for column in 0..<64 {
        let (g, u) = (column / 32, column % 32)
        #expect(element(packed, k, column, depth: 3) == (u < 17 ? matrices[g][u, k] : 0))
      }
    }
  }

  @Test func stackedMatricesStandOneBelowTheOther() {
    let packed = Buffer<Float>.stacked(matrices, columns: 3)
    #expect(packed.count == 16 * 64)
    for row in 0..<64 {
      for k in 0..<16 {
        let (g, u) = (row / 32, row % 32)
        #expect(element(packed, row, k, depth: 64) == (u < 17 && k < 3 ? matrices[g][u, k] : 0))
      }
    }
  }

  @Test func vectorsStandOneAfterTheOther() {
    let zeros = Array(repeating: Float(0), count: 14)
    #expect(numbers(.rows([[1, 2], [3, 4]])) == [1, 2] + zeros + [3, 4] + zeros)
  }

  // MARK: - Threads

  /// Parts touch each other, cover all, begin at multiples of the grain, and are no more than the threads.
  @Test func threadsDivideWithoutGapsAndOverlaps() {
    for threads in [0, 1, 2, 3, 5] {
      for (count, grain) in [(0, 8), (1, 8), (8, 8), (9, 8), (19, 8), (64, 8), (171, 64), (7, 1)] {
        let places = UnsafeMutablePointer<Range<Int>>.allocate(capacity: count + 1)
        let calls = UnsafeMutablePointer<Int>.allocate(capacity: count + 1)
        places.initialize(repeating: 0..<0, count: count + 1)
        calls.initialize(repeating: 0, count: count + 1)
        defer {
          places.deallocate()
          calls.deallocate()
        }
        Threads(threads).divide(count, grain: grain) { part in
          for i in part {
            places[i] = part
            calls[i] += 1
          }
        }
        #expect((0..<count).allSatisfy { calls[$0] == 1 && places[$0].contains($0) })
        let parts = Set((0..<count).map { places[$0] })
        #expect(parts.allSatisfy { $0.lowerBound % grain == 0 })
        #expect(parts.count <= max(1, threads))
        #expect(parts.count == min(max(1, threads), (count + grain - 1) / grain), "\(count) by \(threads)")
      }
    }
  }
}
