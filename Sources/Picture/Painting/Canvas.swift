/// A picture in the making: rows of pixels, from the top.
struct Canvas {
  let width: Int
  let height: Int
  private(set) var pixels: [Colour]
  /// How much may still be done. What a figure needs is far below it; a hostile drawing comes to its end.
  private(set) var work = 40_000_000
  private var coverage: Coverage

  /// How many shades there are from a colour to the one it lies upon: as many as are seen, and few enough for a
  /// palette.
  private static let shades = 16

  init(width: Int, height: Int, colour: Colour) {
    (self.width, self.height) = (width, height)
    pixels = [Colour](repeating: colour, count: width * height)
    coverage = Coverage(width: width)
  }

  /// Paints what contours enclose.
  mutating func fill(_ contours: [Contour], _ colour: Colour, opacity: Int) {
    paint(Outline(filling: contours), colour, opacity: opacity)
  }

  /// Paints the line along contours.
  mutating func stroke(_ contours: [Contour], _ colour: Colour, width: Double, dashes: [Double]) {
    paint(Outline(stroking: contours, width: width, dashes: dashes, work: &work), colour, opacity: 1000)
  }

  private mutating func paint(_ outline: Outline, _ colour: Colour, opacity: Int) {
    guard work > 0,
      let crossings = Crossings(of: outline, width: width, height: height, work: &work)
    else { return }
    for (index, row) in crossings.rows.enumerated() where work > 0 {
      for line in 0..<Crossings.linesPerRow {
        crossings.forEachStretch(line: index * Crossings.linesPerRow + line) { coverage.add($0, $1) }
      }
      for (columns, covered) in coverage.taken() {
        let share = (covered * Self.shades * 2 + Coverage.whole) / (2 * Coverage.whole)
        work -= columns.count
        let start = row * width
        blend(colour, share * opacity, in: start + columns.lowerBound..<start + columns.upperBound)
      }
    }
  }

  /// Covers pixels with a colour, of which `share` says how much, in thousandths of a shade.
  private mutating func blend(_ colour: Colour, _ share: Int, in range: Range<Int>) {
    pixels.withUnsafeMutableBufferPointer { pixels in
      guard share < Self.shades * 1000 else { return pixels[range].update(repeating: colour) }
      var (under, mixed) = (colour, colour)
      for place in range {
        let here = pixels[place]
        if here != under {
          under = here
          mixed = colour.over(here, share: share, of: Self.shades * 1000)
        }
        pixels[place] = mixed
      }
    }
  }
}
