/// What every drawing here shares: coordinates as text, and the room that a text takes.
package enum SVG {
  /// The size of all text but that in the cells of a heat map. A sheet is shown at about its own width, so this is
  /// the size in pixels, too.
  package static let textSize = 13.0
  package static let lineHeight = 18.0

  /// `x` to one decimal, and none where it is zero; never `-0`.
  package static func number(_ x: Double) -> String {
    guard x.isFinite else { return "0" }
    let tenths = Int((min(max(x, -1e7), 1e7) * 10).rounded())
    let (whole, rest) = tenths.magnitude.quotientAndRemainder(dividingBy: 10)
    return (tenths < 0 ? "-" : "") + String(whole) + (rest == 0 ? "" : ".\(rest)")
  }

  /// `x` and `y` as a path has them.
  package static func pair(_ x: Double, _ y: Double) -> String { "\(number(x)),\(number(y))" }

  /// `x` to one decimal.
  static func rounded(_ x: Double) -> Double { (x * 10).rounded() / 10 }

  /// About how wide `text` is in a sans-serif face, rather too much than too little.
  package static func textWidth(_ text: String, size: Double = textSize) -> Double {
    text.reduce(0) { $0 + breadth($1) } * size
  }

  /// `text`, or as much of its beginning as fits into `width`, and an ellipsis.
  package static func shortened(_ text: String, to width: Double) -> String {
    guard textWidth(text) > width + 0.01 else { return text }
    var kept = text
    while !kept.isEmpty, textWidth(kept + "…") > width { kept.removeLast() }
    return kept + "…"
  }

  package static func text(
    _ content: String, x: Double, y: Double, class name: String? = nil, anchor: String? = nil,
    isCentred: Bool = false
  ) -> String {
    let attributes =
      (name.map { " class=\"\($0)\"" } ?? "") + " x=\"\(number(x))\" y=\"\(number(y))\""
      + (isCentred ? " dy=\".35em\"" : "") + (anchor.map { " text-anchor=\"\($0)\"" } ?? "")
    return "<text\(attributes)>\(HTML.escape(content))</text>"
  }

  /// In parts of the text's size, as the widest of the common faces has it.
  private static func breadth(_ character: Character) -> Double {
    switch character {
    case "i", "j", "l", "I", "J", ".", ",", ":", ";", "'", "|", "/", " ", "\u{A0}", "-": 0.36
    case "f", "t", "r", "!", "(", ")", "[", "]": 0.42
    case "₀"..."₉", "⁰", "¹", "²", "³", "⁴"..."⁹": 0.44
    case "₋", "⁻": 0.54
    case "w", "&", "^", "#", "×", "−", "+", "=", "<", ">", "≤", "≥", "⊙", "≈", "~": 0.84
    case "m", "W", "M", "@", "%", "—", "…": 1
    case "A"..."Z": 0.79
    default: breadth(ofScalar: character.unicodeScalars.first?.value ?? 0)
    }
  }

  private static func breadth(ofScalar scalar: UInt32) -> Double {
    switch scalar {
    case 0x2E80...0xFFDC, 0x20000...0x3FFFF: 1.04
    case 0x1F000...: 1.4
    default: 0.65
    }
  }
}
