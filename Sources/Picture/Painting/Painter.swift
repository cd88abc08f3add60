/// Paints drawings as pictures for links to a page, in the size that networks show them.
public struct Painter: Sendable {
  /// The width of every picture, in pixels.
  public static let width = 1200
  /// The height of every picture, in pixels.
  public static let height = 630

  private let sheet: StyleSheet

  /// A painter who takes colours, widths and dashes from a style sheet.
  public init(styled sheet: StyleSheet) { self.sheet = sheet }

  /// The picture of a drawing as a PNG file; none if there is nothing in it to draw, or far too much.
  ///
  /// The same drawing and style sheet give the same bytes on every machine.
  public func png(of drawing: Drawing) -> [UInt8]? {
    canvas(of: drawing).map { PNG.file(of: $0) }
  }

  /// The picture of a drawing.
  func canvas(of drawing: Drawing) -> Canvas? {
    let shapes = Shapes(of: drawing, styled: sheet).shapes.filter { shape in
      shape.style.colour(of: shape.style.fill) != nil || shape.style.colour(of: shape.style.stroke) != nil
    }
    guard let fit = Fit(of: shapes, width: Self.width, height: Self.height), let page = sheet.colour("--page")
    else { return nil }
    var canvas = Canvas(width: Self.width, height: Self.height, colour: page)
    for shape in shapes {
      let style = shape.style
      let contours = shape.contours.map { fit.placed($0, of: style) }
      if let colour = style.colour(of: style.fill) {
        canvas.fill(contours, colour, opacity: style.fillOpacity)
      }
      if let colour = style.colour(of: style.stroke) {
        canvas.stroke(
          contours, colour, width: style.strokeWidth * fit.lineScale,
          dashes: style.dashes.map { $0 * fit.lineScale })
      }
      guard canvas.work > 0 else { return nil }
    }
    return canvas
  }
}
