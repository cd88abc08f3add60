import Testing

/// Numbers in sentences.
@Suite struct NumberTests {
  @Test func aNumberInTheWordsForAPictureIsText() async throws {
    #expect(
      try await article("![a *`\\(1 + 1)`* b `\\(\"<\")`](x:c.png)\n")
        == "<p><img src=\"x:c.png\" alt=\"a 2 b &lt;\" /></p>\n")
  }

  @Test func numbersStandWhereTheyAreWritten() async throws {
    let text = """
      ```swift
      var n = 3
      let name = "<é>"
      ```

      # Head `\\(n)`

      First `\\(n)`, `` \\(n + 1) ``, ``\\("`\\(n)`")``, `\\(name)`; *`\\(n)`* and [`\\(n)`](chapter.md) over
        `\\(n +
      4)` lines; `\\(n) of \\(n + 7)`; `(n)` and `let \\(n)` and \\`\\(n)\\`.

      ```swift
      n = 10
      ```

      - item `\\(n)`

        > quotation `\\(n +
        > 1)`

      ## Heading `\\(2.5, digits: 2)`
      """
    let shown = { (text: String) in "<output>\(text)</output>" }
    let article = try await article(text)
    #expect(article.contains("<h1>Head \(shown("3"))</h1>"))
    #expect(
      article.contains(
        """
        <p>First \(shown("3")), \(shown("4")), \(shown("`3`")), \(shown("&lt;é&gt;")); <em>\(shown("3"))</em> and \
        <a href="chapter.html">\(shown("3"))</a> over
        \(shown("7")) lines; \(shown("3 of 10")); <code>(n)</code> and <code>let \\(n)</code> and `(n)`.</p>
        """))
    #expect(
      article.contains("<li>\n<p>item \(shown("10"))</p>\n<blockquote>\n<p>quotation \(shown("11"))</p>"))
    #expect(article.contains("Heading \(shown("2.50"))</h2>"))
  }

  @Test func aNumberMayPrint() async throws {
    let text = cell("func f() -> Int { print(\"printed\"); return 3 }") + "A `\\(f())`.\n\n" + cell("4")
    let article = try await article(text)
    #expect(article.contains("<p>A <output>3</output>.</p>"))
    #expect(outputs(of: article) == ["", value("4")])
  }

  @Test func whatDependsOnANumberChangesWithIt() async throws {
    let text = { (n: Int) in
      cell("let n = \(n)") + "The square is `\\(n * n)`.\n\n"
        + cell("struct F: Displayable { var html: String { \"<p>\\(n)</p>\" } }\nF()")
    }
    let book = try TemporaryBook(["a": "# A\n\n" + text(3)])
    #expect(try await book.build().diagnostics == [])
    let before = try book.article("a")
    try book.write("# A\n\n" + text(4), to: "book/a.md")
    #expect(try await book.build().diagnostics == [])
    let after = try book.article("a")
    #expect(
      before.replacing("let n = 3", with: "let n = 4").replacing(">9<", with: ">16<").replacing(
        ">3<", with: ">4<")
        == after)
    #expect(before != after)
  }
}
