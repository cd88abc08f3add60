/// What every drawing here shares: the sheet's width, coordinates as text, and the room that a text takes.
enum SVG {
  /// The sheet is narrow so that its text stays legible on a phone, where it is shrunk.
  static let width = 480.0
  /// The greatest size of text, to which room is reserved; the style sheet sets a smaller one on wide screens.
  static let textSize = 14.0
  /// The size where no style sheet says otherwise.
  static let plainTextSize = "12.5"
  static let lineHeight = 18.0

  /// `x` to one decimal, and none where it is zero; never `-0`.
  static func number(_ x: Double) -> String {
    guard x.isFinite else { return "0" }
    let tenths = Int((min(max(x, -1e7), 1e7) * 10).rounded())
    let (whole, rest) = tenths.magnitude.quotientAndRemainder(dividingBy: 10)
    return (tenths < 0 ? "-" : "") + String(whole) + (rest == 0 ? "" : ".\(rest)")
  }

  /// `x` to one decimal.
  static func rounded(_ x: Double) -> Double { (x * 10).rounded() / 10 }

  /// About how wide `text` is at the greatest size in a sans-serif face, rather too much than too little.
  static func textWidth(_ text: String) -> Double {
    text.reduce(0) { $0 + breadth($1) } * textSize
  }

  /// `text`, or as much of its beginning as fits into `width`, and an ellipsis.
  static func shortened(_ text: String, to width: Double) -> String {
    guard textWidth(text) > width + 0.01 else { return text }
    var kept = text
    while !kept.isEmpty, textWidth(kept + "…") > width { kept.removeLast() }
    return kept + "…"
  }

  static func text(_ content: String, x: Double, y: Double, class name: String? = nil, anchor: String? = nil)
    -> String
  {
    let attributes =
      (name.map { " class=\"\($0)\"" } ?? "") + " x=\"\(number(x))\" y=\"\(number(y))\""
      + (anchor.map { " text-anchor=\"\($0)\"" } ?? "")
    return "<text\(attributes)>\(HTML.escape(content))</text>"
  }

  /// In parts of the text's size.
  private static func breadth(_ character: Character) -> Double {
    switch character {
    case "i", "j", "l", "I", "f", "t", ".", ",", ":", ";", "'", "|", "!", "(", ")", "[", "]", " ", "\u{A0}":
      0.36
    case "⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹", "⁻": 0.42
    case "m", "w", "M", "W", "@", "%": 0.9
    case "A"..."Z", "×", "−", "+", "=", "<", ">", "≤", "≥": 0.7
    default: (character.unicodeScalars.first?.value ?? 0) >= 0x2E80 ? 1.3 : 0.58
    }
  }
}
