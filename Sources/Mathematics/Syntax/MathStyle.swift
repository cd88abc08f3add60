/// The size in which a part of a formula is set (The TeXbook, chapter 17).
enum MathStyle: Int, Hashable, Sendable {
  case display, text, script, scriptScript

  /// The style of a superscript or subscript.
  var ofScripts: MathStyle { self == .display || self == .text ? .script : .scriptScript }

  /// The style of a numerator or denominator.
  var ofFractions: MathStyle { self == .display ? .text : ofScripts }

  /// The style of a line of text of the same size.
  var withoutDisplay: MathStyle { self == .display ? .text : self }

  var isScript: Bool { self == .script || self == .scriptScript }
}
