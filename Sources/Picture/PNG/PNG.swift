/// A picture as a file of the format PNG (W3C, third edition), with a palette.
enum PNG {
  static func file(of canvas: Canvas) -> [UInt8] {
    let palette = Palette(of: canvas.pixels)
    var rows: [UInt8] = []
    rows.reserveCapacity((canvas.width + 1) * canvas.height)
    for row in 0..<canvas.height {
      // No filter: in flat colours the compressor finds the row above itself.
      rows.append(0)
      rows += palette.indices[row * canvas.width..<(row + 1) * canvas.width]
    }
    let depth: UInt8 = 8
    let isIndexed: UInt8 = 3
    return [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
      + chunk("IHDR", word(UInt32(canvas.width)) + word(UInt32(canvas.height)) + [depth, isIndexed, 0, 0, 0])
      + chunk(
        "PLTE",
        palette.colours.flatMap { [UInt8($0.bits >> 16), UInt8($0.bits >> 8 & 0xFF), UInt8($0.bits & 0xFF)] })
      + chunk("IDAT", Deflate.stream(of: rows, rowLength: canvas.width + 1)) + chunk("IEND", [])
  }

  private static func chunk(_ name: String, _ content: [UInt8]) -> [UInt8] {
    let checked = Array(name.utf8) + content
    return word(UInt32(content.count)) + checked + word(Checksum.crc32(of: checked))
  }

  static func word(_ number: UInt32) -> [UInt8] {
    [24, 16, 8, 0].map { UInt8(number >> $0 & 0xFF) }
  }
}
