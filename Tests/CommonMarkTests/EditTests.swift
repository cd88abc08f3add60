import CommonMark
import Testing

@Suite struct EditTests {
  private func index(_ document: Document, where condition: (Node) -> Bool) throws -> Int {
    let index = document.nodes.firstIndex(where: condition)
    return try #require(index)
  }

  @Test func eachEditOfABlock() throws {
    let document = Document(parsing: "# A *b*\n\n- c\n- d\n\n> e\n")
    let heading = try index(document) { $0.kind == .heading(level: 1) }
    let item = try index(document) { $0.kind == .item }
    let quotation = try index(document) { $0.kind == .blockQuote }
    #expect(
      document.html(applying: [
        heading: .prepend(html: "<a></a>"), item: .remove,
        quotation: .wrap(opening: "<aside>\n", closing: "</aside>\n"),
      ]) == "<h1><a></a>A <em>b</em></h1>\n<ul>\n<li>d</li>\n</ul>\n<aside>\n<p>e</p>\n</aside>\n")
    #expect(
      document.html(applying: [quotation: .replace(html: "<hr>\n"), heading: .remove])
        == "<ul>\n<li>c</li>\n<li>d</li>\n</ul>\n<hr>\n")
  }

  @Test func eachEditOfAnInline() throws {
    let document = Document(parsing: "a `b` [c *d*](e) ![f](g) **h**\n")
    let code = try index(document) { $0.kind == .code }
    let link = try index(document) { if case .link = $0.kind { true } else { false } }
    let image = try index(document) { if case .image = $0.kind { true } else { false } }
    let strong = try index(document) { $0.kind == .strong }
    #expect(
      document.html(applying: [
        code: .replace(html: "<output>1</output>"), link: .redirect("x y&z"), image: .redirect("p.png"),
        strong: .wrap(opening: "<u>", closing: "</u>"),
      ])
        == "<p>a <output>1</output> <a href=\"x%20y&amp;z\">c <em>d</em></a> <img src=\"p.png\" alt=\"f\" /> <u>h</u></p>\n"
    )
  }

  @Test func editsWithinEdits() throws {
    let document = Document(parsing: "> - *a* `b`\n>\n>   c\n")
    let quotation = try index(document) { $0.kind == .blockQuote }
    let item = try index(document) { $0.kind == .item }
    let emphasis = try index(document) { $0.kind == .emphasis }
    let code = try index(document) { $0.kind == .code }
    let inner: [Int: Edit] = [emphasis: .wrap(opening: "<u>", closing: "</u>"), code: .replace(html: "1")]
    let wrapped = inner.merging([
      quotation: .wrap(opening: "<aside>\n", closing: "</aside>\n"), item: .prepend(html: ""),
    ]) { $1 }
    #expect(
      document.html(applying: wrapped)
        == "<aside>\n<ul>\n<li>\n<p><u>a</u> 1</p>\n<p>c</p>\n</li>\n</ul>\n</aside>\n")
    #expect(document.html(applying: inner.merging([quotation: .remove]) { $1 }) == "")
    #expect(document.html(applying: inner.merging([item: .replace(html: "")]) { $1 }).contains("<ul>"))
    #expect(document.html(applying: [10_000: .remove, -1: .remove]) == document.html())
  }
}
