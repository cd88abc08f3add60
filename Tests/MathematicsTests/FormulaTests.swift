import Testing

@testable import Mathematics

/// The formula as a whole: its `math` element, its name, its tag.
@Suite struct FormulaTests {
  @Test func theElementHasItsSource() throws {
    let formula = try Formula(parsing: " a <\n  \\text{\"b\" \\& c} ")
    let alttext = #"a &lt; \text{&quot;b&quot; \&amp; c}"#
    let content = "<mi>a</mi><mo>&lt;</mo><mtext>&quot;b&quot; &amp; c</mtext>"
    #expect(formula.mathML(display: false) == "<math alttext=\"\(alttext)\">\(content)</math>")
    #expect(
      formula.mathML(display: true) == "<math display=\"block\" alttext=\"\(alttext)\">\(content)</math>")
  }

  @Test func limitsStandBesideInline() throws {
    func inner(_ latex: String) throws -> String {
      let html = try Formula(parsing: latex).mathML(display: false)
      return String(html.drop { $0 != ">" }.dropFirst().dropLast("</math>".count))
    }
    #expect(try inner(#"\max_i"#) == "<msub><mi>max</mi><mi>i</mi></msub>")
    #expect(
      try inner(#"\sum_a^b"#) == #"<msubsup><mo lspace="0" rspace="0">∑</mo><mi>a</mi><mi>b</mi></msubsup>"#)
    #expect(
      try inner(#"\sum\limits_a"#)
        == #"<munder><mo lspace="0" rspace="0" movablelimits="false">∑</mo><mi>a</mi></munder>"#)
    // The numerator of a fraction inside a line has the size of a script, where operators have no space.
    #expect(
      try inner(#"\frac{a+b}{c}"#)
        == #"<mfrac><mrow><mi>a</mi><mo lspace="0" rspace="0">+</mo><mi>b</mi></mrow><mi>c</mi></mfrac>"#)
    #expect(
      try inner(#"\dfrac{a+b}{c}"#)
        == #"<mstyle displaystyle="true" scriptlevel="0"><mfrac><mrow><mi>a</mi><mo>+</mo><mi>b</mi></mrow>"#
        + "<mi>c</mi></mfrac></mstyle>")
  }

  @Test func namesAndTagsAreRead() throws {
    let formula = try Formula(parsing: #"é = x \label{gru state} \tag*{A.1}"#)
    #expect(formula.label == Formula.Label(name: "gru state", range: 14..<23))
    #expect(formula.tag == Formula.Tag(text: "A.1", isBare: true))
    #expect(try Formula(parsing: #"x \tag{2}"#).tag == Formula.Tag(text: "2", isBare: false))
    let plain = try Formula(parsing: "x \\notag")
    #expect(plain.label == nil && plain.tag == nil && plain.source == "x \\notag")
  }

  @Test func whiteSpaceAloneIsAnError() throws {
    for (latex, range) in [("", 0..<0), (" \n ", 0..<3)] {
      let errors = try #require(throws: FormulaErrors.self) { _ = try Formula(parsing: latex) }
      #expect(errors.errors == [FormulaError(kind: .emptyFormula, range: range)])
    }
  }

  @Test func coloursComeFromThePalette() throws {
    let formula = try Formula(parsing: #"\color{z}{\overline{z}}"#, palette: ["z": "a\"b"])
    #expect(formula.mathML(display: false).contains(#"class="overline a&quot;b""#))
  }

  @Test func dotsFollowTheirNeighbour() throws {
    func hasHighDots(_ latex: String) throws -> Bool {
      try Formula(parsing: latex).mathML(display: true).contains("⋯")
    }
    for latex in [#"a \dots + b"#, #"a \dots \le b"#, #"\dots = b"#] { #expect(try hasHighDots(latex)) }
    for latex in [#"a, \dots, b"#, #"a \dots b"#, #"a \dots"#] { #expect(try !hasHighDots(latex)) }
  }
}
