import Foundation
import Testing

@testable import Recurrent

/// The product in tiles against three plain loops, to the bit.
struct MultiplyTests {
  /// Factors of the largest size, of which every product takes its part.
  struct Factors<Element: Scalar> {
    let rows: Int
    let columns: Int
    let depth: Int
    /// A as rows, a little longer than the depth, and Aᵀ as rows, a little longer than A has rows.
    let a: [Element]
    let transposed: [Element]
    /// B as rows, and in panels.
    let b: [Element]
    let panels: [Element]
    /// What C holds before.
    let c: [Element]

    var aStride: Int { depth + 3 }
    var transposedStride: Int { rows + 2 }
    var cStride: Int { columns + Element.Wide.laneCount }

    init(rows: Int, panels panelCount: Int, depth: Int) {
      var random = RandomSource(seed: UInt64(depth + 1))
      let lanes = Element.Wide.laneCount
      let columns = panelCount * lanes
      (self.rows, self.columns, self.depth) = (rows, columns, depth)
      let a = Array(random.vector(rows * (depth + 3), in: -1...1) as Vector<Element>)
      let b = Array(random.vector(max(1, depth) * columns, in: -1...1) as Vector<Element>)
      var transposed = [Element](repeating: .nan, count: max(1, depth) * (rows + 2))
      var panels = b
      for k in 0..<depth {
        for i in 0..<rows { transposed[k * (rows + 2) + i] = a[i * (depth + 3) + k] }
        for j in 0..<columns {
          panels[(j / lanes * depth + k) * lanes + j % lanes] = b[k * columns + j]
        }
      }
      (self.a, self.b, self.transposed, self.panels) = (a, b, transposed, panels)
      c = Array(random.vector(rows * (columns + lanes), in: -1...1))
    }

    /// A B, or C + A B, by three loops; each sum in the order of the depth.
    func plain(adding: Bool) -> [Element] {
      var result = c
      for i in 0..<rows {
        for j in 0..<columns {
          var sum = adding ? c[i * cStride + j] : 0
          for k in 0..<depth { sum += a[i * aStride + k] * b[k * columns + j] }
          result[i * cStride + j] = sum
        }
      }
      return result
    }

    /// The first `rows` × `columns` of the product in tiles; the rest of C as it was.
    func tiled(
      rows: Int, columns: Int, isTransposed: Bool, isPacked: Bool, adding: Bool, backwards: Bool
    ) throws -> [Element] {
      try a.withUnsafeBufferPointer { a in
        try transposed.withUnsafeBufferPointer { transposed in
          try (isPacked ? panels : b).withUnsafeBufferPointer { b in
            let right = try #require(b.baseAddress)
            let left = try #require((isTransposed ? transposed : a).baseAddress)
            var result = c
            try result.withUnsafeMutableBufferPointer { c in
              multiply(
                isTransposed
                  ? LeftFactor(transposing: left, stride: transposedStride)
                  : LeftFactor(rows: left, stride: aStride),
                isPacked
                  ? RightFactor(panels: right, depth: depth)
                  : RightFactor(rows: right, stride: self.columns), rows: rows, columns: columns,
                depth: depth, into: try #require(c.baseAddress), stride: cStride, adding: adding,
                backwards: backwards)
            }
            return result
          }
        }
      }
    }

    /// Whether the product of a part has the bits of the loops, and what lies around it those of before.
    func agree(_ found: [Element], _ expected: [Element], rows: Int, columns: Int) -> Bool {
      let size = MemoryLayout<Element>.stride
      return found.withUnsafeBytes { found in
        expected.withUnsafeBytes { expected in
          c.withUnsafeBytes { c in
            guard let found = found.baseAddress, let expected = expected.baseAddress,
              let c = c.baseAddress
            else { return false }
            return (0..<self.rows).allSatisfy { i in
              let (start, end) = (i * cStride * size, (i + 1) * cStride * size)
              let middle = i < rows ? start + columns * size : start
              return memcmp(found + start, expected + start, middle - start) == 0
                && memcmp(found + middle, c + middle, end - middle) == 0
            }
          }
        }
      }
    }

    /// Products of all of the given sizes, added or not, of both kinds of left and of right factor, with the panels
    /// in both orders.
    func check(rows: some Sequence<Int>, panels: some Collection<Int>) throws {
      for adding in [false, true] {
        let expected = plain(adding: adding)
        for rows in rows {
          for panels in panels {
            for (isTransposed, isPacked, backwards) in [(false, true, true), (true, false, false)] {
              let columns = panels * Element.Wide.laneCount
              let found = try tiled(
                rows: rows, columns: columns, isTransposed: isTransposed, isPacked: isPacked,
                adding: adding, backwards: backwards)
              #expect(
                agree(found, expected, rows: rows, columns: columns),
                "\(rows) rows, \(panels) panels, depth \(depth), adding \(adding), A\(isTransposed ? "ᵀ" : "")"
              )
            }
          }
        }
      }
    }
  }

  func checkAllShapes<Element: Scalar>(of: Element.Type) throws {
    for depth in 0...5 {
      try Factors<Element>(rows: 20, panels: 8, depth: depth).check(rows: 0...20, panels: 0...8)
    }
    try Factors<Element>(rows: 17, panels: 7, depth: 130).check(rows: [1, 8, 17], panels: [1, 2, 3, 7])
    // More rows than are read again for each pair of panels.
    try Factors<Element>(rows: 73, panels: 3, depth: 2).check(rows: [32, 33, 40, 73], panels: [1, 3])
  }

  @Test func everyShapeGivesTheBitsOfPlainLoopsInFloat() throws { try checkAllShapes(of: Float.self) }

  @Test func everyShapeGivesTheBitsOfPlainLoopsInDouble() throws { try checkAllShapes(of: Double.self) }
}
