import Testing

@testable import Site

@Suite struct AnchorsTests {
  @Test func anchorsAreMadeOfWordsAndEachOnce() {
    var anchors = Anchors(taken: ["fig", "a-b-2"])
    let names = ["A b", "a, B!", "Fig", "É 2 — 😀x", "…", "", "A   b"].map { anchors.anchor(for: $0) }
    #expect(names == ["a-b", "a-b-3", "fig-2", "é-2-x", "section", "section-2", "a-b-4"])
  }
}
