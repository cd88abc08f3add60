/// What `\left`, `\right`, `\middle` and `\big` may have after them.
enum Delimiters {
  /// Delimiters by the character; the dot is none at all.
  static let byCharacter: [Unicode.Scalar: String] = [
    "(": "(", ")": ")", "[": "[", "]": "]", "|": "|", "/": "/", "<": "⟨", ">": "⟩", ".": "", "⟨": "⟨",
    "⟩": "⟩",
    "‖": "‖",
  ]

  /// Delimiters by the command.
  static let byCommand: [String: String] = [
    "{": "{", "}": "}", "lbrace": "{", "rbrace": "}", "lbrack": "[", "rbrack": "]", "langle": "⟨",
    "rangle": "⟩",
    "lvert": "|", "rvert": "|", "vert": "|", "lVert": "‖", "rVert": "‖", "Vert": "‖", "|": "‖", "lceil": "⌈",
    "rceil": "⌉", "lfloor": "⌊", "rfloor": "⌋", "lgroup": "⟮", "rgroup": "⟯", "llbracket": "⟦",
    "rrbracket": "⟧",
    "backslash": "\\", "uparrow": "↑", "downarrow": "↓", "updownarrow": "↕", "Uparrow": "⇑", "Downarrow": "⇓",
    "Updownarrow": "⇕",
  ]

  /// The class a delimiter has where it stands for itself.
  static let classes: [String: MathClass] = [
    "(": .opening, ")": .closing, "[": .opening, "]": .closing, "{": .opening, "}": .closing, "⟨": .opening,
    "⟩": .closing, "⌈": .opening, "⌉": .closing, "⌊": .opening, "⌋": .closing, "⟮": .opening, "⟯": .closing,
    "⟦": .opening, "⟧": .closing, "↑": .relation, "↓": .relation, "↕": .relation, "⇑": .relation,
    "⇓": .relation,
    "⇕": .relation,
  ]

  /// Commands of bars that say on which side they stand.
  static let sidedBars: [String: MathClass] = [
    "lvert": .opening, "rvert": .closing, "lVert": .opening, "rVert": .closing,
  ]
}
