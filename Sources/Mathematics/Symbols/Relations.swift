/// Commands of relations, arrows among them.
enum Relations {
  /// Relations, by command.
  static let signs: [String: String] = [
    "le": "≤", "leq": "≤", "ge": "≥", "geq": "≥", "ne": "≠", "neq": "≠", "equiv": "≡", "sim": "∼",
    "simeq": "≃",
    "approx": "≈", "approxeq": "≊", "cong": "≅", "propto": "∝", "varpropto": "∝", "asymp": "≍", "doteq": "≐",
    "ll": "≪", "gg": "≫", "lll": "⋘", "ggg": "⋙", "lt": "<", "gt": ">", "leqslant": "⩽", "geqslant": "⩾",
    "leqq": "≦", "geqq": "≧", "lesssim": "≲", "gtrsim": "≳", "lessgtr": "≶", "prec": "≺", "succ": "≻",
    "preceq": "⪯", "succeq": "⪰", "preccurlyeq": "≼", "succcurlyeq": "≽", "in": "∈", "ni": "∋", "owns": "∋",
    "notin": "∉", "subset": "⊂", "supset": "⊃", "subseteq": "⊆", "supseteq": "⊇", "subsetneq": "⊊",
    "supsetneq": "⊋", "sqsubset": "⊏", "sqsupset": "⊐", "sqsubseteq": "⊑", "sqsupseteq": "⊒", "mid": "∣",
    "nmid": "∤", "parallel": "∥", "nparallel": "∦", "perp": "⟂", "vdash": "⊢", "dashv": "⊣", "models": "⊨",
    "vDash": "⊨", "Vdash": "⊩", "nvdash": "⊬", "bowtie": "⋈", "smile": "⌣", "frown": "⌢", "triangleq": "≜",
    "coloneqq": "≔", "coloneq": "≔", "eqqcolon": "≕", "coloncolon": "∷", "vcentcolon": "∶", "circeq": "≗",
    "eqcirc": "≖", "nless": "≮", "ngtr": "≯", "nleq": "≰", "ngeq": "≱", "nsubseteq": "⊈", "nsupseteq": "⊉",
    "ncong": "≇", "nsim": "≁", "therefore": "∴", "because": "∵", "between": "≬", "pitchfork": "⋔",
    "trianglelefteq": "⊴", "trianglerighteq": "⊵", "backsim": "∽",
  ]

  /// Arrows, by command.
  static let arrows: [String: String] = [
    "to": "→", "rightarrow": "→", "gets": "←", "leftarrow": "←", "leftrightarrow": "↔", "Rightarrow": "⇒",
    "Leftarrow": "⇐", "Leftrightarrow": "⇔", "implies": "⟹", "impliedby": "⟸", "iff": "⟺", "mapsto": "↦",
    "longmapsto": "⟼", "longrightarrow": "⟶", "longleftarrow": "⟵", "longleftrightarrow": "⟷",
    "Longrightarrow": "⟹", "Longleftarrow": "⟸", "Longleftrightarrow": "⟺", "uparrow": "↑", "downarrow": "↓",
    "updownarrow": "↕", "Uparrow": "⇑", "Downarrow": "⇓", "Updownarrow": "⇕", "nearrow": "↗", "searrow": "↘",
    "swarrow": "↙", "nwarrow": "↖", "hookrightarrow": "↪", "hookleftarrow": "↩", "rightharpoonup": "⇀",
    "rightharpoondown": "⇁", "leftharpoonup": "↼", "leftharpoondown": "↽", "rightleftharpoons": "⇌",
    "leftrightharpoons": "⇋", "rightsquigarrow": "⇝", "leadsto": "⇝", "rightleftarrows": "⇄",
    "leftrightarrows": "⇆", "rightrightarrows": "⇉", "leftleftarrows": "⇇", "twoheadrightarrow": "↠",
    "twoheadleftarrow": "↞", "rightarrowtail": "↣", "leftarrowtail": "↢", "circlearrowleft": "↺",
    "circlearrowright": "↻", "curvearrowleft": "↶", "curvearrowright": "↷", "nrightarrow": "↛",
    "nleftarrow": "↚", "nRightarrow": "⇏", "nLeftarrow": "⇍", "multimap": "⊸", "dashrightarrow": "⇢",
    "dashleftarrow": "⇠",
  ]

  /// Arrows as long as their labels, by command.
  static let labelled: [String: String] = [
    "xrightarrow": "→", "xleftarrow": "←", "xleftrightarrow": "↔", "xRightarrow": "⇒", "xLeftarrow": "⇐",
    "xLeftrightarrow": "⇔", "xmapsto": "↦", "xhookrightarrow": "↪", "xrightleftharpoons": "⇌",
  ]

  /// Signs that are crossed out by a character of their own.
  static let negated: [String: String] = [
    "=": "≠", "<": "≮", ">": "≯", "∈": "∉", "∋": "∌", "⊂": "⊄", "⊃": "⊅", "⊆": "⊈", "⊇": "⊉", "≡": "≢",
    "∼": "≁",
    "≃": "≄", "≈": "≉", "≅": "≇", "≤": "≰", "≥": "≱", "∣": "∤", "∥": "∦", "→": "↛", "←": "↚", "↔": "↮",
    "⇒": "⇏",
    "⇐": "⇍", "⇔": "⇎", "∃": "∄", "≺": "⊀", "≻": "⊁", "⊢": "⊬", "⊨": "⊭",
  ]
}
