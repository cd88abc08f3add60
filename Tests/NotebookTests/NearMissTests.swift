import Testing

@testable import Notebook

@Suite struct NearMissTests {
  @Test(arguments: [
    ("hiden", "hidden"), ("hidde", "hidden"), ("Hidden", "hidden"), ("statci", "static"), ("fals", "fails"),
    ("solutions", "solution"), ("catpion", "caption"),
  ])
  func whatWasMeant(name: String, meant: String) {
    let names = ["hidden", "static", "fails", "traps", "solution", "caption"]
    #expect(NearMiss.of(name, in: names) == meant)
  }

  @Test(arguments: ["", "x", "hid", "colour", "statistics", "ab"])
  func nothingIsNear(name: String) {
    #expect(NearMiss.of(name, in: ["hidden", "static", "fails", "z", "b"]) == nil)
  }

  @Test func theNearestComesFirstThenTheAlphabet() {
    #expect(NearMiss.of("chapter-tow", in: ["chapter-one", "chapter-two"]) == "chapter-two")
    #expect(NearMiss.of("bat", in: ["hat", "cat"]) == "cat")
  }

  @Test func exchangedNeighboursAreOneSlip() {
    #expect(NearMiss.of("abdc", in: ["abcd"]) == "abcd")
    #expect(NearMiss.of("badc", in: ["abcd"]) == nil)
  }
}
