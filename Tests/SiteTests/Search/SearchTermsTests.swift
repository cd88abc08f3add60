import Testing

@testable import Site

@Suite struct SearchTermsTests {
  @Test(arguments: [
    ("The Update-Gate's state.", ["updat", "gat", "stat"]),
    ("Gate, gates, gated, gating", ["gat", "gat", "gat", "gat"]),
    ("naïve NAÏVE nai\u{308}ve ﬁne Ｇｒｕ", ["naiv", "naiv", "naiv", "fin", "gru"]),
    ("don’t don't ’ '", ["dont", "dont"]),
    ("x² + 1 = 2014, h_t", ["x2", "1", "2014", "h", "t"]),
    ("ΛΌΓΟΣ λόγος", ["λογοσ", "λογοσ"]),
    ("", []), (" …\u{FE0F}\u{301}—", []), ("what is the", []),
  ])
  func wordsAreFoldedAndStemmed(text: String, terms: [String]) {
    #expect(SearchTerms.terms(of: text) == terms)
  }

  @Test(arguments: [
    ("更新门", ["更新", "新门"]), ("门", ["门"]), ("门，更新。", ["门", "更新"]),
    ("GRU的更新门z是", ["gru", "的更", "更新", "新门", "z", "是"]),
    ("\u{F9BA}了", ["了了"]), ("𠀀𠀁", ["𠀀𠀁"]), ("ゲート", ["ケート"]), ("〇", ["〇"]),
  ])
  func chineseIsCutIntoPairs(text: String, terms: [String]) {
    #expect(SearchTerms.terms(of: text) == terms)
  }

  @Test(arguments: [
    ["state", "states", "stated", "stating"], ["update", "updates", "updated", "updating"],
    ["memory", "memories"], ["multiply", "multiplies", "multiplied", "multiplying"],
    ["stop", "stops", "stopped", "stopping"], ["fall", "falls", "falling"], ["pass", "passes", "passed"],
    ["bias", "biases", "biased"], ["embedded", "embedding", "embeddings"], ["need", "needs", "needed"],
  ])
  func formsOfAWordHaveOneStem(forms: [String]) {
    #expect(Set(forms.map(stem)).count == 1, "\(forms.map(stem))")
  }

  @Test(arguments: [
    "gru", "bring", "thing", "loss", "class", "axis", "speed", "red", "naïve", "x86s", "", "lstms2",
  ])
  func otherWordsStay(word: String) { #expect(stem(word) == word) }

  @Test func differentWordsStayDifferent() {
    let words = [
      "gate", "get", "state", "step", "reset", "rest", "hidden", "hide", "bias", "basis", "weight", "wait",
    ]
    #expect(Set(words.map(stem)).count == words.count)
  }
}
