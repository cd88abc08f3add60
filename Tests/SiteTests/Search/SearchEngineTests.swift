import Testing

@testable import Site

@Suite(.enabled(if: SearchEngine.node != nil, "node is not installed"))
struct SearchEngineTests {
  private static let pages = [
    SearchPage(
      name: "gates", title: "Gates", address: "gates.html",
      sections: [
        section("Gates", "", "A gated unit asks which numbers stay. It reads a sequence."),
        section("The update gate", "update", "It decides how much of the old state is kept. <b>&amp;"),
        section("The reset gate", "reset", "It decides what is read of the state. Updates are others' work."),
      ]),
    SearchPage(
      name: "zh/门", title: "更新门与重置门", address: "zh/%E9%97%A8.html",
      sections: [
        section("更新门与重置门", "", "门控循环单元有两个门。GRU 的更新门是一个向量。"),
        section("候选状态", "候选状态", "候选状态由输入和旧的状态算出；更多的新东西。"),
      ]),
    SearchPage(
      name: "long", title: "Long", address: "long.html",
      sections: [
        section(
          "Far", "far",
          String(repeating: "Nothing here. ", count: 30) + "Then a Hadamard product stands alone. "
            + String(repeating: "Nothing there. ", count: 30)),
        section("Gather", "", "We gather data. One gate."), section("Café", "", "A naïve café."),
        section("More", "", "Weights, width and height."), section("Rest", "", "A product."),
      ]),
  ]

  private static func section(_ heading: String, _ anchor: String, _ text: String) -> SearchPage.Section {
    SearchPage.Section(heading: heading, anchor: anchor, text: text, words: text)
  }

  private func headings(_ queries: String...) throws -> [[String]] {
    try SearchEngine(Self.pages).results(of: queries).map { $0.map(\.heading) }
  }

  @Test func theSectionWithAllWordsInItsHeadingIsFirst() throws {
    #expect(
      try headings("update gate", "GATES updating", "the update", "reset", "the", "", "zzz") == [
        ["The update gate", "The reset gate"], ["The update gate", "The reset gate"],
        ["The update gate", "The reset gate"], ["The reset gate"], [], [], [],
      ])
  }

  @Test func aTypingErrorIsForgiven() throws {
    let first = ["The update gate", "The reset gate"]
    #expect(
      try headings("udpate gate", "upate gate", "updaate gate", "upqate gate", "updtaed gates") == [
        first, first, first, first, first,
      ])
    // Two errors are too many, and a word of three letters may be another.
    #expect(try headings("updtea gta ", "gta ", "Hadmard ") == [[], [], ["Far"]])
    // A word that is there is not taken for another, nor one that says nothing.
    #expect(try headings("width ", "rest ", "with ") == [["More"], ["Rest"], []])
  }

  @Test func theLastWordMayBeUnfinished() throws {
    #expect(
      try headings("had", "hadamard prod", "hada ", "updatin", "udp", "udpa") == [
        ["Far"], ["Far"], [], ["The update gate", "The reset gate"], [],
        ["The update gate", "The reset gate"],
      ])
    // A whole word comes before a word that begins with it.
    #expect(try headings("gat").first?.last == "Gather")
  }

  @Test func chineseNeedsNoSpaces() throws {
    #expect(
      try headings("更新门", "门", "状态", "gru更新门", "更新门的作用", "新更") == [
        ["更新门与重置门"], ["更新门与重置门"], ["候选状态"], ["更新门与重置门"], ["更新门与重置门"], [],
      ])
  }

  @Test func marksAndWidthsDoNotMatter() throws {
    #expect(try headings("cafe", "CAFÉ", "ｃａｆé", "naive") == Array(repeating: ["Café"], count: 4))
  }

  @Test func aResultShowsWhatStandsAroundTheFind() throws {
    let results = try SearchEngine(Self.pages).results(of: [
      "hadamard product", "更新门", "门", "kept old", "other", "Gather",
    ]).map { $0.first }
    #expect(
      results.map { $0?.context } == [
        "…Nothing here. Nothing here. Nothing here. Then a [Hadamard] [product] stands alone. Nothing there. Nothing there. "
          + "Nothing there. Nothing there. Nothing there. Nothing there. Nothing…",
        "门控循环单元有两个门。GRU 的[更新门]是一个向量。", "[门]控循环单元有两个[门]。GRU 的更新[门]是一个向量。",
        "It decides how much of the [old] state is [kept]. <b>&amp;",
        "It decides what is read of the state. Updates are [others'] work.", "We [gather] data. One gate.",
      ])
    #expect(results.first??.address == "long.html#far")
  }

  @Test func anEmptyBookAnswersNothing() throws {
    #expect(try SearchEngine([]).results(of: ["gate"]) == [[]])
  }

  /// The script's words are the index's terms, with their endings.
  @Test func scriptAndIndexAgreeOnWords() throws {
    let texts = [
      "The Update-Gate's states, gating", "naïve ﬁne Ｇｒｕ x² ½ Ⅷ ΛΌΓΟΣ İstanbul ŉ ﷺ",
      "更新门 的 GRU的门 〇 \u{F9BA}了",
      "𠀀𠀁𠀂 a\u{301}\u{FE0F} ' ’s ゲート 한국어 ไทย हिन्दी", "memories multiplied stopped passing biases embeddings",
    ]
    let words: [[String]] = try SearchEngine([]).run(
      "answer(given.map((text) => engine.words(text).map(({ word }) => word)))", given: texts)
    for (text, words) in zip(texts, words) {
      #expect(
        SearchTerms.terms(of: text) == words.filter { !SearchTerms.stopWords.contains($0) }.map(stem))
    }
  }

  @Test func theScriptKnowsEveryStem() throws {
    let roots = [
      "gate", "stop", "memory", "multiply", "pass", "bias", "embed", "need", "use", "see", "lie", "weigh",
    ]
    let endings = ["", "s", "es", "d", "ed", "ing", "ings", "ping", "ped", "ding", "ies", "ied", "y"]
    let words = roots.flatMap { root in endings.map { root + $0 } + endings.map { root.dropLast() + $0 } }
    let unknown: [String] = try SearchEngine([]).run(
      "answer(given.filter((pair) => !engine.isStem(...pair.split(\" \"))))",
      given: words.map { "\(stem($0)) \($0)" })
    #expect(unknown == [])
  }
}
