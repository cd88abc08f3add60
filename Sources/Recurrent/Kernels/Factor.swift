/// The left factor A of a product A B: element (i, k) stands at i · rowStride + k · depthStride.
struct LeftFactor<Element: Scalar> {
  let start: UnsafePointer<Element>
  let rowStride: Int
  let depthStride: Int

  /// A as rows: the usual order.
  init(rows start: UnsafePointer<Element>, stride: Int) {
    self.start = start
    rowStride = stride
    depthStride = 1
  }

  /// Aᵀ of a matrix that lies in memory as rows.
  init(transposing start: UnsafePointer<Element>, stride: Int) {
    self.start = start
    rowStride = 1
    depthStride = stride
  }
}

/// The right factor B, cut into panels as wide as the lanes: row k of panel p stands at p · panelStride + k · depthStride.
struct RightFactor<Element: Scalar> {
  let start: UnsafePointer<Element>
  let panelStride: Int
  let depthStride: Int

  /// B as rows whose length is a multiple of the lanes.
  init(rows start: UnsafePointer<Element>, stride: Int) {
    self.start = start
    panelStride = Element.Wide.laneCount
    depthStride = stride
  }

  /// B packed: one panel after the other, each `depth` rows of lanes.
  init(panels start: UnsafePointer<Element>, depth: Int) {
    self.start = start
    panelStride = depth * Element.Wide.laneCount
    depthStride = Element.Wide.laneCount
  }

  init(start: UnsafePointer<Element>, panelStride: Int, depthStride: Int) {
    self.start = start
    self.panelStride = panelStride
    self.depthStride = depthStride
  }

  /// B without its first `depth` rows.
  func advanced(by depth: Int) -> RightFactor {
    RightFactor(start: start + depth * depthStride, panelStride: panelStride, depthStride: depthStride)
  }
}
