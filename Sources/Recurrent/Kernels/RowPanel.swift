extension UnsafeMutablePointer where Pointee: Scalar {
  /// Writes rows as the lanes of a panel: number k of row l goes to lane l of row k. Lanes without a row get 0.
  ///
  /// A sum over a row then runs in its lane from left to right, and as many rows are summed at once as there are lanes.
  @inline(__always)
  func setLanes(rows: UnsafePointer<Pointee>, stride: Int, count: Int, width: Int) {
    let lanes = Pointee.Wide.laneCount
    for k in 0..<width {
      let target = self + k &* lanes
      for l in 0..<count { target[l] = rows[l &* stride &+ k] }
      for l in count..<lanes { target[l] = 0 }
    }
  }

  /// Writes the lanes of a panel as rows.
  @inline(__always)
  func setRows(lanes panel: UnsafePointer<Pointee>, stride: Int, count: Int, width: Int) {
    let lanes = Pointee.Wide.laneCount
    for l in 0..<count {
      let target = self + l &* stride
      for k in 0..<width { target[k] = panel[k &* lanes &+ l] }
    }
  }

  /// Writes the first `width` numbers of rows of another stride.
  @inline(__always)
  func setRows(_ rows: UnsafePointer<Pointee>, stride: Int, from other: Int, count: Int, width: Int) {
    for row in 0..<count {
      (self + row &* stride).update(from: rows + row &* other, count: width)
    }
  }
}

/// Calls `body` with the first row of each panel and the number of its rows: as many as there are lanes, or what is left.
@inline(__always)
func forPanels<Element: Scalar>(of: Element.Type, in rows: Range<Int>, _ body: (Int, Int) -> Void) {
  var first = rows.lowerBound
  while first < rows.upperBound {
    body(first, min(Element.Wide.laneCount, rows.upperBound &- first))
    first &+= Element.Wide.laneCount
  }
}
