import Foundation
import Testing

@testable import Mathematics

/// The structure of formulas as another converter, latex2mathml, has it. See Reference/make-formulas.py.
@Suite struct ReferenceTests {
  /// Formulas whose structure differs on purpose or by the other converter's fault, and why.
  static let differences: [String: String] = [
    #"\boldsymbol{x}"#: "the other says bold by an attribute that MathML Core does not have",
    #"\boldsymbol{\theta}"#: "the other says bold by an attribute that MathML Core does not have",
    #"\begin{aligned} a &= b + c \\ &= d \end{aligned}"#: "the other does not know aligned",
    #"\begin{align} a &= b \\ c &= d \end{align}"#:
      "the other numbers the lines; here a formula has one number",
    #"\begin{gathered} a = b \\ c = d \end{gathered}"#: "the other does not know gathered",
    #"a \not= b"#: "the other crosses out with a sign of its own and not the equals sign",
    #"x_t''"#: "the other loses the second prime after a subscript",
  ]

  @Test func structuresAgree() throws {
    let url = try #require(Bundle.module.url(forResource: "formulas", withExtension: "json"))
    let fixture = try #require(
      try JSONSerialization.jsonObject(with: Data(contentsOf: url)) as? [String: Any])
    let entries = try #require(fixture["formulas"] as? [[String: Any]])
    #expect(entries.count == 231)
    var differing: Set<String> = []
    for entry in entries {
      let latex = try #require(entry["latex"] as? String)
      let formula = try Formula(parsing: latex, palette: ["red": "red", "blue": "blue"])
      let ours = Renderer(style: .display).elements(formula.body).flatMap(NormalForm.all)
      let theirs = (entry["structure"] as? [Any])?.compactMap(NormalForm.init(json:))
      if ours != theirs { differing.insert(latex) }
      if Self.differences[latex] == nil { #expect(ours == theirs, "\(latex)") }
    }
    #expect(differing == Set(Self.differences.keys))
  }
}
