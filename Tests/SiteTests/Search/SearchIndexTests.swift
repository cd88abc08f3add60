import Foundation
import Notebook
import Testing

@testable import Site

@Suite struct SearchIndexTests {
  private func page(_ name: String, _ sections: (String, String)...) -> SearchPage {
    SearchPage(
      name: name, title: sections.first?.0 ?? "", address: name + ".html",
      sections: sections.enumerated().map { index, section in
        SearchPage.Section(
          heading: section.0, anchor: index == 0 ? "" : "s\(index)", text: section.1, words: section.1)
      })
  }

  private func text(_ files: [String: [UInt8]], _ name: String) -> String {
    String(decoding: files[name] ?? [], as: UTF8.self)
  }

  @Test func entriesTellWhereAndHowOften() {
    let index = SearchIndex(of: [
      page("a", ("Gates", "A gate, the gated unit."), ("更新门", "更新 gate")), page("b", ("Other", "unit")),
    ])
    #expect(index.lengths == [4, 4, 2])
    #expect(index.entries.map(\.term) == ["gat", "other", "unit", "新门", "更新"])
    #expect(
      index.entries.map(\.occurrences) == [
        [.init(section: 0, count: 3), .init(section: 1, count: 1)], [.init(section: 2, count: 1)],
        [.init(section: 0, count: 1), .init(section: 2, count: 1)], [.init(section: 1, count: 1)],
        [.init(section: 1, count: 2)],
      ])
  }

  @Test func scriptsAreWrittenOut() {
    let files = SearchIndex(of: [
      page("a", ("Gates", "A gate, the gated unit."), ("更新门", "更新 gate")), page("x/b", ("Other", "unit")),
    ]).files
    #expect(files.keys.sorted() == ["search-index.js", "search/a.js", "search/x/b.js"])
    let index = text(files, "search-index.js")
    #expect(
      index.replacing(#/"stopWords":".*"/#, with: "") == """
        bookSearch({
        "pages":[["Gates","a.html",[["Gates","",4],["更新门","s1",4]]],
        ["Other","x/b.html",[["Other","",2]]]],
        ,
        "terms":"AgatAotherAunitA新门A更新",
        "occurrences":"ba g ad d e"
        });

        """)
    #expect(text(files, "search/a.js") == "bookSearch([\n\"A gate, the gated unit.\",\n\"更新 gate\"\n]);\n")
  }

  @Test func textCannotLeaveItsScript() {
    let hostile = "</script><!-- \"\\\u{2028}\u{2029}\u{0}\n'`${x}"
    let files = SearchIndex(of: [page("a", (hostile, hostile))]).files
    let written = #"\u003c/script>\u003c!-- \"\\\u2028\u2029\u0000\u000a'`${x}"#
    #expect(text(files, "search/a.js") == "bookSearch([\n\"\(written)\"\n]);\n")
    #expect(
      text(files, "search-index.js").contains("\"pages\":[[\"\(written)\",\"a.html\",[[\"\(written)\",\"\","))
  }

  @Test func aBookWithoutPagesHasAnIndex() {
    let files = SearchIndex(of: []).files
    #expect(files.keys.sorted() == ["search-index.js"])
    #expect(text(files, "search-index.js").contains("\"pages\":[],"))
  }

  @Test func theSamePagesGiveTheSameBytes() {
    let words = (0..<2000).map { "word\($0 % 701) 更\($0 % 13)新门" }.joined(separator: " ")
    let pages = (0..<5).map { page("p\($0)", ("Heading \($0)", words), ("More", words)) }
    #expect(SearchIndex(of: pages).files == SearchIndex(of: pages).files)
  }

  /// The index of this package's own book, compressed, beside the text that it makes searchable.
  @Test func theIndexIsSmall() throws {
    let chapters = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(
      path: "../../../chapters")
    let book = try Book(readingAt: chapters.standardizedFileURL.path)
    let pages = book.chapters.map { SearchPage(reading: $0, anchors: PageNames(of: $0.document).headings) }
    let text = pages.flatMap(\.sections).reduce(0) { $0 + $1.heading.utf8.count + $1.text.utf8.count }
    let index = try compressedSize(of: SearchIndex(of: pages).files["search-index.js"] ?? [])
    #expect(Double(index) <= 0.15 * Double(text), "\(index) bytes compressed for \(text) bytes of text")
  }

  private func compressedSize(of bytes: [UInt8]) throws -> Int {
    let file = FileManager.default.temporaryDirectory.appending(path: "search-\(UUID().uuidString)")
    try Data(bytes).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let (gzip, output) = (Process(), Pipe())
    gzip.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    gzip.arguments = ["gzip", "-9nc", file.path]
    gzip.standardOutput = output
    try gzip.run()
    let compressed = try output.fileHandleForReading.readToEnd() ?? Data()
    gzip.waitUntilExit()
    try #require(gzip.terminationStatus == 0)
    return compressed.count
  }
}
