/// Commands of operators and of signs between operands.
enum Operators {
  /// Binary operators, by command.
  static let binary: [String: String] = [
    "pm": "±", "mp": "∓", "times": "×", "div": "÷", "cdot": "⋅", "ast": "∗", "star": "⋆", "circ": "∘",
    "bullet": "∙", "odot": "⊙", "oplus": "⊕", "ominus": "⊖", "otimes": "⊗", "oslash": "⊘", "cap": "∩",
    "cup": "∪",
    "uplus": "⊎", "sqcap": "⊓", "sqcup": "⊔", "vee": "∨", "lor": "∨", "wedge": "∧", "land": "∧",
    "setminus": "∖",
    "smallsetminus": "∖", "wr": "≀", "amalg": "⨿", "dagger": "†", "ddagger": "‡", "ltimes": "⋉",
    "rtimes": "⋊",
    "boxplus": "⊞", "boxminus": "⊟", "boxtimes": "⊠", "boxdot": "⊡", "circledast": "⊛", "circledcirc": "⊚",
    "diamond": "⋄", "bmod": "mod", "triangleleft": "◁", "triangleright": "▷", "veebar": "⊻", "barwedge": "⊼",
    "intercal": "⊺", "centerdot": "⋅", "dotplus": "∔",
  ]

  /// Operators that grow in a display and take limits above and below there, by command.
  static let large: [String: String] = [
    "sum": "∑", "prod": "∏", "coprod": "∐", "bigcup": "⋃", "bigcap": "⋂", "bigsqcup": "⨆", "biguplus": "⨄",
    "bigvee": "⋁", "bigwedge": "⋀", "bigodot": "⨀", "bigoplus": "⨁", "bigotimes": "⨂",
  ]

  /// Integrals, whose limits stand beside them, by command.
  static let integrals: [String: String] = [
    "int": "∫", "iint": "∬", "iiint": "∭", "oint": "∮",
  ]

  /// Signs without space around them, by command.
  static let ordinary: [String: String] = [
    "forall": "∀", "exists": "∃", "nexists": "∄", "neg": "¬", "lnot": "¬", "surd": "√", "backslash": "\\",
    "vert": "|", "|": "‖", "Vert": "‖",
  ]

  /// Punctuation and dots, by command.
  static let punctuation: [String: (String, MathClass)] = [
    "colon": (":", .punctuation), "ldots": ("…", .inner), "dotsc": ("…", .inner),
    "dotso": ("…", .inner), "cdots": ("⋯", .inner), "dotsb": ("⋯", .inner), "dotsm": ("⋯", .inner),
    "dotsi": ("⋯", .inner), "vdots": ("⋮", .ordinary), "ddots": ("⋱", .inner), "ldotp": (".", .punctuation),
  ]

  /// Signs of the keyboard.
  static let byCharacter: [Unicode.Scalar: (String, MathClass)] = [
    "+": ("+", .binary), "-": ("−", .binary), "*": ("∗", .binary), "=": ("=", .relation),
    "<": ("<", .relation),
    ">": (">", .relation), ":": (":", .relation), ",": (",", .punctuation), ";": (";", .punctuation),
    "(": ("(", .opening), ")": (")", .closing), "[": ("[", .opening), "]": ("]", .closing),
    "!": ("!", .closing),
    "?": ("?", .closing), "|": ("|", .ordinary), "/": ("/", .ordinary), ".": (".", .ordinary),
    "@": ("@", .ordinary),
    "−": ("−", .binary), "·": ("⋅", .binary),
  ]
}
