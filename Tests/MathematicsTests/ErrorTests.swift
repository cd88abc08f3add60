import Testing

@testable import Mathematics

/// What is said of formulas that cannot be read, with the bytes it is said of.
@Suite struct ErrorTests {
  /// Formulas, each with its errors on the indented lines below it.
  static let formulas = ##"""
    \sigm(x)
      0..<5: unknown-math-command: unknown math command \sigm; did you mean \sigma?
    \aplha + \Tanh
      0..<6: unknown-math-command: unknown math command \aplha; did you mean \alpha?
      9..<14: unknown-math-command: unknown math command \Tanh; did you mean \tanh?
    \foo\barr
      0..<4: unknown-math-command: unknown math command \foo
      4..<9: unknown-math-command: unknown math command \barr; did you mean \bar?
    x^
      1..<2: missing-argument: ^ needs something after it
    x_
      1..<2: missing-argument: _ needs something after it
    ^
      0..<1: missing-argument: ^ needs something after it
    x^2^3
      3..<4: double-superscript: the base has a superscript already; use braces to say what belongs to what
    x_1_2
      3..<4: double-subscript: the base has a subscript already; use braces to say what belongs to what
    x'^2'
      4..<5: double-superscript: the base has a superscript already; use braces to say what belongs to what
    x^2'
      3..<4: double-superscript: the base has a superscript already; use braces to say what belongs to what
    {a
      0..<1: missing-brace: the “{” has no closing “}”
    a}
      1..<2: unexpected-brace: the “}” closes nothing
    \frac{a}
      0..<5: missing-argument: \frac needs something after it
    \frac{a}{b
      8..<9: missing-brace: the “{” has no closing “}”
    \frac
      0..<5: missing-argument: \frac needs something after it
    \sqrt[3{x}
      0..<5: missing-argument: \sqrt needs something after it
      5..<6: missing-brace: the “[” has no closing “]”
    \sqrt
      0..<5: missing-argument: \sqrt needs something after it
    \left( x
      0..<5: missing-right: \left has no \right
    x \right)
      2..<8: unexpected-right: \right has no \left before it
    \left x \right)
      0..<5: missing-delimiter: \left needs a delimiter after it, such as ( or | or \{
    \left( x \right
      9..<15: missing-delimiter: \right needs a delimiter after it, such as ( or | or \{
    x \middle| y
      2..<9: unexpected-right: \middle has no \left before it
    \big x
      0..<4: missing-delimiter: \big needs a delimiter after it, such as ( or | or \{
    \begin{pmatrix} a & b
      0..<6: missing-end: \begin{pmatrix} has no \end{pmatrix}
    \begin{pmatix} a & b \end{pmatix}
      7..<13: unknown-math-environment: unknown math environment “pmatix”; did you mean pmatrix?
    \begin{pmatrix} a \end{bmatrix}
      18..<22: mismatched-end: expected \end{pmatrix}, found \end{bmatrix}
    \end{pmatrix}
      0..<4: unexpected-end: \end{pmatrix} has no \begin{pmatrix} before it
    \begin
      0..<6: missing-argument: \begin needs something in braces after it
    \begin{pmatrix
      6..<7: missing-brace: the “{” has no closing “}”
    a & b
      2..<3: misplaced-alignment: “&” stands outside the columns of a matrix, array or aligned lines
    a \\ b
      2..<4: misplaced-line: \\ stands outside the lines of a matrix, array or aligned lines; put the lines in \begin{aligned} and \end{aligned}
    \begin{equation} a & b \\ c \end{equation}
      19..<20: misplaced-alignment: “&” stands outside the columns of a matrix, array or aligned lines
      23..<25: misplaced-line: \\ stands outside the lines of a matrix, array or aligned lines; put the lines in \begin{aligned} and \end{aligned}
    x\limits_a
      1..<8: misplaced-limits: \limits must follow an operator such as \sum or \max
    \limits
      0..<7: misplaced-limits: \limits must follow an operator such as \sum or \max
    \begin{array}{cc} a & b & c \end{array}
      24..<25: too-many-columns: the cell stands past the last column, which is number 2
    \begin{array}{cx} a & b \end{array}
      14..<16: invalid-column: “x” is not a kind of column; l, c, r and | are
    \begin{array} a \end{array}
      0..<6: missing-argument: \begin{array} needs something in braces after it
    \begin{cases} a & b & c \end{cases}
      20..<21: too-many-columns: the cell stands past the last column, which is number 2
    \hspace{2}
      8..<9: invalid-length: “2” is not a length such as 2pt or 0.5em
    \hspace{abc}
      8..<11: invalid-length: “abc” is not a length such as 2pt or 0.5em
    \begin{matrix} a \\[2zz] b \end{matrix}
      19..<24: invalid-length: “2zz” is not a length such as 2pt or 0.5em
    \not
      0..<4: missing-argument: \not needs something after it
    \not{ab}
      0..<4: invalid-negation: \not needs a single symbol after it, such as = or \in
    \label{} x
      0..<6: empty-name: \label is empty
    \label{a} \label{b} x
      10..<16: duplicate-name: a formula has one \label at most
    \tag{1} x \tag{2}
      10..<14: duplicate-name: a formula has one \tag at most
    \label
      0..<6: missing-argument: \label needs something in braces after it
    \label{a
      6..<7: missing-brace: the “{” has no closing “}”
    \color{grean}{x}
      7..<12: unknown-math-colour: unknown math colour “grean”; did you mean green?
    \color{purple}{x}
      7..<13: unknown-math-colour: unknown math colour “purple”
    \color{red} x
      0..<6: missing-argument: \color{red} needs something in braces after it
    \color red
      0..<6: missing-argument: \color needs something in braces after it
    50%
      2..<3: reserved-math-character: “%” has a meaning of its own in LaTeX; write \% to show the sign
    a # b
      2..<3: reserved-math-character: “#” has a meaning of its own in LaTeX; write \# to show the sign
    a $ b
      2..<3: reserved-math-character: “$” has a meaning of its own in LaTeX; write \$ to show the sign
    \text{a
      5..<6: missing-brace: the “{” has no closing “}”
    \text{50% of}
      8..<9: reserved-math-character: “%” has a meaning of its own in LaTeX; write \% to show the sign
    \text{a \alpha b}
      8..<14: unknown-math-command: unknown math command \alpha; did you mean $\alpha$?
    \text{a \textbg{x}}
      8..<15: unknown-math-command: unknown math command \textbg; did you mean \textbf?
    \text{a $x^2}
      8..<9: missing-brace: the “$” has no closing “$”
    \text a
      0..<5: missing-argument: \text needs something in braces after it
    \
      0..<1: lone-backslash: a backslash needs a command after it
    x \
      2..<3: lone-backslash: a backslash needs a command after it
    é 😀
      3..<7: unknown-math-character: a formula has no use for the character “😀” (U+1F600)
    \hline
      0..<6: misplaced-line: \hline stands outside the lines of a matrix, array or aligned lines
    \operatorname
      0..<13: missing-argument: \operatorname needs something after it
    \mathbf
      0..<7: missing-argument: \mathbf needs something after it
    \hat
      0..<4: missing-argument: \hat needs something after it
    \xrightarrow
      0..<12: missing-argument: \xrightarrow needs something after it
    \substack
      0..<9: missing-argument: \substack needs something after it
    \label{a}
      0..<9: empty-formula: the formula is empty
    é\sigm{}
      2..<7: unknown-math-command: unknown math command \sigm; did you mean \sigma?
    \left( \frac{a}{b \right)
      15..<16: missing-brace: the “{” has no closing “}”
    \begin{aligned} a &= \left( b \\ c \right) \end{aligned}
      21..<26: missing-right: \left has no \right
      35..<41: unexpected-right: \right has no \left before it
    \mathbf{x}_
      10..<11: missing-argument: _ needs something after it
    \text{a}}
      8..<9: unexpected-brace: the “}” closes nothing
    \\
      0..<2: misplaced-line: \\ stands outside the lines of a matrix, array or aligned lines; put the lines in \begin{aligned} and \end{aligned}
    "a"
      0..<1: unknown-math-character: a formula has no use for the character “"” (U+0022)
      2..<3: unknown-math-character: a formula has no use for the character “"” (U+0022)
    \color{zz}{x} \sigm
      7..<9: unknown-math-colour: unknown math colour “zz”
      14..<19: unknown-math-command: unknown math command \sigm; did you mean \sigma?
    \sqrt[3 x
      0..<5: missing-argument: \sqrt needs something after it
      5..<6: missing-brace: the “[” has no closing “]”
    \frac{\sigm}{\tnah} + \textcolor{gren}{\foo}
      6..<11: unknown-math-command: unknown math command \sigm; did you mean \sigma?
      13..<18: unknown-math-command: unknown math command \tnah; did you mean \tanh?
      33..<37: unknown-math-colour: unknown math colour “gren”; did you mean green?
      39..<43: unknown-math-command: unknown math command \foo
    \operatorname{a
      13..<14: missing-brace: the “{” has no closing “}”
    {{{a}}
      0..<1: missing-brace: the “{” has no closing “}”
    \begin{matrix} a & b \\ {c & d \end{matrix}
      24..<25: missing-brace: the “{” has no closing “}”
    \left\sigm x \right|
      0..<5: missing-delimiter: \left needs a delimiter after it, such as ( or | or \{
      5..<10: unknown-math-command: unknown math command \sigm; did you mean \sigma?
    \text{\
      5..<6: missing-brace: the “{” has no closing “}”
      6..<7: lone-backslash: a backslash needs a command after it
    \begin{array}{l*2c} a \end{array}
      14..<18: invalid-column: “*” is not a kind of column; l, c, r and | are
      14..<18: invalid-column: “2” is not a kind of column; l, c, r and | are
    \overset{a}
      0..<8: missing-argument: \overset needs something after it
    \substack{a \\ b
      9..<10: missing-brace: the “{” has no closing “}”
    x\nolimits
      1..<10: misplaced-limits: \nolimits must follow an operator such as \sum or \max
    \hspace
      0..<7: missing-argument: \hspace needs something in braces after it
    \tag*{}x
      0..<4: empty-name: \tag is empty
    \text{}%
      7..<8: reserved-math-character: “%” has a meaning of its own in LaTeX; write \% to show the sign
    \text{\textbf x}
      6..<13: missing-argument: \textbf needs something in braces after it
    \big
      0..<4: missing-delimiter: \big needs a delimiter after it, such as ( or | or \{
    x^\right
      1..<2: missing-argument: ^ needs something after it
      2..<8: unexpected-right: \right has no \left before it
      2..<8: missing-delimiter: \right needs a delimiter after it, such as ( or | or \{
    \textcolor{red}x
      0..<10: missing-argument: \textcolor{red} needs something in braces after it
    \quad\bta
      5..<9: unknown-math-command: unknown math command \bta; did you mean \beta?
    """##

  @Test func errorsHaveTheirPlacesAndWords() {
    let palette = ["z": "z", "red": "red", "blue": "blue", "green": "green"]
    for (latex, expected) in Cases.all(in: Self.formulas) {
      var found: [String] = []
      do throws(FormulaErrors) {
        _ = try Formula(parsing: latex, palette: palette)
      } catch {
        found = error.errors.map(\.description)
      }
      #expect(found == expected, "\(latex)")
    }
  }

  @Test func errorsEndAtTheirLimit() throws {
    let errors = try #require(throws: FormulaErrors.self) {
      _ = try Formula(parsing: String(repeating: "\\nothing ", count: 10_000))
    }
    #expect(errors.errors.count == FormulaErrors.limit)
  }
}
