import Foundation
import Notebook
import Site
import Testing

/// What is written where.
@Suite struct OutputTests {
  @Test func siteTakesThePlaceOfTheOneBefore() async throws {
    let book = try TemporaryBook(["a": "# A\n\n```swift\n1 + 1\n```\n", "part/b": "# B\n\n[A](../a.md)\n"])
    #expect(try await book.build().diagnostics == [])
    #expect(
      try book.siteFiles().keys.sorted() == [
        "404.html", "a.html", "cells.css", "figures.css", "index.html", "math.css", "part/b.html",
        "reference.css",
        "search-engine.js", "search-index.js", "search.js", "search/a.js", "search/index.js",
        "search/part/b.js", "site.js",
        "style.css", "whole.html",
      ])
    try book.write("# Book\n\n- [A](a.md)\n", to: "book/SUMMARY.md")
    #expect(try await book.build().diagnostics == [])
    #expect(
      try book.siteFiles().keys.sorted() == [
        "404.html", "a.html", "cells.css", "figures.css", "index.html", "math.css", "reference.css",
        "search-engine.js",
        "search-index.js", "search.js", "search/a.js", "search/index.js", "site.js", "style.css",
        "whole.html",
      ])
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: book.folder.path).sorted() == ["book", "site"])
  }

  @Test func siteIsWrittenIntoFoldersThatWereNotThere() async throws {
    let book = try TemporaryBook(["a": "# A\n"])
    let output = book.folder.appending(path: "x/y/z")
    let report = try await Workshop.shared.build(BookBuild(folder: book.book.path + "/", output: output.path))
    #expect(report.diagnostics == [])
    #expect(
      try files(in: output).keys.sorted() == [
        "404.html", "a.html", "cells.css", "figures.css", "index.html", "math.css", "reference.css",
        "search-engine.js",
        "search-index.js", "search.js", "search/a.js", "search/index.js", "site.js", "style.css",
        "whole.html",
      ])
  }

  @Test func sameBookGivesTheSameBytes() async throws {
    let text = """
      # A

      ```swift
      let names: Set = ["a", "b", "c", "d", "e", "f"]
      print(names, [1: "x", 2: "y", 3: "z", 4: "w"])
      names.map { $0 + "!" }
      ```

      ```swift
      var numbers: Set<Int> = []
      for n in 0..<100 { numbers.insert(n * n) }
      numbers.hashValue
      ```

      First `\\(names.first ?? "")`.

      ```swift traps
      let a: Any = 3
      a as! String
      ```
      """
    let first = try TemporaryBook(["a": text, "b": "# B\n"])
    let second = try TemporaryBook(["a": text, "b": "# B\n"])
    #expect(try await first.build().diagnostics == [])
    #expect(try await second.build().diagnostics == [])
    #expect(try first.siteFiles() == second.siteFiles())
    #expect(try first.siteFiles().count == 17)
  }

  @Test func reportCounts() async throws {
    let book = try TemporaryBook([
      "a":
        "# A\n\n```swift\nclaim(\"one\", true)\nfor i in 0..<3 { claim(\"\\(i)\", true) }\n```\n\n```swift static\nx\n```\n",
      "b": "# B\n\n```swift hidden\n1\n```\n",
    ])
    let report = try await book.build()
    #expect(report.diagnostics == [])
    #expect(report.chapters == 2 && report.cells == 3 && report.claims == 4)
  }

  @Test func warningsAreToldAndTheSiteIsWritten() async throws {
    let book = try TemporaryBook([
      "b": "# B\n\n```swift\n#warning(\"not yet\")\nfunc f() { var x = 1 }\n```\n"
    ])
    let report = try await book.build()
    #expect(
      book.headlines(of: report.diagnostics) == """
        b.md:4:10: warning: not yet [compiler]
        b.md:5:16: warning: initialization of variable 'x' was never used; consider replacing with assignment to '_' or \
        removing it [compiler]

        """)
    #expect(try book.article("b").contains("#warning"))
  }

  /// A build that was killed leaves its folder beside the site; that of a process that lives is left alone.
  @Test func whatKilledBuildsLeftBehindIsRemoved() async throws {
    let book = try TemporaryBook(["a": "# A\n"])
    let living = ".site.\(ProcessInfo.processInfo.processIdentifier)-x"
    for name in [".site.4194301-9C2E10AB", ".site.4194301.old", living, ".site.x", ".sitemap.4194301"] {
      try book.write("", to: "\(name)/index.html")
    }
    #expect(try await book.build().diagnostics == [])
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: book.folder.path).sorted()
        == [living, ".site.x", ".sitemap.4194301", "book", "site"].sorted())
  }
}
