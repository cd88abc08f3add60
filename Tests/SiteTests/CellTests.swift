import Testing

/// What a cell means: what it shows, and what the cells after it see.
@Suite struct CellTests {
  @Test func lastExpressionIsShown() async throws {
    let cases: [(code: String, shows: String)] = [
      ("let a = 3", ""),
      ("a", value("3")),
      ("a // the value\n\n/* of a */", value("3")),
      ("let z = 1; z + a", value("4")),
      ("\"text <b>\"", value("&quot;text &lt;b&gt;&quot;")),
      ("Character(\"x\")", value("&quot;x&quot;")),
      ("\"\"\"\ntwo\n  lines\n\"\"\"", value("&quot;two\\n  lines&quot;")),
      ("Optional(a)", value("Optional(3)")),
      ("nil as Int?", value("nil")),
      ("[a, 4]\n  .map { $0 + 1 }\n  // in between\n  .filter { $0 > 4 }", value("[5]")),
      ("[1, 2].map { x in\n  x * 2\n}", value("[2, 4]")),
      ("(1, \"é😀\")", value("(1, &quot;é😀&quot;)")),
      ("a == 3 ? 1 : 2", value("1")),
      ("-a", value("-3")),
      ("a as Any", value("3")),
      ("\"baab\".contains(/a+b/)", value("true")),
      ("func double(_ x: Int) -> Int { x * 2 }\ndouble(a)", value("6")),
      ("struct P { var x = 1 }\nP()", value("P(x: 1)")),
      ("struct N: ~Copyable {}\nN()", value("N")),
      ("func g() throws -> Int { 7 }\ntry g()", value("7")),
      ("try! g()", value("7")),
      ("try? g()", value("Optional(7)")),
      ("func h() async -> Int { 8 }\nawait h()", value("8")),
      ("func i() async throws -> Int { 9 }\ntry await i()", value("9")),
      ("typealias Map = @Sendable (Int) -> Int\nlet map: Map = { $0 + 1 }\nmap(1)", value("2")),
    ]
    let shown = try await shown(by: cases.map(\.code))
    for (index, output) in shown.enumerated() {
      #expect(output == cases[index].shows, "\(cases[index].code)")
    }
    #expect(shown.count == cases.count)
  }

  @Test func whatIsNoExpressionShowsNothing() async throws {
    let cases = [
      "", "// only a comment", "import Foundation", "var a = 3", "a = 4", "a += 1", "_ = a", "()",
      "[Int]().forEach { print($0) }",
      "func f() -> Int { 5 }", "struct S {}", "if a > 3 { print(\"\", terminator: \"\") } else { print(1) }",
      "for _ in 0..<2 {}", "switch a {\ncase 1: break\ndefault: a = 2\n}", "do { a = 1 }", "let _ = f()",
      "func v() {}\nv()",
      "precondition(true)",
    ]
    for (index, output) in try await shown(by: cases).enumerated() {
      #expect(output == "", "\(cases[index])")
    }
  }

  @Test func semicolonSuppressesTheValue() async throws {
    let cells = ["@discardableResult func f() -> Int { 5 }\nf();", "f()", "f() ; // not shown", "f(); f()"]
    #expect(try await shown(by: cells) == ["", value("5"), "", value("5")])
  }

  @Test func emptyCellsAreCells() async throws {
    let text = "```swift\n```\n\n" + cell("") + "```swift\n1\n```\n"
    #expect(outputs(of: try await article(text)) == ["", "", value("1")])
    #expect(outputs(of: try await article(cell("// only a comment"))) == [""])
    #expect(try await article("No cells.") == "<p>No cells.</p>\n")
  }

  @Test func cellsShareOneScope() async throws {
    let cells = [
      "import Foundation\ninfix operator +++: AdditionPrecedence\nfunc +++ (a: Int, b: Int) -> Int { a + b + 1 }",
      "var count = later()\nactor A { var x = 1; func next() -> Int { x += 1; return x } }\nlet actor = A()",
      "func later() -> Int { 1 +++ 2 }",
      "count += 1\nawait actor.next()",
      "func read() -> Int { count }\n(read(), await actor.next())",
      "@resultBuilder struct Sum { static func buildBlock(_ x: Int...) -> Int { x.reduce(0, +) } }\n"
        + "@Sum func sum() -> Int {\n  1\n  2\n}\nsum()",
      "@MainActor func main() -> Int { 3 }\nmain()",
      "(\"4\" as NSString).integerValue",
    ]
    #expect(
      try await shown(by: cells)
        == ["", "", "", value("2"), value("(5, 3)"), value("3"), value("3"), value("4")])
  }

  @Test func namesOfTheEngineMayBeTakenByCells() async throws {
    let cells = [
      "struct Display { var x = 1 }\nfunc show(_ x: Int) -> Int { x + 1 }\nshow(3)",
      "func _bookBegin() { print(1) }\nfunc _bookPiece(_ i: Int) { print(1) }\nfunc _bookValue(_ x: Int) { print(1) }",
      "func _bookNumber(_ x: String) { print(1) }\nfunc _bookEnd() { print(1) }\nlet claim = 5\nclaim",
      "Display()",
    ]
    #expect(try await shown(by: cells) == [value("4"), "", value("5"), value("Display(x: 1)")])
  }

  @Test func shownThingsStandInTheOrderTheyWereShown() async throws {
    let code = """
      struct Figure: Displayable { var html: String { "<p>figure</p>" } }
      print("a", terminator: "")
      show("b")
      print("c\\nd")
      claim("e", 1.0, atMost: 2)
      show(Figure())
      print("f", terminator: "")
      Figure()
      """
    let shown = try await shown(by: [code, "print(\"g\")", "show([1: 2])"])
    #expect(
      shown == [
        printed("a") + value("&quot;b&quot;") + printed("c\nd\n")
          + "<p class=\"claim\"><strong>Holds:</strong> e (<output>1.000 ≤ 2.000</output>)</p>\n"
          + "<p>figure</p>\n" + printed("f") + "<p>figure</p>\n",
        printed("g\n"), value("[1: 2]"),
      ])
  }

  @Test func eachOverloadOfClaimShowsWhatItMeasured() async throws {
    let cells = [
      "claim(\"<yes>\", true)", "claim(\"m\", true, measured: \"3 & 4\")",
      "claim(\"c\", 0.123456, atLeast: 0.1)",
      "claim(\"d\", 1.0 as Float, near: 1.5, within: 0.5)", "claim(\"e\", [1], equals: [1])",
    ]
    let shown = try await shown(by: cells).map { $0.between("</strong> ", "</p>").map(String.init) }
    #expect(
      shown == [
        "&lt;yes&gt;", "m (<output>3 &amp; 4</output>)", "c (<output>0.1235 ≥ 0.1000</output>)",
        "d (<output>1.000 ≈ 1.500, within 0.50</output>)", "e (<output>= [1]</output>)",
      ])
  }

  @Test func kindsOfCells() async throws {
    let text =
      cell("var k = 1\nk", "hidden") + cell("this is no Swift", "static") + cell("k += 1\nk", "solution")
      + cell("let a: String = k\nprint(é)", "fails") + cell("k = 5\n[1][k]", "traps") + cell("k")
    let code = { (text: String) in
      "<pre class=\"code\"><code class=\"language-swift\">\(text)\n</code></pre>\n"
    }
    let output = { (content: String) in "<div class=\"output\">\n\(content)</div>\n" }
    #expect(
      try await article(text) == """
        <div class="cell">
        <details class="folded">
        <summary>Code</summary>
        \(code("var k = 1\nk"))</details>
        \(output(value("1")))</div>
        <div class="cell">
        \(code("this is no Swift"))</div>
        <details class="solution">
        <summary>Solution</summary>
        <div class="cell">
        \(code("k += 1\nk"))\(output(value("2")))</div>
        </details>
        <div class="cell">
        <p class="cell-label">Does not compile</p>
        \(code("let a: String = k\nprint(é)"))\(output(printed(
          """
          line 1: error: cannot convert value of type 'Int' to specified type 'String'
          line 2: error: cannot find 'é' in scope

          """)))</div>
        <div class="cell">
        <p class="cell-label">Traps</p>
        \(code("k = 5\n[1][k]"))\(output(printed("Fatal error: Index out of range\n")))</div>
        <div class="cell">
        \(code("k"))\(output(value("2")))</div>

        """)
  }

  @Test func messagesOfFailsAndTrapsAreTheCompilersAndTheRuntimes() async throws {
    let text =
      "- item\n\n  ```swift fails\n  let é = 1\n  let x: Int = \"😀\"\n  ```\n\n" + cell("let = 1", "fails")
      + cell("func f() {", "fails") + cell("precondition(false, \"no <words>\")", "traps")
      + cell("struct E: Error {}\nthrow E()", "traps") + cell("let s: Any = 1\ns as! String", "traps")
      + cell("func f(_ n: Int) -> Int { n < 0 ? n : f(n + 1) + 1 }\nf(0)", "traps")
    let messages = outputs(of: try await article(text)).map { $0.between("\">", "</pre>").map(String.init) }
    #expect(
      messages == [
        "line 2: error: cannot convert value of type 'String' to specified type 'Int'\n",
        "line 1: error: expected pattern\n", "line 1: error: expected '}' at end of brace statement\n",
        "Precondition failed: no &lt;words&gt;\n", "Fatal error: Error raised at top level: Chapter.E()\n",
        "Could not cast value of type 'Swift.Int' to 'Swift.String'.\n", "Fatal error: the stack is full\n",
      ])
  }

  @Test func idsAndCaptions() async throws {
    let text =
      cell("1", "id=😀") + cell("2", #"caption="*One* &amp; \"two\" <b> \\"  id="a&quot;b""#)
      + "~~~swift hidden caption=\"`code`\"\nlet x = 3\n~~~\n"
    let article = try await article(text)
    #expect(article.contains("<div class=\"cell\" id=\"😀\">"))
    #expect(article.contains("<div class=\"cell\" id=\"a&amp;quot;b\">"))
    #expect(
      outputs(of: article) == [
        value("1"),
        "<figure>\n\(value("2"))<figcaption><span class=\"number\">Figure 1</span> <em>One</em> &amp; &quot;two&quot; <!-- raw HTML omitted --> \\"
          + "</figcaption>\n</figure>\n",
        "<figure>\n<figcaption><span class=\"number\">Figure 2</span> <code>code</code></figcaption>\n</figure>\n",
      ])
  }

  @Test func captionsHoldNumbers() async throws {
    let text =
      cell("let n = [\"x\": 2]\nn.count", #"caption="Of \(n.count) with \(n[\"x\"] ?? 0) & a""#)
      + cell("print(n)", #"static caption="\(\"<\")""#)
    #expect(
      outputs(of: try await article(text)) == [
        "<figure>\n\(value("1"))<figcaption><span class=\"number\">Figure 1</span> Of <output>1</output> with "
          + "<output>2</output> &amp; a</figcaption>\n</figure>\n",
        "<figure>\n<figcaption><span class=\"number\">Figure 2</span> <output>&lt;</output></figcaption>\n</figure>\n",
      ])
  }

  @Test func linksInCaptionsLead() async throws {
    let book = try TemporaryBook([
      "one": "# One\n\n" + cell("1", #"id=first caption="As in [](two.md#second) & [](#first).""#),
      "two": "# Two\n\n" + cell("1", #"id=second caption="See [one](one.md)""#),
    ])
    #expect(book.text(of: try await book.build().diagnostics) == "")
    #expect(
      try book.article("one").contains(
        "As in <a href=\"two.html#second\">figure 1 of “Two”</a> &amp; <a href=\"#first\">figure 1</a>."))
    #expect(try book.article("whole").contains("See <a href=\"#chapter:one\">one</a>"))
  }

  @Test func cellsOfListsAndQuotationsHaveTheirCodeAsWritten() async throws {
    let text = """
      - item

        ```swift
        let text = \"""
          a
         é
        \"""
        text
        ```

      > ```swift
      > if true {
      >   print(text)
      > }
      >```
      >
      > 1. > ~~~ swift
      >    > text.count
      >    > ~~~
      """
    let article = try await article(text)
    #expect(outputs(of: article) == [value("&quot;  a\\n é&quot;"), printed("  a\n é\n"), value("6")])
    #expect(article.contains("<code class=\"language-swift\">if true {\n  print(text)\n}\n</code>"))
  }

  @Test func manyCells() async throws {
    let shown = try await shown(by: (0..<200).map { "let v\($0) = \($0)\nv\($0) + v\(max($0 - 1, 0))" })
    #expect(shown == (0..<200).map { value("\(2 * $0 - ($0 == 0 ? 0 : 1))") })
  }

  @Test func chaptersShareNothing() async throws {
    let first = cell("import Foundation\nlet shared = 1\nsetenv(\"SHARED\", \"1\", 1)\nprint(shared)")
    let second = cell("import Foundation\nlet shared = 2\ngetenv(\"SHARED\") == nil") + cell("print(shared)")
    let book = try TemporaryBook(["a": "# A\n\n" + first, "b": "# B\n\n" + second])
    #expect(try await book.build().diagnostics == [])
    #expect(outputs(of: try book.article("b")) == [value("true"), printed("2\n")])
  }

  @Test func programsRunInTheBooksFolderWithoutInput() async throws {
    let book = try TemporaryBook([
      "a": "# A\n\n" + cell("import Foundation\ntry String(contentsOfFile: \"data.txt\", encoding: .utf8)")
        + cell("readLine()")
    ])
    try book.write("forty-two", to: "book/data.txt")
    #expect(try await book.build().diagnostics == [])
    #expect(outputs(of: try book.article("a")) == [value("&quot;forty-two&quot;"), value("nil")])
  }
}
