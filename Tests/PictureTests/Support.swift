import Testing

@testable import Picture

/// Rules enough for tests.
let plainSheet = StyleSheet(
  """
  :root { --page: light-dark(#ffffff, #000000); --text: #000000; }
  .red { color: #ff0000; }
  .line { stroke: currentColor; stroke-width: 2; }
  .dashed .line { stroke-dasharray: 10 10; }
  """)

/// A figure with some shapes.
func figure(_ shapes: String, kind: String = "") -> String {
  "<figure class=\"chart\(kind)\">\n<svg class=\"wide\" aria-label=\"A &lt;b&gt;\">\(shapes)</svg>\n</figure>"
}

/// The picture of shapes between two corners that have it drawn at twice its size, with the origin at 84, 84, and
/// lines three times as wide.
func canvas(_ shapes: String, _ sheet: StyleSheet = plainSheet, kind: String = "") throws -> Canvas {
  let corners = "<path fill=\"#00ff00\" d=\"M0,0h1v1zM516,231h-1v-1z\"/>"
  let drawing = try #require(Drawing(in: figure(corners + shapes, kind: kind)))
  return try #require(Painter(styled: sheet).canvas(of: drawing))
}

extension Canvas {
  /// A pixel as `rrggbb`.
  func pixel(_ x: Int, _ y: Int) -> String {
    let digits = String(pixels[y * width + x].bits, radix: 16)
    return String(repeating: "0", count: 6 - digits.count) + digits
  }
}
