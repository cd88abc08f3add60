/// A few rows of A, a few panels of B, and where their product goes.
struct Tile<Element: Scalar> {
  typealias Wide = Element.Wide

  let a: UnsafePointer<Element>
  let rowStride: Int
  let aStep: Int
  let b: UnsafePointer<Element>
  let panelStride: Int
  let bStep: Int
  let depth: Int
  let c: UnsafeMutablePointer<Element>
  let stride: Int
  let adding: Bool

  @inline(__always)
  init(
    _ a: LeftFactor<Element>, _ row: Int, _ b: RightFactor<Element>, _ panel: Int, _ depth: Int,
    _ c: UnsafeMutablePointer<Element>, _ stride: Int, _ adding: Bool
  ) {
    self.a = a.start + row &* a.rowStride
    rowStride = a.rowStride
    aStep = a.depthStride
    self.b = b.start + panel &* b.panelStride
    panelStride = b.panelStride
    bStep = b.depthStride
    self.depth = depth
    self.c = c
    self.stride = stride
    self.adding = adding
  }

  /// Where the sum of a row and a panel starts: at 0, or at what C holds.
  @inline(__always)
  func start(_ row: Int, _ panel: Int = 0) -> Wide {
    adding ? Wide(c + (row &* stride &+ panel &* Wide.laneCount)) : Wide(repeating: 0)
  }

  @inline(__always)
  func store(_ sum: Wide, _ row: Int, _ panel: Int = 0) {
    sum.store(c + (row &* stride &+ panel &* Wide.laneCount))
  }

  func eightByTwo() {
    var (s0, s1, s2, s3) = (start(0), start(1), start(2), start(3))
    var (s4, s5, s6, s7) = (start(4), start(5), start(6), start(7))
    var (t0, t1, t2, t3) = (start(0, 1), start(1, 1), start(2, 1), start(3, 1))
    var (t4, t5, t6, t7) = (start(4, 1), start(5, 1), start(6, 1), start(7, 1))
    let row = rowStride
    var (a, b) = (a, b)
    for _ in 0..<depth {
      let (u, v) = (Wide(b), Wide(b + panelStride))
      let (a0, a1) = (Wide(repeating: a[0]), Wide(repeating: a[row]))
      s0 = s0 + a0 * u
      t0 = t0 + a0 * v
      s1 = s1 + a1 * u
      t1 = t1 + a1 * v
      let (a2, a3) = (Wide(repeating: a[2 &* row]), Wide(repeating: a[3 &* row]))
      s2 = s2 + a2 * u
      t2 = t2 + a2 * v
      s3 = s3 + a3 * u
      t3 = t3 + a3 * v
      let (a4, a5) = (Wide(repeating: a[4 &* row]), Wide(repeating: a[5 &* row]))
      s4 = s4 + a4 * u
      t4 = t4 + a4 * v
      s5 = s5 + a5 * u
      t5 = t5 + a5 * v
      let (a6, a7) = (Wide(repeating: a[6 &* row]), Wide(repeating: a[7 &* row]))
      s6 = s6 + a6 * u
      t6 = t6 + a6 * v
      s7 = s7 + a7 * u
      t7 = t7 + a7 * v
      a += aStep
      b += bStep
    }
    store(s0, 0)
    store(s1, 1)
    store(s2, 2)
    store(s3, 3)
    store(s4, 4)
    store(s5, 5)
    store(s6, 6)
    store(s7, 7)
    store(t0, 0, 1)
    store(t1, 1, 1)
    store(t2, 2, 1)
    store(t3, 3, 1)
    store(t4, 4, 1)
    store(t5, 5, 1)
    store(t6, 6, 1)
    store(t7, 7, 1)
  }

  func eightByOne() {
    var (s0, s1, s2, s3) = (start(0), start(1), start(2), start(3))
    var (s4, s5, s6, s7) = (start(4), start(5), start(6), start(7))
    let row = rowStride
    var (a, b) = (a, b)
    for _ in 0..<depth {
      let u = Wide(b)
      s0 = s0 + a[0] * u
      s1 = s1 + a[row] * u
      s2 = s2 + a[2 &* row] * u
      s3 = s3 + a[3 &* row] * u
      s4 = s4 + a[4 &* row] * u
      s5 = s5 + a[5 &* row] * u
      s6 = s6 + a[6 &* row] * u
      s7 = s7 + a[7 &* row] * u
      a += aStep
      b += bStep
    }
    store(s0, 0)
    store(s1, 1)
    store(s2, 2)
    store(s3, 3)
    store(s4, 4)
    store(s5, 5)
    store(s6, 6)
    store(s7, 7)
  }

  func oneBySix() {
    var (s0, s1, s2) = (start(0), start(0, 1), start(0, 2))
    var (s3, s4, s5) = (start(0, 3), start(0, 4), start(0, 5))
    let panel = panelStride
    var (a, b) = (a, b)
    for _ in 0..<depth {
      let x = Wide(repeating: a[0])
      s0 = s0 + x * Wide(b)
      s1 = s1 + x * Wide(b + panel)
      s2 = s2 + x * Wide(b + 2 &* panel)
      s3 = s3 + x * Wide(b + 3 &* panel)
      s4 = s4 + x * Wide(b + 4 &* panel)
      s5 = s5 + x * Wide(b + 5 &* panel)
      a += aStep
      b += bStep
    }
    store(s0, 0)
    store(s1, 0, 1)
    store(s2, 0, 2)
    store(s3, 0, 3)
    store(s4, 0, 4)
    store(s5, 0, 5)
  }

  func oneByThree() {
    var (s0, s1, s2) = (start(0), start(0, 1), start(0, 2))
    let panel = panelStride
    var (a, b) = (a, b)
    for _ in 0..<depth {
      let x = Wide(repeating: a[0])
      s0 = s0 + x * Wide(b)
      s1 = s1 + x * Wide(b + panel)
      s2 = s2 + x * Wide(b + 2 &* panel)
      a += aStep
      b += bStep
    }
    store(s0, 0)
    store(s1, 0, 1)
    store(s2, 0, 2)
  }

  func oneByOne() {
    var sum = start(0)
    var (a, b) = (a, b)
    for _ in 0..<depth {
      sum = sum + a[0] * Wide(b)
      a += aStep
      b += bStep
    }
    store(sum, 0)
  }
}
