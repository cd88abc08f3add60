import Foundation
import Site
import Testing

@testable import Notebook

/// What is run anew, and what is not.
@Suite struct CacheTests {
  /// A chapter that tells by its output whether it was run: the time.
  private static let clock = """
    # A

    Some prose.

    ```swift
    import Foundation
    Date().timeIntervalSince1970
    ```

    It is `\\(1 + 1)`.

    ```swift
    claim("one is one", 1, equals: 1)
    ```
    """

  private func build(
    _ book: TemporaryBook, isRead: Bool = true, limits: Limits = Limits()
  ) async throws -> BookBuild.Report {
    let cache = ChapterCache(folder: book.folder.appending(path: "cache"), isRead: isRead)
    var build = BookBuild(folder: book.book.path, output: book.site.path, limits: limits)
    build.cache = .other(cache)
    return try await Workshop.shared.build(build)
  }

  private func output(_ book: TemporaryBook, _ chapter: String = "a") throws -> String {
    String(try book.article(chapter).between("<pre class=\"value\">", "</pre>") ?? "")
  }

  /// The number of chapters that were not run, and whether the clock of each stands still.
  private func rebuild(_ book: TemporaryBook) async throws -> (unchanged: Int, a: Bool, b: Bool) {
    let before = (try output(book, "a"), try output(book, "b"))
    #expect(before.0.contains("."))
    let report = try await build(book)
    #expect(report.diagnostics == [])
    return (report.unchanged, try output(book, "a") == before.0, try output(book, "b") == before.1)
  }

  private func twoClocks() async throws -> TemporaryBook {
    let book = try TemporaryBook(["a": Self.clock, "b": Self.clock])
    let report = try await build(book)
    #expect(report.diagnostics == [])
    #expect(report.unchanged == 0)
    #expect(report.claims == 2)
    return book
  }

  @Test func nothingIsRunWhereNothingChanged() async throws {
    let book = try await twoClocks()
    #expect(try await rebuild(book) == (2, true, true))
    let report = try await build(book)
    #expect(report.claims == 2)
    #expect(try await build(book, isRead: false).unchanged == 0)
  }

  @Test func proseIsNotRun() async throws {
    let book = try await twoClocks()
    let moved = Self.clock.replacing(
      "Some prose.", with: "Other prose,\n\nand more.")
    try book.write(moved, to: "book/a.md")
    #expect(try await rebuild(book) == (2, true, true))
    #expect(try book.article("a").contains("Other prose,"))
  }

  @Test(arguments: [
    ("1 + 1", "1 + 2"), ("one is one", "one is 1"), ("```swift\nclaim", "```swift hidden\nclaim"),
    ("Date()", "Date( )"),
  ])
  func aCellThatChangesRunsItsChapterAlone(old: String, new: String) async throws {
    let book = try await twoClocks()
    try book.write(Self.clock.replacing(old, with: new), to: "book/a.md")
    #expect(try await rebuild(book) == (1, false, true))
    // What is undone is known.
    try book.write(Self.clock, to: "book/a.md")
    #expect(try await rebuild(book).unchanged == 2)
  }

  @Test func otherLimitsAreAnotherRun() async throws {
    let book = try await twoClocks()
    #expect(try await build(book, limits: Limits(seconds: 50)).unchanged == 0)
  }

  /// A record that is cut short, damaged or empty is not taken, and nothing is said of it.
  @Test func aDamagedRecordIsMadeAnew() async throws {
    let book = try await twoClocks()
    let cache = book.folder.appending(path: "cache")
    for path in try FileManager.default.subpathsOfDirectory(atPath: cache.path) {
      let file = cache.appending(path: path)
      guard let data = FileManager.default.contents(atPath: file.path), !data.isEmpty else { continue }
      var damages = [Data(), data.prefix(7), data.prefix(data.count / 2), data + [0]]
      for place in [0, 9, data.count / 2, data.count - 1] {
        var damaged = data
        damaged[place] ^= 4
        damages.append(damaged)
      }
      for damaged in damages {
        try damaged.write(to: file)
        let report = try await build(book)
        #expect(report.diagnostics == [])
        #expect(report.unchanged == 1)
      }
    }
  }

  /// A record of an engine that writes others, or a folder in a record's place, is not taken, and gives way.
  @Test func whatIsNoRecordGivesWay() async throws {
    let book = try await twoClocks()
    let cache = book.folder.appending(path: "cache")
    for path in try FileManager.default.subpathsOfDirectory(atPath: cache.path) {
      let file = cache.appending(path: path)
      guard FileManager.default.contents(atPath: file.path) != nil else { continue }
      try SealedFile.write(["key": "of another version"], to: file)
      #expect(try await build(book).unchanged == 1)
      #expect(try await build(book).unchanged == 2)
      try FileManager.default.removeItem(at: file)
      try FileManager.default.createDirectory(
        at: file.appending(path: "full"), withIntermediateDirectories: true)
      #expect(try await build(book).unchanged == 1)
      #expect(try await build(book).unchanged == 2)
    }
  }

  @Test func aChapterWithErrorsIsRunAgain() async throws {
    let book = try TemporaryBook(["a": "# A\n\n```swift\nclaim(\"no\", false)\n```\n"])
    for _ in 0..<2 {
      let report = try await build(book)
      #expect(
        book.headlines(of: report.diagnostics) == "a.md:4:6: error: this claim is false: no [false-claim]\n")
      #expect(report.unchanged == 0)
    }
  }

  /// A warning is told each time, at the line where it then is.
  @Test func warningsMoveWithTheirLines() async throws {
    let text = "# A\n\n```swift\nfunc f() {\n  let unused = 1\n}\n```\n"
    let book = try TemporaryBook(["a": text])
    let first = try await build(book).diagnostics
    #expect(first.map(\.range.lowerBound.line) == [5])
    try book.write(text.replacing("# A\n", with: "# A\n\nProse.\n"), to: "book/a.md")
    let report = try await build(book)
    #expect(report.unchanged == 1)
    #expect(report.diagnostics.map(\.range.lowerBound.line) == [7])
    #expect(report.diagnostics.map(\.message) == first.map(\.message))
  }

  @Test func expectedFailuresAreKept() async throws {
    let book = try TemporaryBook([
      "a": "# A\n\n```swift fails\nlet a: Int = \"\"\n```\n\n```swift traps\n[0][1]\n```\n"
    ])
    #expect(try await build(book).diagnostics == [])
    let article = try book.article("a")
    #expect(article.contains("cannot convert"))
    #expect(article.contains("Index out of range"))
    #expect(try await build(book).unchanged == 1)
    #expect(try book.article("a") == article)
  }

  // MARK: - Declared files

  private static let reader = """
    # A

    ```swift reads="data/half"
    import Corpora
    do { print(try MovieReview.read(.train, inFolder: "data/half").count) } catch { print(error) }
    ```

    ```swift
    do { print(try MovieReview.read(.train, inFolder: "other").count) } catch { print(error) }
    ```
    """

  private func reader() throws -> TemporaryBook {
    let book = try TemporaryBook(["a": Self.reader])
    try book.write("good", to: "book/data/half/train/pos/0_9.txt")
    try book.write("bad", to: "book/data/half/train/neg/1_2.txt")
    return book
  }

  @Test func aDeclaredFileThatChangesRunsTheChapter() async throws {
    let book = try reader()
    #expect(try await build(book).diagnostics == [])
    #expect(try book.article("a").contains("2\n"))
    #expect(
      try book.article("a").contains(
        "other/train/neg: expected a file that the chapter declares, as in reads=&quot;other/train/neg&quot; behind a cell's swift, found none"
      ))
    #expect(try await build(book).unchanged == 1)
    try book.write("good, too", to: "book/data/half/train/pos/2_8.txt")
    #expect(try await build(book).unchanged == 0)
    #expect(try book.article("a").contains("3\n"))
    try book.write("better", to: "book/data/half/train/pos/2_8.txt")
    #expect(try await build(book).unchanged == 0)
    #expect(try await build(book).unchanged == 1)
  }

  /// What lies behind a link counts, though the link itself does not change.
  @Test func aLinkedFileThatChangesRunsTheChapter() async throws {
    let book = try reader()
    let (data, elsewhere) = (book.book.appending(path: "data/half"), book.folder.appending(path: "elsewhere"))
    try FileManager.default.moveItem(at: data, to: elsewhere)
    try FileManager.default.createSymbolicLink(at: data, withDestinationURL: elsewhere)
    try FileManager.default.createSymbolicLink(
      at: elsewhere.appending(path: "loop"), withDestinationURL: elsewhere)
    #expect(try await build(book).diagnostics == [])
    #expect(try await build(book).unchanged == 1)
    try book.write("good, too", to: "elsewhere/train/pos/2_8.txt")
    #expect(try await build(book).unchanged == 0)
    try book.write("better", to: "elsewhere/train/pos/2_8.txt")
    #expect(try await build(book).unchanged == 0)
  }

  @Test func aDeclaredFileThatIsMissingIsNamed() async throws {
    let book = try TemporaryBook(["a": Self.reader])
    let report = try await build(book)
    #expect(
      book.headlines(of: report.diagnostics)
        == "a.md:3:1: error: this cell reads 'data/half', which is not in the book's folder [missing-file]\n")
  }
}
