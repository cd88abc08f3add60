package import Display

/// A step of a cell as a picture: wires, what stands on them, and what they run into.
///
/// Everything belongs to one or several stages of the step. Where one stage is lit, what does not belong to it is
/// drawn thin and grey, and stays legible.
package struct Wiring<Stage: Hashable & Sendable>: Sendable {
  /// What a wire runs into.
  package enum Node: Sendable {
    /// An affine map, with the lines written in its box.
    case map([String])
    /// A function of each number, such as σ.
    case function(String)
    /// A sign in a small circle, such as ⊙ or +.
    case sign(String)
  }

  /// The stage that is lit; `nil` for all alike.
  package let lit: Stage?
  private var regions: [String] = []
  private var wires: [String] = []
  private var nodes: [String] = []
  private var texts: [(box: TextBox, element: String)] = []

  package init(lit: Stage?) { self.lit = lit }

  /// Where texts stand.
  package var textBoxes: [TextBox] { texts.map(\.box) }

  /// The picture's groups, from the lowest.
  package var groups: [String] {
    [regions, wires, nodes, texts.map(\.element)].filter { !$0.isEmpty }.map { parts in
      "<g>\n" + parts.joined(separator: "\n") + "\n</g>"
    }
  }

  private func classes(_ name: String, _ quantity: Quantity?, _ stages: [Stage]) -> String {
    let light = lit.map { stages.contains($0) ? " lit" : " dim" } ?? ""
    return "class=\"\(name)\(light)\(quantity.map { " \($0.className)" } ?? "")\""
  }

  /// The ground of a stage, with its name.
  package mutating func region(
    _ name: String, of stage: Stage, _ quantity: Quantity, left: Double, top: Double, right: Double,
    bottom: Double
  ) {
    regions.append(
      "<rect \(classes("stage", quantity, [stage])) x=\"\(SVG.number(left))\" y=\"\(SVG.number(top))\" "
        + "width=\"\(SVG.number(right - left))\" height=\"\(SVG.number(bottom - top))\" rx=\"6\" fill=\"none\"/>"
    )
    text(name, x: left + 10, baseline: top + 16, name: "stage-name", quantity, [stage])
  }

  /// A wire through `points`, with a head at its end. A level one may pass over an upright one at `crossing`.
  package mutating func wire(
    _ points: [Point], _ quantity: Quantity, _ stages: [Stage], over crossing: Double? = nil
  ) {
    guard let first = points.first, let last = points.last, points.count > 1 else { return }
    let path = "M" + points.map { SVG.pair($0.x, $0.y) }.joined(separator: "L")
    if let crossing {
      wires.append(
        "<path class=\"bridge\" fill=\"none\" stroke=\"none\" d=\"M\(SVG.pair(crossing - 5, first.y))h10\"/>")
    }
    wires.append(
      "<path \(classes("wire", quantity, stages)) fill=\"none\" stroke=\"currentColor\" d=\"\(path)\"/>")
    let before = points.dropLast().last ?? first
    let (dx, dy) = (Self.sign(last.x - before.x), Self.sign(last.y - before.y))
    let back = Point(x: last.x - 8 * dx, y: last.y - 8 * dy)
    wires.append(
      "<path \(classes("head", quantity, stages)) d=\"M\(SVG.pair(last.x, last.y))"
        + "L\(SVG.pair(back.x - 3.5 * dy, back.y + 3.5 * dx))L\(SVG.pair(back.x + 3.5 * dy, back.y - 3.5 * dx))z\"/>"
    )
  }

  /// A wire beneath all others, which those pass over.
  package mutating func rail(_ points: [Point], _ quantity: Quantity, _ stages: [Stage]) {
    let path = "M" + points.map { SVG.pair($0.x, $0.y) }.joined(separator: "L")
    wires.insert(
      "<path \(classes("wire", quantity, stages)) fill=\"none\" stroke=\"currentColor\" d=\"\(path)\"/>",
      at: 0)
  }

  /// Where one wire leaves another.
  package mutating func joint(_ x: Double, _ y: Double, _ quantity: Quantity, _ stages: [Stage]) {
    nodes.append(
      "<circle \(classes("joint", quantity, stages)) cx=\"\(SVG.number(x))\" cy=\"\(SVG.number(y))\" r=\"3\"/>"
    )
  }

  /// Half the height of a map's box.
  package static var halfBox: Double { 22 }
  /// The radius of a function's circle.
  package static var functionRadius: Double { 17 }
  /// The radius of a sign's circle.
  package static var signRadius: Double { 11 }

  package mutating func node(
    _ node: Node, x: Double, y: Double, halfWidth: Double = 0, _ quantity: Quantity, _ stages: [Stage]
  ) {
    let drawn = classes("node", quantity, stages)
    func circle(_ radius: Double) {
      nodes.append(
        "<circle \(drawn) cx=\"\(SVG.number(x))\" cy=\"\(SVG.number(y))\" r=\"\(SVG.number(radius))\" "
          + "fill=\"none\" stroke=\"currentColor\"/>")
    }
    switch node {
    case .map(let lines):
      nodes.append(
        "<rect \(drawn) x=\"\(SVG.number(x - halfWidth))\" y=\"\(SVG.number(y - Self.halfBox))\" "
          + "width=\"\(SVG.number(2 * halfWidth))\" height=\"\(SVG.number(2 * Self.halfBox))\" rx=\"4\" fill=\"none\" "
          + "stroke=\"currentColor\"/>")
      for (index, line) in lines.enumerated() {
        let baseline = y + 4.5 + 16 * (Double(index) - Double(lines.count - 1) / 2)
        text(line, x: x, baseline: baseline, anchor: .middle, nil, stages)
      }
    case .function(let name):
      circle(Self.functionRadius)
      text(name, x: x, baseline: y + 4.5, anchor: .middle, nil, stages)
    case .sign(let sign):
      circle(Self.signRadius)
      text(sign, x: x, baseline: y + 4.5, anchor: .middle, nil, stages)
    }
  }

  /// The name of what a level wire carries above it, and its numbers below, unit by unit.
  package mutating func label(
    _ name: String, _ numbers: [Double], overX x: Double, y: Double, _ quantity: Quantity, _ stages: [Stage]
  ) {
    if !name.isEmpty {
      text(name, x: x, baseline: y - 7, anchor: .middle, name: "symbol", quantity, stages)
    }
    for (index, number) in numbers.enumerated() {
      text(
        WireNumber.text(number), x: x, baseline: y + 16 + 15 * Double(index), anchor: .middle, nil, stages)
    }
  }

  /// The name and the numbers beside an upright wire that begins at `y`: to its right, or to its left.
  package mutating func label(
    _ name: String, _ numbers: [Double], besideX x: Double, y: Double, isLeft: Bool = false,
    _ quantity: Quantity, _ stages: [Stage]
  ) {
    let (x, anchor) = isLeft ? (x - 8, TextBox.Anchor.end) : (x + 8, .start)
    text(name, x: x, baseline: y + 14, anchor: anchor, name: "symbol", quantity, stages)
    for (index, number) in numbers.enumerated() {
      text(
        WireNumber.text(number), x: x, baseline: y + 29 + 15 * Double(index), anchor: anchor, nil, stages)
    }
  }

  package mutating func text(
    _ content: String, x: Double, baseline: Double, anchor: TextBox.Anchor = .start, name: String = "number",
    _ quantity: Quantity?, _ stages: [Stage]
  ) {
    let box = TextBox(content, x: x, baseline: baseline, anchor: anchor)
    let anchored = anchor == .start ? "" : " text-anchor=\"\(anchor.rawValue)\""
    texts.append(
      (
        box,
        "<text \(classes(name, quantity, stages)) x=\"\(SVG.number(x))\" y=\"\(SVG.number(baseline))\"\(anchored)>"
          + "\(HTML.escape(content))</text>"
      ))
  }

  private static func sign(_ x: Double) -> Double { x > 0 ? 1 : x < 0 ? -1 : 0 }
}

/// A number as it stands on a wire: short; the table below the figure has all its digits.
enum WireNumber {
  static func text(_ x: Double) -> String {
    guard x.isFinite else { return fixed(x, digits: 0) }
    if abs(x) < 9.995 { return fixed(x, digits: 2) }
    if abs(x) < 99.95 { return fixed(x, digits: 1) }
    if abs(x) < 9999.5 { return fixed(x, digits: 0) }
    // Only how large it is.
    let power = scientific(x, digits: 1).split(separator: "\u{A0}").last ?? ""
    return (x < 0 ? "−" : "≈") + power
  }

  /// As many of the numbers as there is room for.
  static func list(_ numbers: [Double], within room: Double) -> String {
    let texts = numbers.map(text)
    var list = texts.first ?? ""
    for (index, text) in texts.enumerated().dropFirst() {
      let rest = index == texts.count - 1 ? "" : ", …"
      guard SVG.textWidth("\(list), \(text)\(rest)") <= room else { return list + ", …" }
      list += ", \(text)"
    }
    return list
  }
}
