import Testing

@testable import Recurrent

/// Formulas in wide lanes against the same formulas with one number.
struct LaneTests {
  @Test func lanesFillTheirVector() {
    func check<Element: Scalar>(_: Element.Type) {
      #expect(Element.Wide.laneCount * MemoryLayout<Element>.size == MemoryLayout<Element.Wide>.size)
      #expect(Element.Single.laneCount == 1)
      let lanes = Element.Wide.laneCount
      for (count, padded) in [(0, 0), (1, lanes), (lanes, lanes), (lanes + 1, 2 * lanes)] {
        #expect(Element.padded(count) == padded)
      }
    }
    check(Float.self)
    check(Double.self)
  }

  /// A function in wide lanes and with one number.
  typealias Function<Element: Scalar> = (
    name: String, wide: (Element.Wide) -> Element.Wide, single: (Element) -> Element
  )

  func functions<Element: Scalar>(of: Element.Type) -> [Function<Element>] {
    [
      ("exp", { Element.exp(lanes: $0) }, { Element.exp($0) }),
      ("tanh", { Element.tanh(lanes: $0) }, { Element.tanh($0) }),
      ("sigmoid", { Element.sigmoid(lanes: $0) }, { Element.sigmoid($0) }),
      ("squareRoot", { squareRoot(lanes: $0) }, { squareRoot($0) }),
      ("flushed", { $0.flushed }, { $0.magnitude < .leastNormalMagnitude * 0x1p24 ? 0 : $0 }),
    ]
  }

  /// The numbers where the two differ: not in a bit, but NaN is NaN.
  func differences<Element: Scalar>(_ function: Function<Element>, at xs: [Element]) -> [Element] {
    let lanes = Element.Wide.laneCount
    var found: [Element] = []
    for start in stride(from: 0, to: xs.count, by: lanes) {
      // Neighbours of all sorts: a lane must not see what is in another.
      let group = (0..<lanes).map { xs[(start + $0 * 7) % xs.count] }
      var results = group
      group.withUnsafeBufferPointer { group in
        results.withUnsafeMutableBufferPointer { results in
          guard let source = group.baseAddress, let target = results.baseAddress else { return }
          function.wide(source.wide(0)).store(target)
        }
      }
      for (x, y) in zip(group, results) {
        let expected = function.single(x)
        let isSame = y == expected && y.sign == expected.sign || y.isNaN && expected.isNaN
        if !isSame { found.append(x) }
      }
    }
    return found
  }

  /// Both zeros, both infinities, NaN, subnormals, the ends of the functions, and what lies beside them.
  func special<Element: Scalar>(_ ends: [Element]) -> [Element] {
    let magnitudes: [Element] =
      [
        0, .leastNonzeroMagnitude, .leastNormalMagnitude, .leastNormalMagnitude * 0x1p24, 0x1p-30, 0.5, 0.625,
        1, 2, .greatestFiniteMagnitude, .infinity, .leastNormalMagnitude / 2,
      ] + ends
    return [.nan, -.nan] + magnitudes.flatMap { [$0, $0.nextUp, $0.nextDown, -$0, -$0.nextUp, -$0.nextDown] }
  }

  func check<Element: Scalar>(ends: [Element], bits: (UInt64) -> Element) {
    var random = RandomSource(seed: 1)
    let xs =
      special(ends) + (0..<1500).map { _ in bits(random.next()) }
      + (0..<1500).map { _ in random.uniform(-20, 20) }
    for function in functions(of: Element.self) {
      #expect(differences(function, at: xs) == [], "\(function.name)")
    }
  }

  @Test func functionsInLanesGiveTheBitsOfOneNumberInFloat() {
    check(ends: [88.722_84, 103.972_08, 16.635_532]) { Float(bitPattern: UInt32(truncatingIfNeeded: $0)) }
  }

  @Test func functionsInLanesGiveTheBitsOfOneNumberInDouble() {
    check(ends: [709.782_712_893_384, 745.133_22, 36.736_801]) { Double(bitPattern: $0) }
  }

  // MARK: - Loops

  /// Adds 1 to numbers in memory.
  struct Increment<Element: Scalar>: LaneLoop {
    let numbers: UnsafeMutablePointer<Element>

    func compute<L: Lanes>(_ lanes: L.Type, at i: Int) where L.Number == Element {
      (L(UnsafePointer(numbers + i)) + 1).store(numbers + i)
    }
  }

  /// For each count, also none, every number is computed once, and none after them.
  @Test func aLoopComputesEveryNumberOnce() {
    func check<Element: Scalar>(_: Element.Type) {
      for count in 0...40 {
        var numbers = (0..<80).map { Element($0) }
        numbers.withUnsafeMutableBufferPointer {
          if let start = $0.baseAddress { Increment(numbers: start).run(count) }
        }
        #expect(numbers == (0..<80).map { Element($0 < count ? $0 + 1 : $0) }, "\(count)")
      }
    }
    check(Float.self)
    check(Double.self)
  }

  @Test func groupsOfLanesFollowEachOther() {
    var starts: [Int] = []
    forLanes(of: Float.self, in: 0..<48) { starts.append($0) }
    #expect(starts == [0, 16, 32])
    starts = []
    forLanes(of: Double.self, in: 8..<24) { starts.append($0) }
    #expect(starts == [8, 16])
  }

  /// Whatever the number of parameters, each moves as it would alone.
  @Test func optimisersMoveEveryParameterAsIfAlone() {
    func check<Model: Optimiser>(_ optimiser: Model) {
      var random = RandomSource(seed: 2)
      for count in [1, 7, 8, 9, 15, 16, 17, 31, 37] {
        let slopes = (0..<3).map { _ in random.vector(count, in: -1...1) as Vector<Model.Element> }
        let start = random.vector(count, in: -1...1) as Vector<Model.Element>
        var (together, p) = (optimiser, start)
        for slope in slopes { together.step(&p, along: slope) }
        for i in 0..<count {
          var (alone, q) = (optimiser, [start[i]] as Vector<Model.Element>)
          for slope in slopes { alone.step(&q, along: [slope[i]]) }
          #expect(p[i] == q[0] && p[i] != start[i], "parameter \(i) of \(count)")
        }
      }
    }
    check(Adam<Float>(rate: 0.1))
    check(Adam<Double>(rate: 0.1))
    check(SGD<Float>(rate: 0.1, momentum: 0.9))
    check(SGD<Double>(rate: 0.1, momentum: 0.9))
  }
}
