import Display
import Foundation
import Testing

@testable import Notebook
@testable import Picture
@testable import Site

/// The pictures that links to pages are shown with.
@Suite struct PagePictureTests {
  private static let chart = Chart(
    "a < b", x: "step", y: "error", series: [.line("GRU", y: [4.0, 2, 1])], description: "It falls.")

  /// A book whose chapters' first cells showed these figures.
  private func site(
    _ figures: KeyValuePairs<String, String>, address: String? = "https://x.org/a b&c/",
    cell: String = "swift"
  ) throws -> [String: [UInt8]] {
    let text = "# A\n\n```\(cell)\n1\n```\n"
    let files = try TemporaryBook([:])
    try files.write(
      "# Book\n\n" + figures.map { "- [A](<\($0.key).md>)\n" }.joined(), to: "book/SUMMARY.md")
    for (name, _) in figures { try files.write(text, to: "book/\(name).md") }
    var book = try Book(readingAt: files.book.path)
    book.settings.address = address
    let transcripts = figures.map { _, figure in
      var transcript = Transcript.empty
      transcript.outputs = [0: figure.isEmpty ? [] : [.output(.value("1")), .output(.figure(html: figure))]]
      return transcript
    }
    let pictures = PagePictures(of: book, transcripts: transcripts, cache: nil)
    return Site(of: book, transcripts: transcripts, pictures: pictures).files
  }

  private func told(_ page: [UInt8]?) -> [String] {
    String(decoding: page ?? [], as: UTF8.self).split(separator: "\n").map(String.init)
      .filter { $0.contains("og:image") || $0.contains("twitter:") }
  }

  @Test func everyPageTellsOfItsPictureOrTheBooksFirst() throws {
    let table = Table("t", columns: ["x"], rows: [[1]]).html
    let site = try site(["a": table, "x/ü c": table + Self.chart.html, "d": Self.chart.html, "e": ""])
    #expect(
      site.keys.filter { $0.hasPrefix("pictures/") }.sorted() == ["pictures/d.png", "pictures/x/ü c.png"])
    #expect(
      told(site["d.html"]) == [
        "<meta property=\"og:image\" content=\"https://x.org/a b&amp;c/pictures/d.png\">",
        "<meta property=\"og:image:type\" content=\"image/png\">",
        "<meta property=\"og:image:width\" content=\"1200\">",
        "<meta property=\"og:image:height\" content=\"630\">",
        "<meta property=\"og:image:alt\" content=\"a &lt; b. It falls.\">",
        "<meta name=\"twitter:card\" content=\"summary_large_image\">",
      ])
    for page in ["a.html", "x/ü c.html", "e.html", "index.html", "whole.html"] {
      #expect(
        told(site[page]).first
          == "<meta property=\"og:image\" content=\"https://x.org/a b&amp;c/pictures/x/%C3%BC%20c.png\">",
        "\(page)")
    }
  }

  @Test func withoutAnAddressOrAFigureThereIsNone() throws {
    for site in [
      try site(["a": Self.chart.html], address: nil), try site(["a": ""]),
      try site(["a": Self.chart.html], cell: "swift solution"),
      try site(["a": "<figure class=\"chart\"><svg class=\"wide\"><path d=\"M9,9\"/></svg></figure>"]),
    ] {
      #expect(!site.keys.contains { $0.hasSuffix(".png") })
      #expect(told(site["a.html"]) == [] && told(site["index.html"]) == [])
    }
  }

  @Test func wordsAreAsManyAsAreTaken() throws {
    var chart = Self.chart
    chart.alternative = String(repeating: "word & ", count: 100)
    let line = try #require(told(try site(["a": chart.html])["a.html"]).first { $0.contains("alt") })
    let words = try #require(line.between("content=\"", "\"")).replacing("&amp;", with: "&")
      .replacing("&lt;", with: "<")
    #expect((410...420).contains(words.count) && words.hasSuffix("…"))
  }

  /// The colours of a kind of figure, as the style sheets name them for the light theme.
  @Test func coloursAreThoseOfTheStyleSheets() throws {
    let sheets = String(
      decoding: PackageResources.style_css + PackageResources.colours_css + PackageResources.figures_css,
      as: UTF8.self)
    func colour(_ name: String) throws -> Colour {
      let value = try #require(sheets.between("--\(name): light-dark(", ","))
      return try #require(Colour(value))
    }
    let lines = (1...6).map { number in
      Series.line("s\(number)", y: [Double(number), 9, 1.5 * Double(number)])
    }
    let names = (0...10).map { "c\($0)" }
    let cases: [(String, [String])] = [
      (
        Chart("c", x: "x", y: "y", series: lines).html,
        ["page", "muted", "rule"] + (1...6).map { "series-\($0)" }
      ),
      (
        BarChart("b", names: ["a", "b"], y: "y", bars: [.bars("one", [1, 2]), .bars("two", [2, 1])]).html,
        ["series-1", "series-2"]
      ),
      (Histogram("h", of: [1.0, 2, 2, 3, 3, 3], x: "x").html, ["series-1"]),
      (
        HeatMap("m", rows: ["r"], columns: names, values: [(0...10).map { Double($0) }]).html,
        (0...10).map { "heat-\($0)" }
      ),
      (
        HeatMap("m", rows: ["r"], columns: names, values: [(-5...5).map { Double($0) }]).html,
        (0...10).map { "diverge-\($0)" }
      ),
      (
        PhasePortrait(
          "p", x: .linear("x", range: -1...1), y: .linear("y", range: -1...1),
          paths: [.path("one", x: [-1.0, 0, 1], y: [0.5, 0.2, 0.4])], field: { x, y in (y, -x) }
        ).html, ["series-1", "muted"]
      ),
      (
        SmallMultiples(
          "s", x: "x", y: "y",
          panels: [.init("one", [.line("a", y: [1.0, 2])]), .init("two", [.line("a", y: [2.0, 1])])]
        ).html, ["series-1"]
      ),
    ]
    for (html, names) in cases {
      let drawing = try #require(Drawing(in: html))
      let canvas = try #require(PagePictures.painter.canvas(of: drawing))
      let found = Set(canvas.pixels)
      for name in names { #expect(try found.contains(colour(name)), "\(name) in \(drawing.label)") }
    }
  }

  /// A picture that was made is taken, for the same drawing alone.
  @Test func picturesAreKept() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "pictures-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    var cache = ChapterCache(folder: folder)
    var made = 0
    func picture(_ drawing: String, _ bytes: [UInt8]?, of chapter: String = "a.md") -> [UInt8]? {
      cache.picture(of: chapter, drawing: drawing) {
        made += 1
        return bytes
      }
    }
    #expect(picture("one", [1, 2]) == [1, 2] && picture("one", nil) == [1, 2] && made == 1)
    #expect(picture("two", nil) == nil && picture("two", [3]) == nil && made == 2)
    #expect(picture("one", [4]) == [1, 2] && made == 2)
    #expect(picture("one", [4], of: "b.md") == [4] && made == 3)
    #expect(cache.lastRecord(of: "a.md") == nil)
    cache.isRead = false
    #expect(picture("one", [5]) == [5] && made == 4)
  }

  @Test func checkNamesAPictureThatDiffers() async throws {
    let book = try TemporaryBook([
      "a":
        "# A\n\n```swift\nimport Display\nChart(\"c\", x: \"x\", y: \"y\", series: [.line(\"s\", y: [4.0, 2, 1])])\n```\n"
    ])
    var build = BookBuild(folder: book.book.path, output: book.site.path)
    build.address = "https://x.org/"
    build.cache = .other(ChapterCache(folder: book.folder.appending(path: "cache")))
    #expect(try await Workshop.shared.build(build).diagnostics == [])
    let first = try book.siteFiles()
    #expect(first["pictures/a.png"]?.prefix(4) == Data([0x89, 0x50, 0x4E, 0x47]))
    #expect(try await Workshop.shared.build(build).diagnostics == [])
    #expect(try book.siteFiles() == first)
    build.isCheck = true
    build.cache = .none
    #expect(try await Workshop.shared.build(build).diagnostics == [])
    try book.write("other", to: "site/pictures/a.png")
    let told = book.headlines(of: try await Workshop.shared.build(build).diagnostics)
    #expect(
      told.replacing(book.folder.path + "/", with: "")
        == "site/pictures/a.png:1:1: error: the sources give another picture [site-differs]\n")
  }
}
