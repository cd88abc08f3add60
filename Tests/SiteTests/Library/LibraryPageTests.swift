import Foundation
import Testing

@testable import Site

/// The pages that tell of the library.
@Suite struct LibraryPageTests {
  @Test func aCommentIsMarkdownWithNamesThatLink() throws {
    let page = try LibrarySample.page("Waves/Wave.html")
    #expect(
      page.contains(
        "<p>A wave of <code><a href=\"#length\">Wave.length</a></code> and <em>height</em>, "
          + "not a <code><a href=\"Tide.html\">Tide</a></code>.</p>"))
    #expect(
      page.contains(
        "<p>More of it: <code>Wave</code>, <code><a href=\"Tide.html\">Tide</a></code>, <code>nothing</code>, a page, "
          + "<a href=\"https://example.org\">a site</a>.</p>"))
    #expect(page.contains("<h2>\nA heading\n</h2>") && page.contains("code &amp; more"), "\(page)")
    #expect(page.components(separatedBy: "<h1>").count == 2)
  }

  @Test func calloutsAreDefinitions() throws {
    let page = try LibrarySample.page("Waves/Wave.html")
    let list = page.between("<p>Another wave.</p>\n", "<h3")?.split(separator: "\n").joined()
    #expect(
      list == "<dl><dt><code>factor</code></dt><dd>how much <em>longer</em>; see "
        + "<code><a href=\"#length\">length</a></code>.</dd>"
        + "<dt><code>by</code></dt><dd>whatis under_scored: and more.</dd>"
        + "<dt><code>other</code></dt><dd>a <!-- raw HTML omitted -->wave<!-- raw HTML omitted --> or a "
        + "<code><a href=\"Tide.html\">Tide</a></code>.</dd>"
        + "<dt>Returns</dt><dd>the wave.</dd></dl><ul><li>an item</li></ul>"
        + "<dl><dt>Throws</dt><dd>nothing: ever.</dd></dl>")
  }

  @Test func declarationsLinkToWhatTheyMean() throws {
    let page = try LibrarySample.page("Waves/Tide.html")
    #expect(page.contains("<a class=\"hl-type\" href=\"Wave.Crest.html\">Crest</a>"))
    #expect(!page.contains(">Moon</a>"))
    #expect(page.contains("<h3 class=\"symbol\" id=\"higher()\">"))
  }

  @Test func overloadsAndOperatorsHaveNames() throws {
    let page = try LibrarySample.page("Waves/Wave.html")
    for id in ["higher()", "higher(by:)", "&lt;(_:_:)", "longer(_:by:other:)"] {
      #expect(page.components(separatedBy: "id=\"\(id)\"").count == 2, "\(id)")
    }
    #expect(page.contains("href=\"#%3C(_:_:)\""))
    #expect(page.contains("<dt>Conforms to</dt><dd><code>Equatable</code></dd>"))
    #expect(
      page.contains("<h2>Types</h2>\n<dl>\n<dt><code><a href=\"Wave.Crest.html\">Wave.Crest</a></code></dt>"))
  }

  @Test func aModuleTellsOfItsTypesAndFunctions() throws {
    let page = try LibrarySample.page("Waves/index.html")
    let headings = page.matches(of: #/<h[12]>(.*?)<\/h/#).map { String($0.1) }
    #expect(
      headings == ["<code>Waves</code>", "Types", "Protocols", "Additions to other types", "Functions"])
    #expect(page.contains("<dt><code><a href=\"Tide.html\">Tide</a></code></dt>\n<dd></dd>"))
    #expect(page.contains("<dd>A wave of <code><a href=\"Wave.html#length\">"))
    #expect(page.contains("id=\"flood(_:)\"") && page.contains("after <code>import Waves</code>"))
    #expect(try LibrarySample.page("Display/index.html").contains("What every cell may use"))
    let array = try LibrarySample.page("Waves/Array.html")
    #expect(array.contains("<p class=\"conditions\">Where <code>Element == Wave</code></p>"))
  }

  @Test func pagesAreWritten() throws {
    let site = try LibrarySample.site(["a": "# A\n\n" + cell("import Waves\nWave()")])
    let page = try #require(site["library/Waves/Wave.html"])
    #expect(page.hasPrefix("<!DOCTYPE html>") && page.contains("href=\"../../style.css\""))
    #expect(page.contains("<a href=\"../../a.html\">"))
    #expect(page.contains("<a href=\"../../library/Waves/index.html\" aria-current=\"true\">Waves</a>"))
    #expect(!page.contains("rel=\"prev\"") && !page.contains("rel=\"next\""))
    #expect(
      page.contains("content=\"Structure Wave in Waves. A wave of Wave.length and height, not a Tide.\""))
    #expect(site["a.html"]?.contains("<span>Library</span>") == true)
    #expect(!site.keys.contains { $0.hasPrefix("library/Display") || $0.hasPrefix("library/Other") })
    #expect(site["search-index.js"]?.contains("Crest") == false)
  }

  @Test func displayIsToldOfWhereACellUsesIt() throws {
    #expect(
      try LibrarySample.site(["a": "# A\n\n" + cell("1 + 1")]).keys.allSatisfy { !$0.contains("library/") })
    #expect(try LibrarySample.site(["a": "# A\n\n`Chart`\n"]).keys.allSatisfy { !$0.contains("library/") })
    #expect(
      try LibrarySample.site(["a": "# A\n\n" + cell("let Chart = 1")]).keys.allSatisfy {
        !$0.contains("library/")
      })
    let site = try LibrarySample.site(["a": "# A\n\n" + cell("Chart()")])
    #expect(site["library/Display/Chart.html"] != nil && site["library/Waves/index.html"] == nil)
  }

  @Test func aChaptersFolderOfTheSameNameStays() throws {
    let site = try LibrarySample.site(["Library/Waves/Wave": "# A\n\n" + cell("import Waves\nWave()")])
    #expect(site["Library/Waves/Wave.html"]?.contains("href=\"../../library-2/Waves/Wave.html\"") == true)
    #expect(site["library-2/Waves/Wave.html"] != nil)
    #expect(site.keys.allSatisfy { !$0.hasPrefix("library/") })
    #expect(
      try LibrarySample.site(["library": "# A\n\n" + cell("import Waves")])["library/Waves/index.html"] != nil
    )
  }

  /// Every link of the library's pages and of those that lead to it has an end.
  @Test func linksHaveEnds() throws {
    let site = try LibrarySample.site([
      "a": "# A\n\n" + cell("import Waves\nimport Other\nWave(); Chart(); x.longer")
    ])
    var count = 0
    for (path, page) in site where path.hasSuffix(".html") && path != "404.html" {
      let ids = page.matches(of: #/ id="([^"]*)"/#).map { String($0.1) }
      #expect(Set(ids).count == ids.count, "\(path)")
      for match in page.matches(of: #/<a [^>]*href="([^"]*)"/#) where !match.1.contains("//") {
        let parts = match.1.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
        let base = URL(fileURLWithPath: "/\(path)")
        let file =
          parts[0].isEmpty
          ? base : URL(fileURLWithPath: String(parts[0]).removingPercentEncoding ?? "", relativeTo: base)
        let target = site[String(file.standardizedFileURL.path.dropFirst())]
        #expect(target != nil, "\(path): \(match.1)")
        if parts.count > 1, let id = parts[1].removingPercentEncoding {
          let name = id.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
          #expect(target?.contains(" id=\"\(name)\"") == true, "\(path): \(match.1)")
        }
        count += 1
      }
    }
    #expect(count > 100)
  }
}
