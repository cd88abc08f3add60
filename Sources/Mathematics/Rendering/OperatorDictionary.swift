/// What browsers know of the operators used here without being told: the part of MathML Core's operator dictionary
/// (MathML Core, appendix B) that says how much space is around a sign and whether it grows.
enum OperatorDictionary {
  enum Form: String {
    case prefix, infix, postfix
  }

  /// The space to the left and right of an operator in eighteenths of an em.
  static func spacing(of sign: String, _ form: Form) -> (left: Int, right: Int) {
    if form != .infix, hasSeveralForms(sign) { return (0, 0) }
    return spacings[sign] ?? (5, 5)
  }

  /// Whether a sign has another space before or after an operand than it has between two.
  static func hasSeveralForms(_ sign: String) -> Bool { signsWithForms.contains(sign) }

  /// Whether two spaces look the same: an eighteenth of an em, if there is any space at all, is not worth saying.
  static func looksLike(_ left: Int, _ right: Int) -> Bool {
    left == right || (left > 0 && right > 0 && abs(left - right) == 1)
  }

  /// Delimiters that grow with what they enclose unless they are told not to.
  static let fences: Set<String> = [
    "(", ")", "[", "]", "{", "}", "|", "‖", "⟨", "⟩", "⌈", "⌉", "⌊", "⌋", "⟮", "⟯", "⟦", "⟧",
  ]

  /// Signs that grow with their row unless they are told not to.
  static let growing = fences.union(["↑", "↓", "↕", "⇑", "⇓", "⇕"])

  private static let signsWithForms: Set<String> = ["+", "−", "±", "∓", "|", "∼"]

  /// Signs that do not have the space of a relation on either side, those with several forms left out.
  private static let spacings: [String: (Int, Int)] = {
    let groups: [(signs: String, space: (Int, Int))] = [
      ("!()[]\\{}¬‖∀∃∄∴∵⌈⌉⌊⌋⌢⌣⟦⟧⟨⟩⟮⟯", (0, 0)),
      (",:;", (0, 3)),
      ("√", (3, 0)),
      (".?@×∏∐∑∗∘∙∫∬∭∮≀⊗⊙⊚⊛⊠⊡⊺⋀⋁⋂⋃⋄⋅⋆⋉⋊⨀⨁⨂⨄⨆⨿", (3, 3)),
      ("+−±∓/÷∔∖∧∨∩∪∶⊎⊓⊔⊕⊖⊘⊞⊟⊻⊼", (4, 4)),
    ]
    var spacings: [String: (Int, Int)] = [:]
    for group in groups {
      for sign in group.signs { spacings[String(sign)] = group.space }
    }
    return spacings
  }()
}
