import Foundation
import Testing

@testable import Notebook
@testable import Site

/// Pages around their articles, from books that need no run.
@Suite struct PageTests {
  private func site(_ summary: String, _ chapters: KeyValuePairs<String, String>) throws -> [String: String] {
    let files = try TemporaryBook(chapters)
    try files.write(summary, to: "book/SUMMARY.md")
    let book = try Book(readingAt: files.book.path)
    return Site(of: book, transcripts: []).files.mapValues { String(decoding: $0, as: UTF8.self) }
  }

  private func contents(_ page: String?) -> String {
    String(page?.between("aria-label=\"Contents\">\n", "</nav>") ?? "")
  }

  @Test func contentsAreNestedAsTheSummaryIs() throws {
    let site = try site(
      "# The *Book*\n\n- [One & `two`](a.md)\n- Part <b>\n  - [Deep](part/b.md)\n    1. [Deeper](part/ü%20c.md)\n\n---\n\n* [Last](d.md)\n",
      ["a": "# A\n", "part/b": "# B\n", "part/ü c": "# C\n", "d": "# D\n"])
    let list = """
      <ol>
      <li><a href="a.html">One &amp; two</a></li>
      <li><span>Part </span><ol>
      <li><a href="part/b.html">Deep</a><ol>
      <li><a href="part/%C3%BC%20c.html">Deeper</a></li>
      </ol></li>
      </ol></li>
      <li><a href="d.html">Last</a></li>
      </ol>
      <p><a href="whole.html">The whole book on one page</a></p>

      """
    #expect(contents(site["index.html"]) == list)
    let deep = list.replacing("href=\"", with: "href=\"../").replacing(
      "part/b.html\"", with: "part/b.html\" aria-current=\"page\"")
    #expect(contents(site["part/b.html"]) == deep)
    #expect(site["part/b.html"]?.contains("<link rel=\"stylesheet\" href=\"../style.css\">") == true)
    #expect(site["part/b.html"]?.contains("<title>B · The Book</title>") == true)
    #expect(site["index.html"]?.contains("<title>The Book</title>") == true)
  }

  @Test func aFormulaBetweenBlocksTakesNothingFromThem() throws {
    let page = try site(
      "- [A](a.md)\n",
      ["a": "# A\n\n$`x`$ is:\n\n```math\ny\n```\n\nand $`z`$:\n\n```math\nv\n```\n\nso: $`w`$\n"])["a.html"]
    #expect(page?.contains("</math> is:</p>") == true)
    #expect(
      page?.contains("<p>and <span class=\"bound\"><math") == true
        && page?.contains("</math>:</span></p>") == true)
    #expect(page?.contains("<p>so: <math") == true)
  }

  @Test func punctuationIsBoundToItsFormula() throws {
    let page = try site(
      "- [A](a.md)\n", ["a": "# A\n\n$`x`$ is ($`y`$), $`z`$,$`u`$ *$`v`$*. “$`w`$”…\n"])["a.html"]
    let article = page?.between("<h1>A</h1>\n", "</article>").map(String.init) ?? ""
    let text = article.replacing(#/<math.*?<\/math>/#, with: "M")
    #expect(
      text == """
        <p>M is <span class="bound">(M),</span> <span class="bound">M,</span>M <em>M</em>. \
        <span class="bound">“M”…</span></p>

        """)
  }

  @Test func onlyWhatAPageNeedsIsLinked() throws {
    let site = try site(
      "- [A](a.md)\n- [B](x/b.md)\n",
      ["a": "# A\n\n$`x`$\n\n```swift static\n1\n```\n", "x/b": "# B\n\nAn article of class=\"chart\".\n"])
    let sheets = { (page: String) in
      (site[page] ?? "").matches(of: #/stylesheet" href="([^"]*)"/#).map { String($0.1) }
    }
    #expect(sheets("a.html") == ["style.css", "cells.css", "math.css"])
    #expect(sheets("x/b.html") == ["../style.css"])
    #expect(sheets("whole.html") == ["style.css", "cells.css", "math.css"])
    #expect(sheets("404.html") == [])
  }

  @Test func pagesLeadToTheNextAndThePrevious() throws {
    let site = try site(
      "- [A](a.md)\n- [B](x/b.md)\n- [C](c.md)\n", ["a": "# \\<A>\n", "x/b": "# B\n", "c": "# C\n"])
    let turning = { (page: String) in
      String(site[page]?.between("aria-label=\"Chapters\">\n", "</nav>") ?? "")
    }
    #expect(turning("index.html") == "<a rel=\"next\" href=\"a.html\"><span>Next</span> &lt;A&gt;</a>\n")
    #expect(
      turning("x/b.html") == """
        <a rel="prev" href="../a.html"><span>Previous</span> &lt;A&gt;</a>
        <a rel="next" href="../c.html"><span>Next</span> C</a>

        """)
    #expect(!turning("c.html").contains("next"))
  }

  @Test func linksBetweenChaptersLeadToPages() throws {
    let site = try site(
      "[a](a.md)\n\n- [A](a.md)\n- [B](x/b.md)\n",
      [
        "a":
          "# A\n\n[b](./x/b.md#z \"t\") [c](SUMMARY.md#w) [d](https://x.org/a.md) [e](x:e.pdf) [f](#a.md) ![g](x:g.md)\n",
        "x/b": "# B\n\n[a](../a.md) [c](../SUMMARY.md)\n",
      ])
    #expect(
      site["a.html"]?.contains(
        """
        <p><a href="./x/b.html#z" title="t">b</a> <a href="index.html#w">c</a> <a href="https://x.org/a.md">d</a> \
        <a href="x:e.pdf">e</a> <a href="#a.md">f</a> <img src="x:g.md" alt="g" /></p>
        """) == true)
    #expect(
      site["x/b.html"]?.contains("<p><a href=\"../a.html\">a</a> <a href=\"../index.html\">c</a></p>") == true
    )
    #expect(
      site["index.html"]?.contains("<p><a href=\"a.html\">a</a></p>\n<ul>\n<li><a href=\"a.html\">A</a></li>")
        == true)
  }

  /// What is not alone on the first line is no mark, and the words that stand for a picture hold no markup.
  @Test func whatIsNearlyACalloutOrMathematicsIsText() throws {
    let page = try site(
      "- [A](a.md)\n", ["a": "# A\n\n> [!NOTE]**b**\n> c\n\n> [!TIP]`d`\n\n![e $`f`$ g](x:h.png)\n"])[
        "a.html"]
    #expect(
      page?.between("<article>\n", "</article>") == """
        <h1>A</h1>
        <blockquote>
        <p>[!NOTE]<strong>b</strong>
        c</p>
        </blockquote>
        <blockquote>
        <p>[!TIP]<code>d</code></p>
        </blockquote>
        <p><img src="x:h.png" alt="e $f$ g" /></p>

        """)
  }

  @Test func whatTheFormatAddsToMarkdown() throws {
    let page = try site(
      "- [A](a.md)\n",
      [
        "a": """
        # A

        > [!NOTE]
        > Text with $`x<y`$, $`z`$ and `c`.

        > [!TIP]

        > [!OTHER]
        > text

        ```math
        a < b
        ```

        ## Same
        ## Same `x`
        ## Same
        """
      ])["a.html"]
    let article = String(page?.between("<article>\n", "</article>") ?? "")
    #expect(
      article.hasPrefix(
        """
        <h1>A</h1>
        <aside class="callout note">
        <p class="callout-title">Note</p>
        <p>Text with <span class="bound"><math alttext="x&lt;y"><mi>x</mi><mo>&lt;</mo><mi>y</mi></math>,</span> <math alttext="z"><mi>z</mi></math> \
        and <code>c</code>.</p>
        </aside>
        <aside class="callout tip">
        <p class="callout-title">Tip</p>
        </aside>
        <blockquote>
        <p>[!OTHER]
        text</p>
        </blockquote>
        <div class="equation"><math display="block" alttext="a &lt; b"><mi>a</mi><mo>&lt;</mo><mi>b</mi></math></div>
        """), "\(article)")
    #expect(
      article.contains("id=\"same\"") && article.contains("id=\"same-x\"")
        && article.contains("id=\"same-2\""))
  }
}
