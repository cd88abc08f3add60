import Highlighting
import Testing

@Suite struct HTMLTests {
  @Test func aSpanForEachStretchOfOneKind() {
    #expect(
      Highlighting.html(of: "let x = \"a\\n\\t\" // b")
        == "<span class=\"hl-keyword\">let</span> x <span class=\"hl-operator\">=</span> "
        + "<span class=\"hl-string\">&quot;a</span><span class=\"hl-escape\">\\n\\t</span>"
        + "<span class=\"hl-string\">&quot;</span> <span class=\"hl-comment\">// b</span>")
    #expect(Highlighting.html(of: "") == "")
    #expect(Highlighting.html(of: "a.b [c]\n") == "a.b [c]\n")
  }

  @Test func whatMarkupReadsIsEscaped() {
    #expect(
      Highlighting.html(of: "\"<a href='&'>\" </")
        == "<span class=\"hl-string\">&quot;&lt;a href='&amp;'&gt;&quot;</span> <span class=\"hl-operator\">&lt;/</span>"
    )
  }

  @Test func whatAPageMayNotHold() {
    #expect(
      Highlighting.html(of: "a\0\u{8}\u{FFFE}\t\u{C}é\u{85}") == "a\u{FFFD}\u{FFFD}\u{FFFD}\t\u{C}é\u{FFFD}")
  }

  @Test func namesLink() {
    let pages = [
      "Float": "f?a=\"1\"&b", "tanh": "tanh.html", "gate": "#gate", "raw name": "raw", "let": "no",
    ]
    #expect(
      Highlighting.html(of: "let gate = Float(tanh(x)) `raw name`", link: { pages[$0.text] })
        == "<span class=\"hl-keyword\">let</span> <a href=\"#gate\">gate</a> <span class=\"hl-operator\">=</span> "
        + "<a class=\"hl-type\" href=\"f?a=&quot;1&quot;&amp;b\">Float</a>"
        + "(<a class=\"hl-function\" href=\"tanh.html\">tanh</a>(x)) <a href=\"raw\">`raw name`</a>")
  }

  @Test func namesAreMarked() {
    let marks = ["gate": "q", "Float": "t", "let": "no"]
    #expect(
      Highlighting.html(
        of: "let gate = Float()", link: { $0.text == "Float" ? "f" : nil }, mark: { marks[$0] })
        == "<span class=\"hl-keyword\">let</span> <span class=\"q\">gate</span> <span class=\"hl-operator\">=</span> "
        + "<a class=\"hl-type t\" href=\"f\">Float</a>()")
  }

  @Test func onlyNamesAreAsked() {
    var asked: [String] = []
    _ = Highlighting.html(of: "let a = \"b\\(c)\" + 1 /* d */ @e #f $0 _ G.h(in: `i`)") {
      asked.append($0.text)
      return nil
    }
    #expect(asked == ["a", "c", "_", "G", "h", "in", "i"])
  }

  @Test func namesTellHowTheyAreUsed() {
    var uses: [String: Highlighting.Name.Use] = [:]
    let source = "é.c(d: A.e, `f`, self.g, x.y.z, h(i).j) "
    _ = Highlighting.html(of: source) { name in
      uses[name.text] = name.use
      let offset = source.utf8.index(source.startIndex, offsetBy: name.offset)
      #expect(source[offset...].hasPrefix(name.text) || source[offset...].hasPrefix("`\(name.text)`"))
      return nil
    }
    #expect(
      uses == [
        "é": .free, "c": .member(of: "é"), "d": .label, "A": .free, "e": .member(of: "A"), "f": .free,
        "g": .member(of: "self"), "x": .free, "y": .member(of: "x"), "z": .member(of: nil), "h": .free,
        "i": .free, "j": .member(of: nil),
      ])
  }

  @Test func linksThatTheKeyboardPasses() {
    #expect(
      Highlighting.html(of: "a", linksTakeFocus: false) { _ in "b" } == "<a href=\"b\" tabindex=\"-1\">a</a>")
  }

  /// Without its tags and references the markup is the text, and its tags match.
  @Test func theTextIsKept() {
    var generator = SeededGenerator(state: 7)
    for _ in 0..<1000 {
      let text = Fragments.text(12, using: &generator).filter { $0 != "\0" }
      let html = Highlighting.html(of: text) { $0.text == "foo" ? "a" : nil }
      var parts = Array(html.utf8).split(separator: UInt8(ascii: "<"), omittingEmptySubsequences: false)
      var words = Array(parts.removeFirst())
      var isOpen = false
      for part in parts {
        #expect((part.first == UInt8(ascii: "/")) == isOpen)
        isOpen.toggle()
        words += part.drop { $0 != UInt8(ascii: ">") }.dropFirst()
      }
      #expect(!isOpen)
      for (reference, character) in [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&amp;", "&")] {
        words.replace(Array(reference.utf8), with: Array(character.utf8))
      }
      let expected = Array(text.utf8).replacing([13], with: Array("\u{FFFD}".utf8))
      #expect(words == expected, "\(text.debugDescription)")
    }
  }
}
