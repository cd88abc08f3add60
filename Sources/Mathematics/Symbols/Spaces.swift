/// Commands of space.
enum Spaces {
  /// Widths by command.
  static let byCommand: [String: MathLength] = [
    ",": MathLength(mu: 3), "thinspace": MathLength(mu: 3), ":": MathLength(mu: 4), ">": MathLength(mu: 4),
    "medspace": MathLength(mu: 4), ";": MathLength(mu: 5), "thickspace": MathLength(mu: 5),
    "!": MathLength(mu: -3), "negthinspace": MathLength(mu: -3), "negmedspace": MathLength(mu: -4),
    "negthickspace": MathLength(mu: -5), "enspace": MathLength(units: 5_000),
    "quad": MathLength(units: 10_000),
    "qquad": MathLength(units: 20_000), " ": between, "\n": between, "\t": between, "space": between,
    "nobreakspace": between,
  ]

  /// The space between two words.
  static let between = MathLength(units: 2_500)
}
