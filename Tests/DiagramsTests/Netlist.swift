import Drawings

@testable import Diagrams

/// What a drawn wiring connects, read from its lines alone: from the borders that they touch.
struct Netlist {
  /// A map, a function or a sign, with the name of the region that it stands in.
  struct Part {
    let name: String
    let x, y, halfWidth, halfHeight: Double
    let isRound: Bool

    func touches(_ point: (x: Double, y: Double)) -> Bool {
      let (dx, dy) = (abs(point.x - x), abs(point.y - y))
      if isRound { return abs((dx * dx + dy * dy).squareRoot() - halfWidth) < 0.5 }
      return dx < halfWidth + 0.5 && dy < halfHeight + 0.5
        && (abs(dx - halfWidth) < 0.5 || abs(dy - halfHeight) < 0.5)
    }
  }

  private let drawing: Drawing
  private var parts: [Part] = []
  private let wires: [[(x: Double, y: Double)]]

  init(_ drawing: Drawing) {
    self.drawing = drawing
    wires = drawing.svg.all(class: "wire").map { wire in
      let numbers = (wire.attributes["d"] ?? "").split { "ML,".contains($0) }.compactMap {
        Double($0)
      }
      return stride(from: 0, to: numbers.count - 1, by: 2).map { (numbers[$0], numbers[$0 + 1]) }
    }
    for element in drawing.svg.all(class: "node") {
      let isRound = element.name == "circle"
      func number(_ name: String) -> Double { element.number(name) ?? -1 }
      let (halfWidth, halfHeight) =
        isRound ? (number("r"), number("r")) : (number("width") / 2, number("height") / 2)
      let (x, y) =
        isRound ? (number("cx"), number("cy")) : (number("x") + halfWidth, number("y") + halfHeight)
      let lines = drawing.texts.filter { text in
        let (tx, ty) = Self.place(text)
        return tx == x && abs(ty - 4.5 - y) <= min(halfHeight, 10)
      }
      let name = lines.map(\.content).joined(separator: " ")
      let twins = parts.count { $0.name.hasPrefix("\(name) of \(region(x, y))") }
      parts.append(
        Part(
          name: "\(name) of \(region(x, y))" + (twins > 0 ? " \(twins + 1)" : ""), x: x, y: y,
          halfWidth: halfWidth, halfHeight: halfHeight, isRound: isRound))
    }
  }

  /// The straight pieces of all wires.
  private var pieces: [(a: (x: Double, y: Double), b: (x: Double, y: Double))] {
    wires.flatMap { wire in zip(wire, wire.dropFirst()).map { ($0, $1) } }
  }

  private static func place(_ text: DrawnText) -> (x: Double, y: Double) {
    (text.element.number("x") ?? -1, text.element.number("y") ?? -1)
  }

  /// The last word of the name of the region around a point: `f` of `Forget gate f`.
  private func region(_ x: Double, _ y: Double) -> String {
    let names = drawing.texts.filter { $0.element.classes.contains("stage-name") }
    let regions = zip(drawing.svg.all(class: "stage"), names)
    let around = regions.first { region, _ in
      let (left, top) = (region.number("x") ?? 0, region.number("y") ?? 0)
      return (left...left + (region.number("width") ?? 0)).contains(x)
        && (top...top + (region.number("height") ?? 0)).contains(y)
    }
    return (around?.1.content.split(separator: " ").last).map(String.init) ?? "nothing"
  }

  /// Where a wire comes from: a part, what the wire that it leaves comes from, or the name at its beginning.
  private func source(_ wire: [(x: Double, y: Double)], depth: Int = 0) -> String {
    guard let start = wire.first, depth < 5 else { return "nowhere" }
    if let part = parts.first(where: { $0.touches(start) }) { return part.name }
    let trunk = wires.first { other in
      zip(other, other.dropFirst()).contains { a, b in
        let isWithin =
          min(a.x, b.x) - 0.1 <= start.x && start.x <= max(a.x, b.x) + 0.1
          && min(a.y, b.y) - 0.1 <= start.y && start.y <= max(a.y, b.y) + 0.1
        return isWithin && !other.elementsEqual(wire) { $0 == $1 }
      }
    }
    if let trunk { return source(trunk, depth: depth + 1) }
    let names = drawing.texts.filter { $0.element.classes.contains("symbol") }
    func distance(_ text: DrawnText) -> Double {
      let xs = text.corners.map(\.x)
      let ys = text.corners.map(\.y)
      let dx = max(0, (xs.min() ?? 0) - start.x, start.x - (xs.max() ?? 0))
      let dy = max(0, (ys.min() ?? 0) - start.y, start.y - (ys.max() ?? 0))
      return dx * dx + dy * dy
    }
    return names.min { distance($0) < distance($1) }?.content ?? "nowhere"
  }

  /// Every wire with a head, from what to what, in alphabetical order.
  var connections: [String] {
    let heads = drawing.svg.all(class: "head").compactMap { head -> [Double]? in
      (head.attributes["d"] ?? "").split { "ML,z".contains($0) }.compactMap { Double($0) }
    }
    return wires.compactMap { wire in
      guard let end = wire.last, heads.contains(where: { $0[0] == end.x && $0[1] == end.y }) else {
        return nil
      }
      let isOut = end.y > drawing.height - 6
      let target = parts.first { $0.touches(end) }?.name ?? (isOut ? "the next step" : "nowhere")
      return "\(source(wire)) → \(target)"
    }.sorted()
  }

  /// Every named wire with the numbers at it, as they stand under its name.
  var labels: [Label] {
    drawing.texts.filter { $0.element.classes.contains("symbol") }.map { name in
      let (x, y) = Self.place(name)
      return Label(name: name.content, numbers: numbers(at: x, below: y))
    }
  }

  struct Label: Hashable {
    let name: String
    let numbers: [String]

    init(name: String, numbers: [String]) {
      self.name = name
      self.numbers = numbers
    }

    init(_ name: String, _ values: [Double]) {
      self.init(name: name, numbers: values.map(WireNumber.text))
    }
  }

  /// The numbers under the wire that leaves a map, where that has no name.
  func numbers(behind map: String) -> [String] {
    let texts = numberTexts
    guard let part = parts.first(where: { $0.name.hasPrefix(map + " of") }),
      let first = texts.first(where: { text in
        let (x, y) = Self.place(text)
        return x > part.x + part.halfWidth && x < part.x + 160 && y == part.y + 16
      })
    else { return [] }
    return numbers(at: Self.place(first).x, below: part.y)
  }

  /// The texts in numbers' type that do not stand in a part.
  private var numberTexts: [DrawnText] {
    drawing.texts.filter { text in
      let (x, y) = Self.place(text)
      return text.element.classes.contains("number")
        && !parts.contains { abs(x - $0.x) < 0.5 && abs(y - 4.5 - $0.y) < 10 }
    }
  }

  /// The numbers at `x` under each other; a level wire may run above the first.
  private func numbers(at x: Double, below y: Double) -> [String] {
    var (result, last): ([String], Double) = ([], y)
    let below = numberTexts.filter { Self.place($0).x == x && Self.place($0).y > y }
    for text in below.sorted(by: { Self.place($0).y < Self.place($1).y }) {
      let next = Self.place(text).y
      guard next - last <= (result.isEmpty ? 23 : 15) else { break }
      result.append(text.content)
      last = next
    }
    return result
  }

  /// How often a wire runs across another.
  var crossings: Int {
    let pieces = pieces
    let upright = pieces.filter { $0.a.x == $0.b.x }
    return pieces.filter { $0.a.y == $0.b.y }.reduce(0) { count, level in
      let (left, right) = (min(level.a.x, level.b.x), max(level.a.x, level.b.x))
      return count
        + upright.count { a, b in
          left < a.x && a.x < right && min(a.y, b.y) < level.a.y && level.a.y < max(a.y, b.y)
        }
    }
  }

  /// The parts that a wire runs into the inside of, where it should end at the border.
  var struckParts: [String] {
    let pieces = pieces
    return parts.filter { part in
      // The square within a circle, and a little less.
      let share = part.isRound ? 0.7 : 0.95
      let (width, height) = (part.halfWidth * share, part.halfHeight * share)
      return pieces.contains { a, b in
        min(a.x, b.x) < part.x + width && max(a.x, b.x) > part.x - width
          && min(a.y, b.y) < part.y + height && max(a.y, b.y) > part.y - height
      }
    }.map(\.name)
  }

  /// Names and numbers that a wire or the border of a part runs through.
  var struckTexts: [String] {
    let pieces = pieces
    return drawing.texts.filter { text in
      let (xs, ys) = (text.corners.map(\.x), text.corners.map(\.y))
      let (left, right) = ((xs.min() ?? 0) + 0.5, (xs.max() ?? 0) - 0.5)
      let (top, bottom) = ((ys.min() ?? 0) + 0.5, (ys.max() ?? 0) - 0.5)
      let isWithinPart = parts.contains {
        abs(Self.place(text).y - 4.5 - $0.y) < 10 && abs(Self.place(text).x - $0.x) < 0.5
      }
      let meetsPart = parts.contains { part in
        left < part.x + part.halfWidth && right > part.x - part.halfWidth
          && top < part.y + part.halfHeight && bottom > part.y - part.halfHeight && !part.isRound
      }
      let meetsWire = pieces.contains { a, b in
        left < max(a.x, b.x) && right > min(a.x, b.x) && top < max(a.y, b.y) && bottom > min(a.y, b.y)
      }
      return !isWithinPart && (meetsPart || meetsWire)
    }.map(\.content)
  }
}
