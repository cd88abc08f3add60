/// Where the edges of polygons cross lines, sixteen to a row of pixels.
struct Crossings {
  /// Lines to a row, and parts of a pixel's width that a crossing is told in.
  static let linesPerRow = 16
  static let parts = 256

  /// The rows that have crossings.
  let rows: Range<Int>
  /// For each line of these rows where its crossings begin in `places`.
  private(set) var starts: [Int]
  /// Twice the place from the left, in parts of a pixel, and one more where the edge leads downwards.
  private(set) var places: [Int32]

  private struct Edge {
    let x, slope: Double
    let top: Double
    let lines: Range<Int>
    let isDown: Bool
  }

  /// The crossings within a picture; none where there are more than `work`, from which they are taken.
  init?(of outline: Outline, width: Int, height: Int, work: inout Int) {
    let scale = Double(Self.linesPerRow)
    var edges: [Edge] = []
    for polygon in outline.polygons where work > 0 {
      var last = polygon[polygon.count - 1]
      for point in polygon {
        let (top, bottom) = last.y < point.y ? (last, point) : (point, last)
        let isDown = last.y < point.y
        last = point
        func line(_ y: Double) -> Int {
          Int(min(max((y * scale - 0.5).rounded(.up), 0), Double(height) * scale))
        }
        let lines = line(top.y)..<line(bottom.y)
        guard !lines.isEmpty else { continue }
        let slope = (bottom.x - top.x) / (bottom.y - top.y)
        edges.append(Edge(x: top.x, slope: slope, top: top.y, lines: lines, isDown: isDown))
        work -= lines.count + 10
      }
    }
    guard work > 0 else { return nil }
    let first = (edges.map(\.lines.lowerBound).min() ?? 0) / Self.linesPerRow
    let end = ((edges.map(\.lines.upperBound).max() ?? 0) + Self.linesPerRow - 1) / Self.linesPerRow
    rows = first..<max(end, first)
    let offset = first * Self.linesPerRow
    // How many more crossings each line has than the one before; then how many all lines before it have.
    var counts = [Int](repeating: 0, count: rows.count * Self.linesPerRow + 1)
    for edge in edges {
      counts[edge.lines.lowerBound - offset] += 1
      counts[edge.lines.upperBound - offset] -= 1
    }
    starts = [0]
    var (count, sum) = (0, 0)
    for line in 0..<rows.count * Self.linesPerRow {
      count += counts[line]
      sum += count
      starts.append(sum)
    }
    places = [Int32](repeating: 0, count: sum)
    var next = starts
    let limit = Double(width)
    for edge in edges {
      for line in edge.lines {
        let x = edge.x + ((Double(line) + 0.5) / scale - edge.top) * edge.slope
        let place = Int32((min(max(x, 0), limit) * Double(Self.parts)).rounded())
        places[next[line - offset]] = place * 2 + (edge.isDown ? 1 : 0)
        next[line - offset] += 1
      }
    }
    let starts = starts
    places.withUnsafeMutableBufferPointer { places in
      for (start, end) in zip(starts, starts.dropFirst()) where end - start > 1 {
        places[start..<end].sort()
      }
    }
  }

  /// The stretches of a line that are inside, in parts of a pixel.
  func forEachStretch(line: Int, _ body: (Int, Int) -> Void) {
    var (winding, start) = (0, 0)
    for index in starts[line]..<starts[line + 1] {
      let place = Int(places[index])
      if winding == 0 { start = place >> 1 }
      winding += place & 1 == 1 ? 1 : -1
      if winding == 0, place >> 1 > start { body(start, place >> 1) }
    }
  }
}
