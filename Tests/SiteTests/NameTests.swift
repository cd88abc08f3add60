import Foundation
import Notebook
import Testing

@testable import Site

/// Sections, figures, equations, cells and claims, and the links that name them.
@Suite struct NameTests {
  private let one = """
    # One

    ## A *section* here

    ```swift id=plain
    claim("it holds", true, id: "truth")
    ```

    ```swift id=drawn caption="A value."
    1
    ```

    ```math
    a = b \\label{sum}
    ```

    ```math
    c \\tag{A}\\label{tagged}
    ```

    See [](#a-section-here), [](#plain), [](#drawn), [](#sum), [](#tagged), [](#truth) and [mine](#drawn).
    """

  private func told(of book: TemporaryBook) async throws -> String {
    book.headlines(of: try await book.build().diagnostics)
  }

  @Test func aLinkWithoutWordsIsCalledWhatItLeadsTo() async throws {
    let book = try TemporaryBook([
      "one": one,
      "two":
        "# Two\n\n[](one.md#drawn) [](one.md#sum) [](one.md#truth) [](one.md) [](#more) [](SUMMARY.md#list)\n\n## More\n",
    ])
    try book.write(
      "# Book\n\n## List\n\n- [One](one.md)\n- [Two](two.md)\n\n[](two.md#more)\n", to: "book/SUMMARY.md")
    let report = try await book.build()
    #expect(book.text(of: report.diagnostics) == "")
    #expect(
      try book.article("one").contains(
        """
        <p>See <a href="#a-section-here">“A section here”</a>, <a href="#plain">the code</a>, <a href="#drawn">figure 1</a>, \
        <a href="#sum">equation (1)</a>, <a href="#tagged">equation (A)</a>, <a href="#truth">it holds</a> and \
        <a href="#drawn">mine</a>.</p>
        """))
    #expect(
      try book.article("two").contains(
        """
        <p><a href="one.html#drawn">figure 1 of “One”</a> <a href="one.html#sum">equation (1) of “One”</a> \
        <a href="one.html#truth">it holds</a> <a href="one.html">One</a> <a href="#more">“More”</a> \
        <a href="index.html#list">“List”</a></p>
        """))
    #expect(try book.article("index").contains("<a href=\"two.html#more\">“More”</a>"))
    #expect(try book.article("one").contains("<p class=\"claim\" id=\"truth\">"))
    #expect(try book.article("one").contains("<div class=\"equation\" id=\"sum\">"))
    #expect(try book.article("one").contains("<span class=\"number\">(1)</span>"))
  }

  @Test func aNameThatThereIsNoneOfIsAnErrorWithItsLine() async throws {
    let book = try TemporaryBook([
      "one": one + "\n\n[x](#drwan)\n", "two": "# Two\n\n[x](one.md#nothing) [y](#text)\n",
    ])
    let told = try await told(of: book)
    #expect(
      told == """
        one.md:23:1: error: nothing is named 'drwan' there; did you mean '#drawn'? [dead-link]
        two.md:3:1: error: nothing is named 'nothing' there [dead-link]
        two.md:3:21: error: nothing is named 'text' there [dead-link]

        """)
  }

  @Test func aNameIsTakenOnce() async throws {
    let book = try TemporaryBook([
      "one": one + "\n\n" + cell("claim(\"again\", true, id: \"truth\")") + "```math\nx \\label{plain}\n```\n"
    ])
    let told = try await told(of: book)
    #expect(
      told == """
        one.md:27:1: error: the name 'plain' is taken [duplicate-id]
        one.md:24:6: error: the name 'truth' is taken [duplicate-id]

        """)
  }

  @Test func headingsKeepClearOfOtherNames() async throws {
    let book = try TemporaryBook([
      "one": "# One\n\n## Plain\n\n" + cell("1", "id=plain") + "[](#plain) [](#plain-2)\n"
    ])
    #expect(book.text(of: try await book.build().diagnostics) == "")
    #expect(
      try book.article("one").contains("<a href=\"#plain\">the code</a> <a href=\"#plain-2\">“Plain”</a>"))
  }

  @Test func aLedgerShowsWhatItsClaimsMeasured() async throws {
    let book = try TemporaryBook([
      "one": "# One\n\n" + cell("claim(\"a < b\", 1.5, atMost: 2, id: \"small\")"),
      "last": """
      # Last

      ```ledger
      1 | a paper & more | holds within a bound: near 2 | It *is* `small`. | one.md#small
      2 | a blog | not tested: no figure | It is <b>good</b>. |
      ```

      [](#item-2)
      """,
    ])
    #expect(book.text(of: try await book.build().diagnostics) == "")
    let article = try book.article("last")
    #expect(
      article.contains(
        """
        <dl class="verdicts">
        <dt class="verdict bounded">Holds within a bound: 1</dt>
        <dd><a href="#item-1">1</a></dd>
        <dt class="verdict untested">Not tested: 1</dt>
        <dd><a href="#item-2">2</a></dd>
        </dl>
        <table class="ledger">
        <thead><tr><th scope="col">No.</th><th scope="col">Source</th><th scope="col">Statement, verdict and evidence</th></tr></thead>
        <tbody>
        <tr id="item-1">
        <th scope="row">1</th>
        <td>a paper &amp; more</td>
        <td>It <em>is</em> <code>small</code>.
        <p class="verdict bounded">Holds within a bound: near 2</p>
        <ul>
        <li><a href="one.html#small">a &lt; b</a> <output>1.500 ≤ 2.000</output></li>
        </ul>
        </td>
        </tr>
        <tr id="item-2">
        <th scope="row">2</th>
        <td>a blog</td>
        <td>It is <!-- raw HTML omitted -->good<!-- raw HTML omitted -->.
        <p class="verdict untested">Not tested: no figure</p>
        </td>
        </tr>
        """), "\(article)")
    #expect(article.contains("<p><a href=\"#item-2\">item 2</a></p>"))
  }

  @Test func aClaimLeadsBackToTheStatementsThatRestOnIt() async throws {
    let book = try TemporaryBook([
      "part/one": "# One\n\n"
        + cell("claim(\"a < b\", 1.5, atMost: 2, id: \"small\")\nclaim(\"c\", 1, atMost: 2)"),
      "last": """
      # Last

      ```ledger
      1 | a | holds | One. | part/one.md#small
      2 | b | holds | Two. | part/one.md#small part/one.md#small
      ```
      """,
    ])
    #expect(book.text(of: try await book.build().diagnostics) == "")
    let links = { (first: String, second: String) in
      "a &lt; b (<output>1.500 ≤ 2.000</output>) <a href=\"\(first)\">item 1</a> <a href=\"\(second)\">item 2</a></p>"
    }
    #expect(try book.article("part/one").contains(links("../last.html#item-1", "../last.html#item-2")))
    #expect(try book.article("part/one").contains("c (<output>1.000 ≤ 2.000</output>)</p>"))
    #expect(try book.article("whole").contains(links("#last:item-1", "#last:item-2")))
  }

  @Test func aNameOfAStatementIsTakenOnce() async throws {
    let book = try TemporaryBook([
      "one": """
      # One

      ```swift id=item-2
      1
      ```

      ```ledger
      1 | a | not tested: why | A. |
      2 | b | not tested: why | B. |
      ```
      """
    ])
    #expect(try await told(of: book) == "one.md:9:1: error: the name 'item-2' is taken [duplicate-id]\n")
  }

  @Test func aLinkToATermShowsItsDefinition() async throws {
    let book = try TemporaryBook([
      "one": "# One\n\n[gates](glossary.md#gate) [](glossary.md#bare)\n",
      "glossary": "# Glossary\n\n## Gate\n\n门. *Opens* & shuts.\n\n## Bare\n\n[gate](#gate)\n",
    ])
    #expect(book.text(of: try await book.build().diagnostics) == "")
    #expect(
      try book.article("one").contains(
        """
        <a href="glossary.html#gate">gates<span class="definition" aria-hidden="true">门. Opens &amp; shuts.</span></a> \
        <a href="glossary.html#bare">“Bare”
        """))
    #expect(try book.article("glossary").contains("<a href=\"#gate\">gate</a>"))
  }
}
