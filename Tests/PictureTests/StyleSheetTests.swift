import Testing

@testable import Picture

/// What pictures take from style sheets.
@Suite struct StyleSheetTests {
  private func declared(_ sheet: String, _ path: [(String, String)]) -> [String] {
    let elements = path.map { name, classes in
      Element(name: name, classes: classes.split(separator: " ").map { String($0) })
    }
    return StyleSheet(sheet).declarations(for: elements).map { "\($0.property): \($0.value)" }
  }

  @Test func rulesAreForNamesClassesAndDescendants() {
    let path = [("figure", "chart diagram"), ("svg", "wide"), ("g", "series dashed"), ("path", "line lit")]
    for selector in [
      "path", ".line", "path.line", ".line.lit", ".chart .line", ".chart.diagram .dashed .line",
      "figure svg path", ".x, .line", ".chart path.lit",
    ] {
      #expect(declared("\(selector) { fill: none; }", path) == ["fill: none"], "\(selector)")
    }
    for selector in [
      ".chart", "rect", ".lines", ".line .chart", ".dashed.line", "g > .line", ".line:hover", "#line",
      "[class]", "*", ".a:is(.b, .line, .c)", ".dashed .dashed .line", "",
    ] {
      #expect(declared("\(selector) { fill: none }", path) == [], "\(selector)")
    }
  }

  @Test func theStrongerRuleComesLast() {
    let sheet = """
      .chart .line { fill: c }  /* .line { fill: z } */
      .line { fill: b }
      path { fill: a; }
      .line { fill: b2; stroke : none }
      path.line { fill: b3 }
      """
    #expect(
      declared(sheet, [("figure", "chart"), ("path", "line")]) == [
        "fill: a", "fill: b", "fill: b2", "stroke: none", "fill: b3", "fill: c",
      ])
  }

  @Test func whatStandsUnderAConditionIsLeftOut() {
    let sheet = """
      @import "other.css";
      @media print { .line { fill: a } @supports (x: y) { .line { fill: b } } }
      @layer base, path { fill: d; .line { fill: e } }
      @container (max-width: 520px) { :root { --page: #000 } }
      .line { fill: c }
      :root { --page: #123456 }
      [data-theme="dark"] { --page: #000 }
      @media print {
      """
    #expect(declared(sheet, [("path", "line")]) == ["fill: c"])
    #expect(StyleSheet(sheet).colour("--page") == Colour("#123456"))
  }

  @Test func coloursAreThoseOfTheLightTheme() {
    let sheet = StyleSheet(
      ":root { --a: light-dark(#2c63be, #44a2f3); --b: var(--a); --c: var(--d); --d: var(--c); --e: #abc; --f: red }"
    )
    #expect(sheet.colour("--b") == Colour("#2c63be"))
    #expect(sheet.colour("--e") == Colour("#aabbcc"))
    for name in ["--c", "--f", "--g"] { #expect(sheet.colour(name) == nil) }
    for text in ["", "#", "#12345", "#12345g", "123456", "#1234567", "#１２３"] { #expect(Colour(text) == nil) }
  }

  @Test func attributesGiveWayToRulesAndDescendInherit() throws {
    let sheet = StyleSheet(
      """
      :root { --page: #fff; --text: #010203; }
      .chart svg { color: var(--text); }
      .series { color: #0a0b0c; }
      .bar { fill: #111213; }
      .x { stroke: currentColor; stroke-width: 3; stroke-dasharray: 1 2 3; }
      """)
    let html = figure(
      """
      <g class="series" fill="currentColor"><rect width="9" height="9"/><rect class="bar" fill="none" width="9" height="9"/></g>
      <rect class="x" fill="currentColor" fill-opacity="2" stroke="none" width="9" height="9"/>
      """)
    let shapes = Shapes(of: try #require(Drawing(in: html)), styled: sheet).shapes.map(\.style)
    #expect(
      shapes.map { $0.colour(of: $0.fill) } == [Colour("#0a0b0c"), Colour("#111213"), Colour("#010203")])
    #expect(shapes[0].colour(of: shapes[0].stroke) == nil)
    #expect(shapes[2].colour(of: shapes[2].stroke) == Colour("#010203"))
    #expect(shapes[2].fillOpacity == 1000 && shapes[2].strokeWidth == 3)
    #expect(shapes[2].dashes == [1, 2, 3, 1, 2, 3])
  }
}
