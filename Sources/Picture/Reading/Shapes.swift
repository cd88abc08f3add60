/// A shape of a drawing with its look.
struct Shape: Hashable, Sendable {
  var contours: [Contour]
  var style: Style
}

/// The shapes of a drawing, from the lowest.
///
/// Text is left out, and with it legends and small ticks, which are nothing without; so is whatever is not
/// understood. A drawing of more elements or points than any figure needs has no shapes.
struct Shapes {
  private(set) var shapes: [Shape] = []
  private var room = 200_000
  private let sheet: StyleSheet

  /// An open element; without a style, all in it is left out.
  private struct Open {
    let element: Element
    let style: Style?
  }

  init(of drawing: Drawing, styled sheet: StyleSheet) {
    self.sheet = sheet
    let figure = Element(name: "figure", classes: drawing.kind.split(separator: " ").map(String.init))
    var path = [figure]
    var open = [
      Open(element: figure, style: Style(colour: sheet.colour("--text") ?? Colour(bits: 0)))
    ]
    // How many elements are open below the deepest that is kept in mind.
    var beyond = 0
    for tag in Tags(Array(drawing.markup.utf8)[...]) {
      switch tag {
      case .closing(let name):
        if beyond > 0 {
          beyond -= 1
        } else if open.count > 1, open[open.count - 1].element.name == name {
          open.removeLast()
          path.removeLast()
        }
      case .opening(let name, let attributes, let isEmpty):
        guard open.count < 32, let parent = open.last else {
          if !isEmpty { beyond += 1 }
          continue
        }
        room -= 1
        let classes = attributes["class"].map { String(decoding: $0.prefix(200), as: UTF8.self) } ?? ""
        let element = Element(name: name, classes: classes.split(separator: " ").map(String.init))
        path.append(element)
        let style = parent.style.flatMap { self.style(of: path, in: $0, attributes) }
        if let style { add(element, attributes, style) }
        if isEmpty { path.removeLast() } else { open.append(Open(element: element, style: style)) }
      }
      guard room > 0 else {
        shapes = []
        return
      }
    }
  }

  private func style(
    of path: [Element], in parent: Style, _ attributes: [String: ArraySlice<UInt8>]
  ) -> Style? {
    guard let element = path.last, ["svg", "g", "path", "rect", "circle"].contains(element.name),
      !element.classes.contains("legend"), !element.classes.contains("minor"), attributes["transform"] == nil
    else { return nil }
    var style = parent
    for name in ["fill", "fill-opacity", "stroke", "shape-rendering"] {
      guard let value = attributes[name] else { continue }
      style.take(name, String(decoding: value, as: UTF8.self), from: sheet)
    }
    for (property, value) in sheet.declarations(for: path) { style.take(property, value, from: sheet) }
    return style
  }

  private mutating func add(_ element: Element, _ attributes: [String: ArraySlice<UInt8>], _ style: Style) {
    /// None if the attribute is there and no number.
    func number(_ name: String) -> Double? {
      guard let text = attributes[name] else { return 0 }
      var scanner = NumberScanner(text)
      let number = scanner.number()
      return scanner.isAtEnd ? number : nil
    }
    var contours: [Contour] = []
    switch element.name {
    case "path":
      contours = attributes["d"].map { PathData($0, room: room).contours } ?? []
    case "rect":
      guard let x = number("x"), let y = number("y"), let width = number("width"),
        let height = number("height"), let radius = number("rx"), width > 0, height > 0
      else { return }
      contours = [.rectangle(x: x, y: y, width: width, height: height, radius: radius)]
    case "circle":
      guard let x = number("cx"), let y = number("cy"), let radius = number("r"), radius > 0 else { return }
      contours = [.circle(Point(x: x, y: y), radius: radius)]
    default: return
    }
    room -= contours.reduce(0) { $0 + $1.points.count }
    shapes.append(Shape(contours: contours, style: style))
  }
}
