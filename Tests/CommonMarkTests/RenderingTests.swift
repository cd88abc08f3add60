import CCMark
import CommonMark
import Testing

/// A document without edits is rendered as cmark itself renders it.
@Suite struct RenderingTests {
  private func rendered(_ bytes: [UInt8]) -> String {
    let html = bytes.withUnsafeBytes { buffer in
      cmark_markdown_to_html(
        buffer.baseAddress?.assumingMemoryBound(to: CChar.self), buffer.count, CMARK_OPT_DEFAULT)
    }
    guard let html else { return "" }
    defer { cmark_get_default_mem_allocator().pointee.free(html) }
    return String(cString: html)
  }

  static let texts = [
    "", "\n", " ", "a", "# A\n\n## B ##\nC\n===\nD\n---\n", "*a* **b** ***c*** _d_ a_b_c **e*\n",
    "- a\n- b\n\n  c\n    - d\n",
    "1. a\n2) b\n10. c\n", "> a\nb\n> > c\n\n> d\n", "```swift x\na <&>\n```\n~~~\nb\n",
    "    code\n\n\tcode\n",
    "<div>\n*a*\n</div>\n\na <b>c</b>\n", "[a](b \"c\") ![d](e) [f] [g][f]\n\n[f]: /u 'v'\n",
    "<http://a.b> <a@b.c>\n",
    "a  \nb\\\nc\nd\n", "`a` `` b`c `` `d\n", "&amp; &copy; &#65; &nope; \\* \\a\n", "***\n- - -\n_ _ _\n",
    "[x](javascript:a) <script>\n",
    "a\r\nb\r\n\r\n- c\r\n", "a\rb\r\rc\r", "\u{FEFF}# A\n", "a\u{0}b\n", "é😀\t\u{A0}\u{2028}x\n",
    "|a|b|\n|-|-|\n", "~~a~~ www.a.b\n",
    "- \n-\n\n  a\n", "-\ta\n\n\tb\n", "[a]: b\n[a]\n", "<!-- c -->\n\n<?x?>\n\n<![CDATA[y]]>\n", "\\", "`",
    "[", "![", "<", "&", "*",
  ]

  @Test(arguments: texts) func sameAsCmark(text: String) {
    #expect(Document(parsing: text).html() == rendered(Array(text.utf8)))
  }

  @Test(
    arguments: [
      [0xFF], [0x61, 0xC3], [0xED, 0xA0, 0x80, 0x0A], [0x23, 0x20, 0x80], [0x00], [0x2A, 0xFF, 0x2A],
    ] as [[UInt8]])
  func anyBytes(bytes: [UInt8]) {
    #expect(Document(parsing: bytes).html() == rendered(bytes))
  }

  @Test func deepNesting() {
    let text = String(repeating: ">", count: 100_000) + " deep\n"
    let document = Document(parsing: text)
    #expect(document.nodes.count == 100_003)
    #expect(document.plainText(of: 0) == "deep")
    #expect(document.html() == rendered(Array(text.utf8)))
    #expect(document.html(applying: [50_000: .remove]).count < 3_000_000)
    let lists = String(repeating: "- ", count: 1000) + "x\n"
    #expect(Document(parsing: lists).html() == rendered(Array(lists.utf8)))
  }

  @Test func longLine() {
    for text in [
      String(repeating: "a", count: 1 << 20), String(repeating: "*a* `b` ", count: 1 << 16),
      String(repeating: "[", count: 1 << 16),
    ] {
      #expect(Document(parsing: text).html() == rendered(Array(text.utf8)))
    }
  }
}
