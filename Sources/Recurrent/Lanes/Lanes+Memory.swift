extension Lanes {
  /// The numbers that lie from `pointer` on, as many as there are lanes.
  @inlinable @inline(__always)
  init(_ pointer: UnsafePointer<Number>) {
    self = UnsafeRawPointer(pointer).loadUnaligned(as: Self.self)
  }

  /// Writes the lanes from `pointer` on.
  @inlinable @inline(__always)
  func store(_ pointer: UnsafeMutablePointer<Number>) {
    UnsafeMutableRawPointer(pointer).storeBytes(of: self, as: Self.self)
  }
}

extension UnsafePointer where Pointee: Scalar {
  /// The lanes that begin at an index.
  @inline(__always)
  func wide(_ index: Int) -> Pointee.Wide { Pointee.Wide(self + index) }
}

extension UnsafeMutablePointer where Pointee: Scalar {
  /// The lanes that begin at an index.
  @inline(__always)
  func wide(_ index: Int) -> Pointee.Wide { Pointee.Wide(UnsafePointer(self) + index) }

  @inline(__always)
  func set(_ index: Int, _ lanes: Pointee.Wide) { lanes.store(self + index) }
}

/// Calls `body` with the first index of each group of lanes in a range that is made of such groups.
@inline(__always)
func forLanes<Element: Scalar>(of: Element.Type, in range: Range<Int>, _ body: (Int) -> Void) {
  var i = range.lowerBound
  while i < range.upperBound {
    body(i)
    i &+= Element.Wide.laneCount
  }
}

/// A computation that goes through memory number by number, each on its own.
protocol LaneLoop<Element> {
  associatedtype Element: Scalar

  /// Computes the numbers from an index on, as many as `L` has lanes.
  func compute<L: Lanes>(_ lanes: L.Type, at index: Int) where L.Number == Element
}

extension LaneLoop {
  /// Computes `count` numbers: in wide lanes, and those that are left one by one.
  @inline(__always)
  func run(_ count: Int) {
    var i = 0
    while i &+ Element.Wide.laneCount <= count {
      compute(Element.Wide.self, at: i)
      i &+= Element.Wide.laneCount
    }
    while i < count {
      compute(Element.Single.self, at: i)
      i &+= 1
    }
  }
}
