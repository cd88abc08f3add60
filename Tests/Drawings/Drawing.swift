/// A picture as it was drawn: where its texts stand and what is wrong with them.
package struct Drawing {
  package let svg: Markup
  package let width: Double
  package let height: Double
  package private(set) var texts: [DrawnText] = []

  /// The pictures of a figure, without the small samples of a legend.
  package static func all(in html: String) throws -> [Drawing] {
    try Markup(parsing: html).all("svg").filter { !$0.classes.contains("sample") }.map { try Drawing($0) }
  }

  init(_ svg: Markup) throws(Markup.Fault) {
    self.svg = svg
    let box = (svg.attributes["viewBox"] ?? "").split(separator: " ").compactMap { Double($0) }
    guard box.count == 4, box[0] == 0, box[1] == 0 else {
      throw Markup.Fault(description: "no viewBox")
    }
    (width, height) = (box[2], box[3])
    let size = svg.number("font-size") ?? 16
    texts = Drawing.texts(svg, Style(anchor: "start", size: size, isBold: false))
  }

  struct Style {
    var anchor: String
    var size: Double
    var isBold: Bool
  }

  private static func texts(_ element: Markup, _ style: Style) -> [DrawnText] {
    var style = style
    style.anchor = element.attributes["text-anchor"] ?? style.anchor
    style.size = element.number("font-size") ?? style.size
    // As the style sheet has it.
    if !Set(element.classes).isDisjoint(with: ["names", "symbol", "stage-name"]) { style.isBold = true }
    if element.name == "text" { return [DrawnText(element, style)] }
    return element.children.flatMap { texts($0, style) }
  }

  /// Texts that leave the picture, and pairs that cover each other; empty where all is well.
  package var faults: [String] {
    var faults: [String] = []
    for (index, text) in texts.enumerated() {
      if text.corners.contains(where: {
        $0.x < -0.6 || $0.x > width + 0.6 || $0.y < -0.6 || $0.y > height + 0.6
      }) {
        faults.append("“\(text.content)” leaves the picture")
      }
      for other in texts.dropFirst(index + 1) where text.covers(other) {
        faults.append("“\(text.content)” and “\(other.content)” cover each other")
      }
    }
    return faults
  }

  /// What of a drawing no data may change: coordinates are numbers, nothing has a name or a style of its own.
  package var oddities: [String] {
    func odd(_ element: Markup) -> [String] {
      let own = element.attributes.filter { name, value in
        name == "style" || name == "id"
          || name != "aria-label" && name != "class"
            && (value.contains("nan") || value.contains("inf") || value.contains("e+") || value == "-0")
      }
      return own.map { "\(element.name) \($0.key)=\($0.value)" } + element.children.flatMap(odd)
    }
    return odd(svg)
  }
}

/// A text, with the corners of the room it takes.
package struct DrawnText {
  package let content: String
  package let element: Markup
  package let corners: [(x: Double, y: Double)]

  init(_ element: Markup, _ style: Drawing.Style) {
    self.element = element
    content = element.text
    let width = Face.width(element.text, isBold: style.isBold) * style.size
    let left = style.anchor == "middle" ? -width / 2 : style.anchor == "end" ? -width : 0
    let shift = (Double(element.attributes["dy"]?.dropLast(2) ?? "") ?? 0) * style.size
    // What letters and digits cover, without the room above and below them.
    let (top, bottom) = (shift - 0.75 * style.size, shift + 0.12 * style.size)
    var corners = [(left, top), (left + width, top), (left + width, bottom), (left, bottom)]
    var (x, y) = (element.number("x") ?? 0, element.number("y") ?? 0)
    if let transform = element.attributes["transform"] {
      let numbers = transform.split { !"-.0123456789".contains($0) }.compactMap { Double($0) }
      // The only turn that is drawn: -45 degrees.
      (x, y) = (numbers[0], numbers[1])
      let c = 0.5.squareRoot()
      corners = corners.map { (c * ($0.0 + $0.1), c * ($0.1 - $0.0)) }
    }
    self.corners = corners.map { ($0.0 + x, $0.1 + y) }
  }

  /// Whether no straight line parts the two.
  func covers(_ other: DrawnText) -> Bool {
    for shape in [corners, other.corners] {
      for index in 0..<2 {
        let normal = (shape[index].y - shape[index + 1].y, shape[index + 1].x - shape[index].x)
        let length = (normal.0 * normal.0 + normal.1 * normal.1).squareRoot()
        if length == 0 { return false }
        let one = corners.map { ($0.x * normal.0 + $0.y * normal.1) / length }
        let two = other.corners.map { ($0.x * normal.0 + $0.y * normal.1) / length }
        if (one.max() ?? 0) <= (two.min() ?? 0) + 0.2 || (two.max() ?? 0) <= (one.min() ?? 0) + 0.2 {
          return false
        }
      }
    }
    return true
  }
}
