import Testing

@testable import Notebook

@Suite struct ChapterLinkTests {
  @Test(
    arguments: [
      ("b.md", nil, "b"), ("./b.md#x", nil, "b"), ("b.md", "part/a", "part/b"), ("../b.md#", "part/a", "b"),
      ("x/../y/b.md", "a", "y/b"), ("g%C3%A9.md", nil, "gé"), ("../b.md", "a", "../b"),
      ("../../b.md", "p/a", "../b"),
      ("/b.md", "part/a", "../b"), ("..//b.md", "p/a", "b"), ("a#b.md.md", nil, nil),
      ("b.html", nil, nil), ("#b.md", nil, nil), ("https://example.org/b.md", nil, nil),
      ("mailto:b.md", nil, nil),
      ("//example.org/b.md", nil, nil), ("", nil, nil), ("b.MD", nil, nil),
    ] as [(String, String?, String?)])
  func meaning(destination: String, source: String?, name: String?) {
    #expect(ChapterLink(destination, in: source)?.name == name)
  }
}
