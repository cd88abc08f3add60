import Foundation
import Testing

@testable import Site

/// Which names in a chapter's code lead to the library, and where.
@Suite struct CellLinkTests {
  /// The names that link in a cell, each with its address in the library's folder.
  private func links(_ code: String, imports: String = "import Waves") throws -> [String] {
    let page = try LibrarySample.site(["a": "# A\n\n" + cell(imports + "\n" + code)])["a.html"] ?? ""
    let article = page.between("<article>", "</article>") ?? ""
    return article.matches(of: #/<a(?: class="[^"]*")? href="library\/([^"]*)" tabindex="-1">([^<]*)<\/a>/#)
      .map {
        "\($0.2) \($0.1)"
      }
  }

  @Test func typesAndFunctionsLink() throws {
    #expect(
      try links("Wave(length: 2); flood; Tide<Int>()") == [
        "Wave Waves/Wave.html", "flood Waves/index.html#flood(_:)", "Tide Waves/Tide.html",
      ])
  }

  @Test func membersOfOneTypeLink() throws {
    #expect(
      try links("x.longer(y).length; x.peak; [x].longest") == [
        "longer Waves/Wave.html#longer(_:by:other:)", "length Waves/Wave.html#length",
        "peak Waves/Wave.Crest.html#peak", "longest Waves/Array.html#longest",
      ])
  }

  @Test func overloadsLinkToTheFirst() throws {
    #expect(try links("x.sum; Wave.higher(by: 2)").contains("higher Waves/Wave.html#higher()"))
  }

  @Test func ambiguousMembersDoNot() throws {
    #expect(try links("x.higher()") == [])
    #expect(try links("Tide.higher") == ["Tide Waves/Tide.html", "higher Waves/Tide.html#higher()"])
  }

  @Test func namesOfTheStandardLibraryDoNot() throws {
    #expect(try links("x.count; print(1)") == [])
    #expect(try links("Wave.count") == ["Wave Waves/Wave.html", "count Waves/Wave.html#count"])
  }

  @Test func keywordsLabelsOperatorsAndTextDoNot() throws {
    #expect(try links("f(length: 1, flood: 2); a < b; \"Wave\" // Wave\n/Wave/") == [])
    #expect(try links("\"\\(Wave.self)\"") == ["Wave Waves/Wave.html"])
    #expect(try links("x.init(); x.self; length; peak; .Wave") == [])
  }

  @Test(arguments: [
    "let flood = 1; flood", "func flood() {}; flood()", "func f(flood: Int) { flood }",
    "for flood in [1] { flood }",
    "let (flood, b) = c; flood", "[1].map { flood in flood }", "struct flood {}; flood()",
    "if let flood { flood }",
    "case flood",
  ])
  func namesThatTheChapterDeclaresDoNot(_ code: String) throws {
    #expect(try links(code) == [])
    // In whatever cell it is declared.
    let page = try LibrarySample.site(["a": "# A\n\n" + cell("import Waves\nflood(1)") + cell(code)])[
      "a.html"]
    #expect(page?.contains("href=\"library/Waves/index.html#flood") == false)
  }

  @Test func membersThatTheChapterDeclaresDoNot() throws {
    #expect(try links("struct A { var peak = 1 }; x.peak") == [])
    #expect(try links("let t = (peak: 1, b: 2); t.peak") == [])
    #expect(try links("enum A { case peak }; let x: A = .peak") == [])
    #expect(try links("let Wave = 1; Wave.sum") == ["sum Waves/Wave.html#sum(_:)"])
  }

  @Test func onlyModulesThatTheChapterImportsAreMeant() throws {
    #expect(
      try links("Foam(); Chart(); drift()") == ["Chart Display/Chart.html", "drift Waves/index.html#drift()"])
    #expect(try links("Foam(); drift()", imports: "import Waves\nimport Other") == ["Foam Other/Foam.html"])
    #expect(try links("Wave()", imports: "// import Waves") == [])
    #expect(try links("Wave(); show()", imports: "import Waves;import Other").count == 2)
  }

  @Test func backtickedAndUnfinishedNames() throws {
    #expect(try links("`Wave`") == ["`Wave` Waves/Wave.html"])
    #expect(try links("`") == [])
    #expect(try links("x.") == [])
    #expect(try links("Wave.") == ["Wave Waves/Wave.html"])
  }

  @Test func linksAreSeenFromTheirPage() throws {
    let text = "# A\n\n" + cell("import Waves\nWave()")
    let site = try LibrarySample.site(["part/deep": text, "a": text])
    #expect(site["part/deep.html"]?.contains("href=\"../library/Waves/Wave.html\" tabindex=\"-1\"") == true)
    let whole = site["whole.html"] ?? ""
    #expect(whole.matches(of: #/href="library\/Waves\/Wave.html" tabindex="-1"/#).count == 2)
    #expect(!whole.contains("../library"))
  }

  @Test func exactNamesOfTypesInSentencesLink() throws {
    let text = """
      # `Wave`

      A `Wave`, `Wave()`, `flood`, `Chart`, ![a `Wave`](x:x.png) and [a `Wave`](https://example.org).

      ## Of `Wave`

      """
    let page = try LibrarySample.site(["a": text + cell("import Waves"), "b": "# B\n\nA `Wave`.\n"])
    let link = "<code><a href=\"library/Waves/Wave.html\" tabindex=\"-1\">Wave</a></code>"
    #expect(page["a.html"]?.components(separatedBy: link).count == 2)
    #expect(page["a.html"]?.components(separatedBy: "tabindex").count == 2)
    #expect(page["b.html"]?.contains("A \(link).") == true)
  }
}
