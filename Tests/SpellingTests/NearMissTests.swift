import Testing

@testable import Spelling

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
    #expect(NearMiss.of("bat", in: ["cat", "bar", "hat"]) == "bar")
    #expect(NearMiss.of("Tanh", in: ["tank", "tanh"]) == "tanh")
    #expect(NearMiss.of(String(repeating: "a", count: 100), in: [String(repeating: "a", count: 99)]) == nil)
  }

  @Test func exchangedNeighboursAreOneSlip() {
    #expect(NearMiss.of("abdc", in: ["abcd"]) == "abcd")
    #expect(NearMiss.of("badc", in: ["abcd"]) == nil)
  }

  @Test func distancesCountSlips() {
    func distance(_ left: String, _ right: String) -> Int {
      NearMiss.slips(from: Array(left.utf8), to: Array(right.utf8))
    }
    #expect(distance("", "") == 0)
    #expect(distance("", "abc") == 3)
    #expect(distance("sigm", "sigma") == 1)
    #expect(distance("aplha", "alpha") == 1)
    #expect(distance("ca", "abc") == 3)
    #expect(distance("kitten", "sitting") == 3)
  }
}
