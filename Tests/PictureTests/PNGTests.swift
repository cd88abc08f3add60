import Testing

@testable import Picture

/// Pictures as files, read back by a reader of its own.
@Suite struct PNGTests {
  private func canvas(_ shapes: String) throws -> Canvas { try PictureTests.canvas(shapes) }

  @Test(arguments: [
    "", "<circle class=\"line red\" fill=\"#00f\" fill-opacity=\".3\" cx=\"100\" cy=\"100\" r=\"50\"/>",
    "<path class=\"line\" d=\"M0,0L516,231M516,0L0,231\"/>",
  ])
  func aFileHoldsEveryPixel(shapes: String) throws {
    let canvas = try canvas(shapes)
    let file = try PNGFile(PNG.file(of: canvas))
    #expect(file.width == 1200 && file.height == 630)
    #expect(file.pixels == canvas.pixels.map(\.bits))
  }

  /// The bytes are those that were made when this was written, on whatever machine.
  @Test func theSameDrawingGivesTheSameBytes() throws {
    let canvas = try canvas(
      """
      <g class="dashed red"><path class="line" fill="none" d="M10,200L100,20 133.3,150.1l77.7-120 99 180"/></g>
      <circle class="line" fill="#2c63be" fill-opacity=".3" cx="300" cy="100" r="77.7"/>
      <path fill="#b54f00" d="M400,50a2.5,2.5 0 1 0 5,0a2.5,2.5 0 1 0 -5,0zM420,60l30.3,6h-7z"/>
      <rect class="line" fill="none" x="330" y="120" width="150" height="90" rx="6"/>
      """)
    #expect(Checksum.crc32(of: PNG.file(of: canvas)) == 0x5321_3422)
  }

  /// Of more colours than a palette has, the frequent ones stay and the others are near.
  @Test func rareColoursBecomeNearOnes() throws {
    let bars = (0..<300).map { number -> String in
      let colour = String(0x100000 + number * 0x301, radix: 16)
      let height = number < 60 ? 9 : 99
      return "<rect fill=\"#\(colour)\" x=\"\(number)\" y=\"0\" width=\"1\" height=\"\(height)\"/>"
    }
    let canvas = try canvas(bars.joined())
    let file = try PNGFile(PNG.file(of: canvas))
    #expect(file.pixels != canvas.pixels.map(\.bits))
    #expect(file.colours == 256)
    let kept = Set(file.pixels)
    let changed = Set(zip(file.pixels, canvas.pixels).filter { $0 != $1.bits }.map { [$0, $1.bits] })
    for pair in changed {
      let (now, was) = (Colour(bits: pair[0]), Colour(bits: pair[1]))
      #expect(!kept.contains { Colour(bits: $0).distance(to: was) < now.distance(to: was) })
    }
    // Where a bar of full height stands.
    let place = 234 * 1200 + 485
    #expect(file.pixels[place] == canvas.pixels[place].bits)
  }

  @Test func rowsOfAnyBytesComeBack() throws {
    var state: UInt32 = 1
    func random() -> UInt8 {
      state = state &* 1_664_525 &+ 1_013_904_223
      return UInt8(state >> 24)
    }
    for (count, mask) in [
      (0, 255), (1, 255), (2, 1), (3, 0), (300, 0), (100_000, 255), (100_000, 1), (70_000, 0),
    ] {
      let rows = (0..<count).map { _ in random() & UInt8(mask) }
      #expect(try PNGFile.inflated(Deflate.stream(of: rows, rowLength: 101)) == rows)
    }
    // Something from far back, and from just too far.
    let noise = (0..<400).map { _ in random() }
    for gap in [32368, 32367, 32369] {
      let rows = noise + [UInt8](repeating: 7, count: gap) + noise
      #expect(try PNGFile.inflated(Deflate.stream(of: rows, rowLength: 1201)) == rows)
    }
  }

  @Test func sumsAreTheKnownOnes() {
    // The check values of the two definitions.
    #expect(Checksum.crc32(of: Array("123456789".utf8)) == 0xCBF4_3926)
    #expect(Checksum.adler32(of: Array("Wikipedia".utf8)) == 0x11E6_0398)
  }
}
