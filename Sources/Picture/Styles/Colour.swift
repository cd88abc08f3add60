/// An opaque colour, as a style sheet writes it: `#rrggbb` or `#rgb`.
public struct Colour: Hashable, Sendable {
  /// Red, green and blue, from the highest of the lower 24 bits.
  let bits: UInt32

  init(bits: UInt32) { self.bits = bits }

  /// The colour of a text such as `#2c63be`; none for another text.
  public init?(_ text: some StringProtocol) {
    guard text.first == "#" else { return nil }
    let digits = text.dropFirst().compactMap { $0.isASCII ? $0.hexDigitValue.map(UInt32.init) : nil }
    guard digits.count == text.count - 1 else { return nil }
    switch digits.count {
    case 3: bits = digits.reduce(0) { $0 << 8 | $1 * 0x11 }
    case 6: bits = digits.reduce(0) { $0 << 4 | $1 }
    default: return nil
    }
  }

  var channels: (red: Int, green: Int, blue: Int) {
    (Int(bits >> 16 & 0xFF), Int(bits >> 8 & 0xFF), Int(bits & 0xFF))
  }

  /// This colour over another, of which it covers `share` parts in `whole`.
  func over(_ other: Colour, share: Int, of whole: Int) -> Colour {
    let (top, under) = (channels, other.channels)
    func mixed(_ top: Int, _ under: Int) -> UInt32 {
      UInt32((top * share + under * (whole - share) + whole / 2) / whole)
    }
    return Colour(
      bits: mixed(top.red, under.red) << 16 | mixed(top.green, under.green) << 8
        | mixed(top.blue, under.blue))
  }

  /// The square of the distance to another colour.
  func distance(to other: Colour) -> Int {
    let (one, two) = (channels, other.channels)
    func square(_ x: Int) -> Int { x * x }
    return square(one.red - two.red) + square(one.green - two.green) + square(one.blue - two.blue)
  }
}
