import Testing

@testable import Picture

/// Where colour is in a picture, to the pixel.
@Suite struct PaintingTests {
  private static let page = "ffffff"

  @Test func aLineIsWhereItMustBe() throws {
    let canvas = try canvas("<path class=\"line red\" fill=\"none\" d=\"M100,50H200\"/>")
    // Two units wide, drawn three times as wide: 181 to 187, and no further than its ends.
    for (x, y) in [(284, 184), (483, 184), (300, 181), (300, 186)] { #expect(canvas.pixel(x, y) == "ff0000") }
    for (x, y) in [(283, 184), (484, 184), (300, 180), (300, 187)] {
      #expect(canvas.pixel(x, y) == Self.page)
    }
  }

  @Test func dashesBeginWithALineAndGoOnRoundCorners() throws {
    let canvas = try canvas(
      "<g class=\"dashed red\"><path class=\"line\" fill=\"none\" d=\"M100,50h20v40\"/></g>")
    // Thirty pixels of line, thirty of none; the corner is forty pixels from the start.
    for (x, y) in [(285, 184), (313, 184), (324, 206), (324, 232)] {
      #expect(canvas.pixel(x, y) == "ff0000", "\(x) \(y)")
    }
    for (x, y) in [(315, 184), (323, 184), (324, 202), (324, 235), (324, 262)] {
      #expect(canvas.pixel(x, y) == Self.page, "\(x) \(y)")
    }
  }

  @Test func aDashBendsWithItsLine() throws {
    let canvas = try canvas(
      "<g class=\"dashed red\"><path class=\"line\" fill=\"none\" d=\"M100,50h10v40\"/></g>")
    // The first dash of thirty pixels has the corner after twenty.
    for (x, y) in [(296, 184), (304, 184), (304, 192)] { #expect(canvas.pixel(x, y) == "ff0000") }
    for (x, y) in [(290, 190), (304, 196)] { #expect(canvas.pixel(x, y) == Self.page) }
  }

  @Test func joinsAreRoundAndLeaveNoHole() throws {
    let canvas = try canvas("<path class=\"line red\" fill=\"none\" d=\"M100,50h50l-50,40\"/>")
    // The tip is at 384, 184: round to three pixels beyond, and not pointed.
    #expect(canvas.pixel(385, 184) == "ff0000")
    #expect(canvas.pixel(388, 184) == Self.page)
    // A circle drawn in many parts has a rim without gaps.
    let ring = try self.canvas("<circle class=\"line red\" fill=\"none\" cx=\"100\" cy=\"100\" r=\"50\"/>")
    let rim = ring.pixels.count { $0 == Colour("#ff0000") }
    #expect(abs(Double(rim) - 2 * 3.1416 * 100 * 6) < 700)
    #expect(ring.pixel(284, 284) == Self.page)
  }

  private func canvas(_ shapes: String) throws -> Canvas { try PictureTests.canvas(shapes) }

  @Test func aDiscHasItsArea() throws {
    for shape in [
      "<circle fill=\"#00f\" cx=\"100\" cy=\"100\" r=\"50\"/>",
      "<path fill=\"#00f\" d=\"M50,100a50,50 0 1 0 100,0a50,50 0 1 0 -100,0z\"/>",
      "<path fill=\"#00f\" d=\"M100,50A50,50 0 1 1 50,100 50 50 0 01100,50z\"/>",
      "<rect fill=\"#00f\" x=\"50\" y=\"50\" width=\"100\" height=\"100\" rx=\"80\"/>",
    ] {
      let canvas = try canvas(shape)
      let area = canvas.pixels.filter { $0 != canvas.pixels[0] }
        .reduce(0.0) { $0 + 1 - Double($1.channels.red) / 255 }
      // The corners' two triangles are of two square pixels each, and not blue.
      #expect(abs(area - 3.14159 * 100 * 100) < 250, "\(shape): \(area)")
      #expect(canvas.pixel(284, 284) == "0000ff")
    }
  }

  @Test func edgesAreMixedByWhatTheyCover() throws {
    let canvas = try canvas("<rect fill=\"#000\" x=\"100.25\" y=\"50.125\" width=\"50\" height=\"50\"/>")
    #expect(canvas.pixel(300, 200) == "000000")
    #expect(canvas.pixel(284, 200) == "808080")
    #expect(canvas.pixel(384, 200) == "808080")
    #expect(canvas.pixel(300, 184) == "404040")
    #expect(canvas.pixel(300, 284) == "bfbfbf")
  }

  @Test func overlapsAreFilledAndOppositeTurnsAreHoles() throws {
    let twice = "M100,50h40v40h-40zM120,70h40v40h-40z"
    #expect(try canvas("<path fill=\"#00f\" d=\"\(twice)\"/>").pixel(340, 240) == "0000ff")
    let hole = "M100,50h40v40h-40zM110,60v20h20v-20z"
    let holed = try canvas("<path fill=\"#00f\" d=\"\(hole)\"/>")
    #expect(holed.pixel(324, 224) == Self.page)
    #expect(holed.pixel(290, 190) == "0000ff")
  }

  @Test func opacityMixesWithWhatLiesBelow() throws {
    let canvas = try canvas(
      """
      <rect fill="#0000ff" x="0" y="0" width="50" height="50"/>
      <rect fill="#ff0000" fill-opacity=".2" x="0" y="0" width="100" height="50"/>
      """)
    #expect(canvas.pixel(100, 100) == "3300cc")
    #expect(canvas.pixel(250, 100) == "ffcccc")
  }

  /// What meets does so without a seam, and what has a gap keeps it, every gap alike.
  @Test(arguments: [false, true])
  func crispNeighboursMeet(isUpright: Bool) throws {
    func line(_ length: String) throws -> [String] {
      let cells = (0..<10).map { index in
        let place = 50 + Double(index) * 7.3
        return isUpright
          ? "<rect x=\"50\" y=\"\(place)\" width=\"20\" height=\"\(length)\"/>"
          : "<rect x=\"\(place)\" y=\"50\" width=\"\(length)\" height=\"20\"/>"
      }
      let canvas = try canvas("<g fill=\"#00f\" shape-rendering=\"crispEdges\">\(cells.joined())</g>")
      return (184..<328).map { isUpright ? canvas.pixel(200, $0) : canvas.pixel($0, 200) }
    }
    #expect(Set(try line("7.3")) == ["0000ff"])
    let gaps = try line("6.3").split(separator: "0000ff")
    #expect(gaps.count == 9 && gaps.allSatisfy { (2...3).contains($0.count) })
  }

  @Test func aDrawingStandsInTheMiddleWithRoomAround() throws {
    for size in [(600.0, 20.0), (20.0, 600.0), (3.0, 2.0), (516.0, 231.0)] {
      let rect = "<rect fill=\"#00f\" x=\"-7\" y=\"30\" width=\"\(size.0)\" height=\"\(size.1)\"/>"
      let drawing = try #require(Drawing(in: figure(rect)))
      let canvas = try #require(Painter(styled: plainSheet).canvas(of: drawing))
      let inked = canvas.pixels.indices.filter { canvas.pixels[$0] != canvas.pixels[0] }
      let (columns, rows) = (inked.map { $0 % canvas.width }, inked.map { $0 / canvas.width })
      let (left, right) = (try #require(columns.min()), try #require(columns.max()))
      let (top, bottom) = (try #require(rows.min()), try #require(rows.max()))
      #expect(left >= 84 && right < 1116 && top >= 84 && bottom < 546)
      #expect(abs(left + right - 1199) <= 1 && abs(top + bottom - 629) <= 1)
    }
  }

  @Test func whatIsNotUnderstoodIsLeftOut() throws {
    let empty = try canvas("")
    for shape in [
      "<text fill=\"#00f\" x=\"9\" y=\"9\">words</text>",
      "<g class=\"legend\"><rect fill=\"#00f\" x=\"9\" y=\"9\" width=\"9\" height=\"9\"/></g>",
      "<path class=\"minor\" fill=\"#00f\" d=\"M9,9h9v9z\"/>",
      "<g transform=\"scale(2)\"><path fill=\"#00f\" d=\"M9,9h9v9z\"/></g>",
      "<defs><path fill=\"#00f\" d=\"M9,9h9v9z\"/></defs>", "<style>path { fill: #00f }</style>",
      "<rect fill=\"#00f\" x=\"9%\" y=\"9\" width=\"9\" height=\"9\"/>",
      "<rect fill=\"#00f\" x=\"9\" y=\"9\" width=\"-9\" height=\"9\"/>", "<circle fill=\"#00f\" r=\"-4\"/>",
      "<path fill=\"#00f\" d=\"\"/>", "<path fill=\"#00f\" d=\"h9v9z\"/>",
      "<path fill=\"none\" stroke=\"none\" d=\"M9,9h9v9z\"/>", "<path fill=\"#00f\" d=\"M9,9z\"/>",
    ] {
      #expect(try canvas(shape).pixels == empty.pixels, "\(shape)")
    }
  }
}
