/// Where what comes next in rows of pixels has been before.
struct Repeats {
  /// The longest stretch that the format can repeat at once, and from how far back.
  static let longest = 258
  private static let farthest = 32768
  /// How many earlier places of the same beginning are looked at, and from what length on none are.
  private static let tries = 24
  private static let enough = 64

  private let bytes: UnsafeBufferPointer<UInt8>
  /// Where a drawing repeats itself most: in the pixel before, and above.
  private let near: [Int]
  /// The last place of each beginning, and for each place of the window the one before of its beginning.
  private var last = [Int](repeating: -1, count: 1 << 15)
  private var before = [Int](repeating: -1, count: farthest)

  init(_ bytes: UnsafeBufferPointer<UInt8>, rowLength: Int) {
    self.bytes = bytes
    near = [1, rowLength, rowLength - 1, rowLength + 1]
  }

  /// The longest stretch at `place` that was there before, if any is of three bytes or more; the nearest of several.
  /// It is asked for places in their order.
  mutating func longest(at place: Int) -> (length: Int, distance: Int)? {
    let most = min(Self.longest, bytes.count - place)
    var (length, distance) = (0, 0)
    func consider(_ candidate: Int) {
      guard candidate <= place, length < most,
        length == 0 || bytes[place + length] == bytes[place + length - candidate]
      else { return }
      var same = 0
      while same < most, bytes[place + same] == bytes[place + same - candidate] { same += 1 }
      if same > length { (length, distance) = (same, candidate) }
    }
    near.forEach(consider)
    if most >= 4, length < Self.enough {
      var earlier = last[beginning(at: place)]
      for _ in 0..<Self.tries {
        guard earlier >= 0, place - earlier <= Self.farthest, length < most else { break }
        consider(place - earlier)
        let next = before[earlier % Self.farthest]
        guard next < earlier else { break }
        earlier = next
      }
    }
    // The inside of a stretch of one colour is no beginning of anything.
    let taken = length < 3 || distance == 1 ? 1 : length
    for known in place..<place + taken where known + 4 <= bytes.count {
      let beginning = beginning(at: known)
      before[known % Self.farthest] = last[beginning]
      last[beginning] = known
    }
    return length >= 3 ? (length, distance) : nil
  }

  /// A number of fifteen bits from the next four bytes.
  private func beginning(at place: Int) -> Int {
    let four =
      UInt32(bytes[place]) | UInt32(bytes[place + 1]) << 8 | UInt32(bytes[place + 2]) << 16
      | UInt32(bytes[place + 3]) << 24
    return Int((four &* 0x9E37_79B1) >> 17)
  }
}
