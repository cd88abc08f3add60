import Testing

@testable import Display

@Suite struct HTMLTests {
  @Test func escapesWhatMarkupReads() {
    #expect(HTML.escape("<a href=\"x\">R&D</a>") == "&lt;a href=&quot;x&quot;&gt;R&amp;D&lt;/a&gt;")
    #expect(HTML.escape("h₋ ⊙ 🐈‍⬛ 猫") == "h₋ ⊙ 🐈‍⬛ 猫")
  }

  @Test func replacesWhatAPageMayNotHold() {
    #expect(HTML.escape("a\u{0}b\u{8}c\u{FFFE}d\u{7F}") == "a\u{FFFD}b\u{FFFD}c\u{FFFD}d\u{FFFD}")
    #expect(HTML.escape("a\tb\nc") == "a\tb\nc")
  }

  @Test func elementsKeepTheOrderOfAttributes() {
    #expect(
      HTML.element("p", ["title": "a \"b\"", "class": "x"], content: "<b>c</b>")
        == "<p title=\"a &quot;b&quot;\" class=\"x\"><b>c</b></p>")
    #expect(HTML.element("p", content: "") == "<p></p>")
  }
}
