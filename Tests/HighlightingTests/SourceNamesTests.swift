import Highlighting
import Testing

@Suite struct SourceNamesTests {
  @Test(arguments: [
    ("let a = b", ["a"]),
    ("var a = 1, b = c, d: Int = e", ["a", "b", "d"]),
    ("let (a, (b, _)) = c(d)", ["a", "b"]),
    ("if let a, let b = c { d }", ["a", "b"]),
    ("if case .a(let b, c: let d) = e {}", ["b", "c", "d"]),
    ("if case let .a(b, d) = e {}", ["b", "d"]),
    ("for a in b { c }", ["a"]),
    ("for (a, b) in c.d {}", ["a", "b"]),
    ("func a(_ b: Int, c d: Int = e) -> F { g(h: 1) }", ["a", "b", "d"]),
    ("func a<B: C, D>(_ e: B) {}", ["a", "B", "D", "e"]),
    (
      "struct A<B>: C { var d: E; init(f: G) {} ; subscript(h: Int) -> Int { 0 } }",
      ["A", "B", "d", "f", "h"]
    ),
    ("enum A { case b, c(d: Int), e }", ["A", "b", "c", "d", "e"]),
    ("actor A {}; class B {}; protocol C { associatedtype D }; typealias E = F", ["A", "B", "C", "D", "E"]),
    ("a.map { b in c }", ["b"]),
    ("a.map { b, c in d }", ["b", "c"]),
    ("a.map { (b: Int, c: D) -> E in f }", ["b", "c"]),
    ("let a = (b: 1, c: 2)", ["a", "b", "c"]),
    ("let a: (b: Int, c: D)", ["a", "b", "c"]),
    ("`let` = 1; let `in` = 2", ["let", "in"]),
    ("\"\\(a) \\(b { c in d })\"", ["c"]),
    ("a(b: c, d: e).f(g: h)", []),
    ("a.b = c", []),
    ("A.b(c)[d]", []),
    ("self.init(a: b)", []),
    ("let", []), ("for (", []), ("in in in", []), ("func", []), ("case", []), ("", []),
  ])
  func declared(_ source: String, names: [String]) {
    #expect(SourceNames(of: source).declared == Set(names), "\(source)")
  }

  @Test func imported() {
    let source = "import A\n@testable import B; import struct C.D\n// import E\n\"import F\"\na.import(G)"
    #expect(SourceNames(of: source).imported.isSuperset(of: ["A", "B"]))
    #expect(SourceNames(of: source).imported.isDisjoint(with: ["E", "F", "G"]))
  }

  @Test func ofManyTokensInLinearTime() {
    let source = String(repeating: "{ a in ", count: 20_000) + String(repeating: "x, ", count: 20_000) + "in"
    #expect(SourceNames(of: source).declared == ["a", "x"])
  }
}
