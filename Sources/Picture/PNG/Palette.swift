/// At most 256 colours, and a picture's pixels as numbers of them.
struct Palette {
  let colours: [Colour]
  let indices: [UInt8]

  /// The colours of a picture, the most frequent first; of too many, the others become the nearest of these.
  init(of pixels: [Colour]) {
    var counts: [Colour: Int] = [:]
    var start = 0
    for place in pixels.indices where place + 1 == pixels.count || pixels[place + 1] != pixels[place] {
      counts[pixels[place], default: 0] += place + 1 - start
      start = place + 1
    }
    let sorted = counts.sorted { ($1.value, $0.key.bits) < ($0.value, $1.key.bits) }.map(\.key)
    let colours = Array(sorted.prefix(256))
    var numbers: [Colour: UInt8] = [:]
    for (number, colour) in colours.enumerated() { numbers[colour] = UInt8(number) }
    for colour in sorted.dropFirst(256) { numbers[colour] = Self.nearest(to: colour, in: colours) }
    self.colours = colours
    var indices: [UInt8] = []
    indices.reserveCapacity(pixels.count)
    var (last, number): (Colour?, UInt8) = (nil, 0)
    for colour in pixels {
      if colour != last { (last, number) = (colour, numbers[colour] ?? 0) }
      indices.append(number)
    }
    self.indices = indices
  }

  /// The number of the colour that is nearest, the first where several are.
  private static func nearest(to colour: Colour, in colours: [Colour]) -> UInt8 {
    var (best, least) = (0, Int.max)
    for (number, other) in colours.enumerated() {
      let distance = colour.distance(to: other)
      if distance < least { (best, least) = (number, distance) }
    }
    return UInt8(best)
  }
}
