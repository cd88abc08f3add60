import CCMark
import CommonMark
import Foundation
import Notebook
import Testing

@testable import Site

/// Whatever Markdown can hold passes through: on a page with no cells, mathematics or callouts the article is what cmark
/// itself renders, byte for byte, but for the anchors of headings.
@Suite struct PlainMarkdownTests {
  /// What cmark itself makes of a text in its safe mode.
  private func cmark(_ bytes: [UInt8]) -> [UInt8] {
    let html = bytes.withUnsafeBytes { buffer in
      cmark_markdown_to_html(
        buffer.baseAddress?.assumingMemoryBound(to: CChar.self), buffer.count, CMARK_OPT_DEFAULT)
    }
    guard let html else { return [] }
    defer { cmark_get_default_mem_allocator().pointee.free(html) }
    return Array(UnsafeRawBufferPointer(start: html, count: strlen(html)))
  }

  /// An article without the anchors of its headings; none where one is not as it should be.
  ///
  /// An anchor is looked for only where a heading of the second to sixth level begins. It has no angle bracket inside, so
  /// nothing of the text can go with it.
  private func withoutAnchors(_ article: [UInt8]) -> (bytes: [UInt8], anchors: Int)? {
    let headings = (2...6).map { Array("<h\($0)>".utf8) }
    let opening = Array("<a class=\"anchor\" id=\"".utf8)
    let closing = Array("\"></a>".utf8)
    var (bytes, anchors, index): ([UInt8], Int, Int) = ([], 0, 0)
    while index < article.count {
      guard article[index] == UInt8(ascii: "<"), article[index...].starts(with: opening) else {
        bytes.append(article[index])
        index += 1
        continue
      }
      guard headings.contains(where: { bytes.suffix($0.count).elementsEqual($0) }) else { return nil }
      let rest = article[(index + 1)...]
      guard let end = rest.firstIndex(of: UInt8(ascii: ">")),
        article[end...].starts(with: Array("></a>".utf8)),
        article[..<(end + 5)].suffix(closing.count).elementsEqual(closing)
      else { return nil }
      index = end + 5
      anchors += 1
    }
    return (bytes, anchors)
  }

  /// Holds an article against what cmark renders.
  private func expectPlain(_ article: [UInt8], _ text: [UInt8], _ words: String) {
    let expected = cmark(text)
    let found = withoutAnchors(article)
    let levels = (2...6).map { Array("<h\($0)>".utf8) }
    let headings = expected.indices.count { index in
      expected[index] == UInt8(ascii: "<") && levels.contains { expected[index...].starts(with: $0) }
    }
    #expect(found?.anchors == headings, "\(words)")
    let isSame = found?.bytes == expected
    #expect(
      isSame,
      "\(words)\n\(String(reflecting: String(decoding: text, as: UTF8.self)))\n\(String(decoding: article, as: UTF8.self))"
    )
  }

  /// The article of each chapter of a book, as it stands in its page.
  private func articles(_ texts: [[UInt8]]) throws -> [[UInt8]] {
    let files = try TemporaryBook([:])
    var summary = ""
    for (index, text) in texts.enumerated() {
      try Data(text).write(to: files.book.appending(path: "\(index).md"))
      summary += "- [x](\(index).md)\n"
    }
    try files.write(summary, to: "book/SUMMARY.md")
    let site = Site(of: try Book(readingAt: files.book.path), transcripts: [])
    return try texts.indices.map { index in
      let page = try #require(site.files["\(index).html"])
      let start = try #require(page.firstRange(of: Array("<article>\n".utf8))?.upperBound)
      let end = try #require(page.reversed().firstRange(of: Array("</article>".utf8.reversed())))
      return Array(page[start..<end.upperBound.base])
    }
  }

  /// A text for each thing that CommonMark knows, each in a chapter with a title.
  private static let constructs = [
    "", "text", "text\n\n\n", "# one\n## two\n### three\n#### four\n##### five\n###### six\n####### seven\n",
    "## same\n## same\n### same\n## same-2\n## \n##\n## ## ##\n", "two\nlines\n===\nand\n---\n***\n- - -\n",
    "## `code` *and* [link](/x) ![image](/y) <b>bold</b> & &amp; \\# \"'\n",
    "## é😀 \u{202E}עברית\u{202C} 中文\n",
    "- a\n- b\n\n  c\n\n      d\n* e\n\n1. f\n2) g\n123456789. h\n1234567890. i\n", "-\n  a\n-\n\n  b\n+ \n",
    "- a\n\n\n- b\n  - c\n   - d\n    - e\n     - f\n", "> a\nb\n>c\n\n> > d\n>\n> ~~~\n> e\n> ~~~\n",
    "    ```\n\ntext\n\n-     ~~~ x\n\n  a\n", "    a\n\tb\n \tc\n  \td\n\t\te\n",
    "```\na\n```\n\n~~~ ruby x=\"1\"\n<&>\n~~~\n\n````c++\n```\n````\n",
    "> ```\n> a\n> ```\n\n- ~~~\n  b\n  ~~~\n",
    "<div class=\"x\">\n*a*\n</div>\n\n<script>alert(1)</script>\n\n<!-- a\n\n```\n-->\n\n<?php ?>\n\n<!X>\n\n<![CDATA[x]]>\n",
    "a <b>c</b> <!-- d --> <x y='z'/> </x> <a href=\"javascript:1\">\n",
    "<article>\n</article>\n\n</article>\n",
    "*a* **b** ***c*** _d_ __e__ a_b_c *a _b* c_ **a*b**c* \\*d\\* *\u{A0}e*\n",
    "`` a`b `` ` a ` `a\nb` `\\` ``` x\n",
    "[a](b) [c](<d e> 'f') [g](h \"i&quot;j\") [](k) [l]() [m](n(o)p) [q](r\\)s) [t](u%20v%FF) [w](é)\n",
    "![a *b* `c`](d \"e\") ![f][] ![g]\n\n[f]: <h i> (j)\n[g]: k\n",
    "[a][b] [b][] [b] [B] [ẞ] [c]\n\n[b]: d 'e\nf'\n[SS]: g\n",
    "[a]: b.pdf\n[a]\n[a]: c\n\n[d]:\ne\n\n[d]\n",
    "<http://a.b/?c=d&e> <f@g.h> <mailto:i> <j:k> http://l.m\n",
    "[x](javascript:a) [y](data:text/html,z) ![w](data:image/png;base64,aa) [v](vbscript:u)\n",
    "a  \nb\\\nc   \n\nd\\",
    "&amp; &copy; &#35; &#0; &#x110000; &#xD800; &nope; &Dcaron; &ngE;\n",
    "\\!\\\"\\#\\$\\%\\&\\'\\(\\)\\<\\a\\é\n",
    "a\u{0}b `c\u{0}` [d](e\u{0}) ## f\n\n## g\u{0}\n\n```h\u{0}\n\u{0}\n```\n",
    "\u{C}a\u{B}b\u{7F}\u{85}\u{2028}\u{FFFF}\u{1}\n",
    "e\u{301} é \u{AC00} \u{1100}\u{1161} 👩‍👩‍👧 \u{200B}\u{FEFF}\n",
    "| a | b |\n|---|---|\n~~c~~ ==d== [^1]\n\n[^1]: e\n\nTerm\n: f\n",
    "$5 and $6, `x` costs $7\n",
    "> [!OTHER]\n> a\n\n> [!NOTE] on the same line\n\n> [!NOTE]*b*\n\n> [!note]\n> c\n\n[!NOTE]\n",
    "`swift` `(x)` `\\x` `x)` \\`\\(x)\\`\n", "+++\na\n+++\n---\nb: c\n---\n",
    "{#id .class}\n\n## Heading {#own}\n",
    String(repeating: "a ", count: 5000), String(repeating: "> ", count: 200) + "a\n",
    String(repeating: "- ", count: 200) + "a\n",
    String(repeating: "*", count: 999) + "a" + String(repeating: "_", count: 999), "[[[[a](b)](c)](d)](e)\n",
  ]

  @Test func eachConstructIsAsCmarkHasIt() throws {
    var texts = Self.constructs.map { Array("# Title\n\n\($0)".utf8) }
    texts += texts.map { text in text.flatMap { $0 == 0x0A ? [0x0D, 0x0A] : [$0] } }
    texts += Self.constructs.map { Array("\u{FEFF}# Title\r\r\($0.replacing("\n", with: "\r"))".utf8) }
    texts += Self.constructs.map { Array("\($0)\n\n# Title".utf8) }.filter { hasTitleAtItsEnd($0) }
    for (text, article) in zip(texts, try articles(texts)) { expectPlain(article, text, "a construct") }
  }

  /// Whether the last line is not swallowed by something that the text leaves open.
  private func hasTitleAtItsEnd(_ text: [UInt8]) -> Bool {
    (try? Chapter(reading: text, path: "", name: "")) != nil
  }

  /// What may stand anywhere in a random text; nothing of it is a cell, mathematics, a number or a link to a chapter.
  private static let fragments = [
    "a", "word ", " ", "  ", "    ", "\t", "\n", "\n", "\n\n", "\r\n", "\r", "# ", "## ", "###### ", " ##\n",
    "===\n", "---\n", "***\n",
    "- ", "* ", "+\n", "1. ", "2) ", "999999999. ", "> ", ">", "```\n", "```x y\n", "````", "~~~\n",
    "~~~~ `\n", "`", "``", " ` ", "*", "**",
    "_", "__", "***", "[", "]", "![", "](", "](<", ">)", ")", "(", "\"", "'", "[a]: /b 'c'\n", "[a]", "[a][]",
    "[A]: <d>\n", "]: ", "\\", "\\\n",
    "&", "&amp;", "&#0;", "&#x1F600;", ";", "<", ">", "<b>", "</b>", "<div>\n", "</div>\n\n", "<!--", "-->",
    "<?", "?>", "<![CDATA[", "]]>",
    "<script>", "</script>", "<pre>\n", "<http://x.y>", "<x@y.z>", "<a b='c'", "/>", "\u{0}", "\u{1}",
    "\u{FEFF}", "\u{A0}", "\u{2028}", "é",
    "e\u{301}", "😀", "\u{202E}", "ש", "$5 ", "!", "=", "|", "{", "}", "#", ":", "/", "%20", "%", "?",
    "//x.y/z", "x.pdf", "javascript:",
    "[!NOTE", "[!OTHER]\n", "\u{B}", "\u{C}",
  ]

  /// Thousands of texts, each put together from fragments that bite each other.
  @Test func randomTextsAreAsCmarkHasThem() throws {
    let seed: UInt64 = 0xB00C
    var random = SeededGenerator(seed: seed)
    let book = try TemporaryBook(["a": "# A\n"])
    let alone = try Book(readingAt: book.book.path)
    for number in 0..<4000 {
      let count = Int.random(in: 1...40, using: &random)
      let text = (0..<count).compactMap { _ in Self.fragments.randomElement(using: &random) }.joined()
      let bytes = Array(text.utf8)
      // What is read must not fall over it either; a fence that is not closed, or no title, is told.
      _ = try? Chapter(reading: bytes, path: "a.md", name: "a")
      let article = Article(Document(parsing: bytes), in: alone).html
      expectPlain(Array(article.utf8), bytes, "text \(number) of seed \(seed)")
    }
  }

  @Test(
    arguments: [
      ([0xFF], 1, 1), ([0x23, 0x20, 0x41, 0x0A, 0x61, 0xC3], 2, 2), ([0xED, 0xA0, 0x80], 1, 1),
      ([0xC0, 0x80], 1, 1),
      ([0xF4, 0x90, 0x80, 0x80], 1, 1), ([0x41, 0x0D, 0x42, 0xE2, 0x82, 0x0A], 2, 2), ([0xEF, 0xBB], 1, 1),
    ] as [([UInt8], Int, Int)])
  func whatIsNotUTF8IsRefusedAtItsPlace(bytes: [UInt8], line: Int, column: Int) {
    let failure = #expect(throws: Failure.self) { try Chapter(reading: bytes, path: "a.md", name: "a") }
    #expect(failure?.diagnostics.map(\.identifier) == [.notUTF8])
    #expect(failure?.diagnostics.first?.range.lowerBound == SourcePosition(line: line, column: column))
  }
}
