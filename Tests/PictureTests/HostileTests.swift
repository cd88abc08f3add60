import Testing

@testable import Picture

/// Drawings that mean no good: each ends soon, in a picture or in none.
@Suite(.timeLimit(.minutes(1))) struct HostileTests {
  private static let many = 700_000

  static let drawings: [(String, String)] = [
    ("a long path", "<path class=\"line\" d=\"M0,0\(String(repeating: "L9,9 1,5", count: many / 2))\"/>"),
    (
      "a long path of short commands",
      "<path class=\"line\" d=\"M0,0\(String(repeating: "h1", count: many))\"/>"
    ),
    (
      "a zigzag from top to bottom", "<path d=\"M0,0\(String(repeating: "l.01,400l.01-400", count: 8000))\"/>"
    ),
    (
      "dashes without end",
      "<g class=\"dashed\"><path class=\"line\" d=\"M0,0\(String(repeating: "h9999h-9999", count: 9000))\"/></g>"
    ),
    ("deep groups", String(repeating: "<g class=\"line\">", count: many / 4)),
    (
      "deep groups that end",
      String(repeating: "<g>", count: many / 4) + String(repeating: "</g>", count: many / 4)
    ),
    ("ends without beginnings", String(repeating: "</svg ></figure></g>", count: many / 10)),
    ("whole pictures on each other", String(repeating: "<rect width=\"400\" height=\"200\"/>", count: 3000)),
    ("many small rectangles", String(repeating: "<rect width=\"9\" height=\"9\"/>", count: 100_000)),
    ("sharp turns", "<path class=\"line\" d=\"M0,0\(String(repeating: "h9v1h-9v-1", count: 45_000))\"/>"),
    ("many arcs", "<path d=\"M0,0\(String(repeating: "a9,9 0 1 0 1,0", count: 90_000))\"/>"),
    (
      "numbers that are none",
      "<path d=\"MNaN,inf L1e300,1e-300\"/><rect x=\"nan\" width=\"1e300\" height=\"9\"/>"
    ),
    (
      "far points",
      "<path class=\"line\" d=\"M-999999,-999999L999999,999999\"/><rect width=\"1\" height=\"1\"/>"
    ),
    ("a point", "<path class=\"line\" d=\"M5,5h0\"/>"),
    ("a large circle", "<circle class=\"line\" cx=\"1000000\" cy=\"-1000000\" r=\"1000000\"/>"),
    ("an arc of a large circle", "<path class=\"line\" d=\"M0,0a1000000,1000000 0 1 1 .001,.001\"/>"),
    (
      "digits",
      "<path d=\"M\(String(repeating: "9", count: many)),\(String(repeating: "0", count: many)).\(String(repeating: "1", count: many))\"/>"
    ),
    ("classes", "<g class=\"\(String(repeating: "a ", count: many))\"/>"),
    ("attributes", "<g \(String(repeating: "a=\"\" b='' ", count: many / 8))"),
    ("quotes", "<g \(String(repeating: "a=\"<", count: many / 4))"),
    ("angles", String(repeating: "<", count: many)),
    ("nothing", ""),
  ]

  /// Those that are too much to be drawn.
  private static let endless: Set = [
    "a long path", "a long path of short commands", "a zigzag from top to bottom", "dashes without end",
    "whole pictures on each other", "many small rectangles", "sharp turns", "many arcs",
  ]

  @Test(arguments: drawings.map(\.0))
  func itEnds(name: String) throws {
    let markup = try #require(Self.drawings.first { $0.0 == name }).1
    let size = Drawing(in: figure(markup)).flatMap { Painter(styled: plainSheet).png(of: $0) }?.count
    #expect(size ?? 0 < 30_000)
    if Self.endless.contains(name) { #expect(size == nil) }
  }

  @Test func markupWithoutMeasureIsNotRead() {
    #expect(Drawing(in: figure(String(repeating: " ", count: 5 << 20))) == nil)
  }
}
