/// Commands of named functions, with the text they show; a narrow space parts two words.
enum Functions {
  /// Functions whose scripts stand beside them.
  static let plain: [String: String] = Dictionary(
    uniqueKeysWithValues: [
      "sin", "cos", "tan", "cot", "sec", "csc", "arcsin", "arccos", "arctan", "sinh", "cosh", "tanh", "coth",
      "exp",
      "log", "ln", "lg", "arg", "deg", "dim", "hom", "ker",
    ].map { ($0, $0) })

  /// Functions whose subscripts stand below them in a display.
  static let withLimits: [String: String] = [
    "lim": "lim", "limsup": "lim\u{2009}sup", "liminf": "lim\u{2009}inf", "max": "max", "min": "min",
    "sup": "sup",
    "inf": "inf", "argmax": "arg\u{2009}max", "argmin": "arg\u{2009}min", "det": "det", "gcd": "gcd",
    "Pr": "Pr",
    "injlim": "inj\u{2009}lim", "projlim": "proj\u{2009}lim",
  ]
}
