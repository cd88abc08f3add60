/// A mark above or below something.
struct Accent: Hashable, Sendable {
  /// The mark's character.
  let mark: String
  /// Whether it is as wide as what it marks.
  var isWide = false
  /// The CSS class of a line: few fonts have one of any length, so the style sheet draws it.
  var lineClass: String?
  var isBelow = false
  /// Whether scripts of the whole stand above and below, as labels of a brace do.
  var takesLabels = false
}

extension Accent {
  /// Accents by their commands.
  static let byCommand: [String: Accent] = [
    "hat": Accent(mark: "ˆ"), "check": Accent(mark: "ˇ"), "tilde": Accent(mark: "˜"),
    "acute": Accent(mark: "´"),
    "grave": Accent(mark: "`"), "dot": Accent(mark: "˙"), "ddot": Accent(mark: "¨"),
    "breve": Accent(mark: "˘"),
    "bar": Accent(mark: "¯"), "vec": Accent(mark: "→"), "mathring": Accent(mark: "˚"),
    "widehat": Accent(mark: "\u{302}", isWide: true), "widetilde": Accent(mark: "˜", isWide: true),
    "overline": Accent(mark: "‾", isWide: true, lineClass: "overline"),
    "underline": Accent(mark: "_", isWide: true, lineClass: "underline", isBelow: true),
    "overrightarrow": Accent(mark: "→", isWide: true), "overleftarrow": Accent(mark: "←", isWide: true),
    "overleftrightarrow": Accent(mark: "↔", isWide: true),
    "overbrace": Accent(mark: "⏞", isWide: true, takesLabels: true),
    "underbrace": Accent(mark: "⏟", isWide: true, isBelow: true, takesLabels: true),
    "overbracket": Accent(mark: "⎴", isWide: true, takesLabels: true),
    "underbracket": Accent(mark: "⎵", isWide: true, isBelow: true, takesLabels: true),
  ]
}
