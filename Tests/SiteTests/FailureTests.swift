import CommonMark
import Foundation
import Notebook
import Site
import Testing

/// Whatever is wrong with a book, its author is told all of it, at its places, and the site stays as it was.
@Suite struct FailureTests {
  @Test(arguments: try FailureCase.all)
  func authorSeesExactlyWhatIsExpected(of failure: FailureCase) async throws {
    let book = try failure.book()
    try book.write("<meta name=\"generator\" content=\"build-book\">", to: "site/index.html")
    try book.write("an earlier page", to: "site/part/page.html")
    let before = try book.siteFiles()
    let report = try await book.build(limits: failure.limits)
    try failure.expect(book.text(of: report.diagnostics))
    #expect(try book.siteFiles() == before)
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: book.folder.path).sorted() == ["book", "site"])
  }

  /// Which of two functions fills the stack depends on where it begins.
  @Test func recursionWithoutEnd() async throws {
    let code =
      "func f(_ n: Int) -> Int { n < 0 ? 0 : g(n + 1) + 1 }\nfunc g(_ n: Int) -> Int { f(n) + n }\nf(0)"
    let report = try await TemporaryBook(["a": "# A\n\n" + cell(code)]).build()
    let trap = try #require(report.diagnostics.first)
    #expect(report.diagnostics.count == 1)
    #expect(trap.message == "Fatal error: the stack is full")
    #expect([4, 5].contains(trap.range.lowerBound.line))
    let callers = trap.notes.map(\.range.lowerBound)
    #expect(Set(callers).count == callers.count && callers.count <= 4)
    #expect(callers.last == SourcePosition(line: 6, column: 1))
  }

  @Test func bookFolderIsNotThere() async throws {
    let book = try TemporaryBook([:])
    try FileManager.default.removeItem(at: book.book)
    let report = try await book.build()
    #expect(
      report.diagnostics.map(\.description) == [
        "\(book.book.path):1:1: error: there is no such folder [no-book]"
      ])
  }

  @Test func bookIsAFile() async throws {
    let book = try TemporaryBook([:])
    try FileManager.default.removeItem(at: book.book)
    try book.write("# Book", to: "book")
    let report = try await book.build()
    #expect(
      report.diagnostics.map(\.description) == [
        "\(book.book.path):1:1: error: this is a file; a book is a folder [no-book]"
      ])
  }

  @Test func linkLeadsOutOfTheFolderThroughASymbolicLink() async throws {
    let book = try TemporaryBook(["inside": "# Inside\n", "outside": ""])
    try book.write("# Outside\n", to: "outside.md")
    try FileManager.default.removeItem(at: book.book.appending(path: "outside.md"))
    try FileManager.default.createSymbolicLink(
      atPath: book.book.appending(path: "outside.md").path, withDestinationPath: "../outside.md")
    let report = try await book.build()
    #expect(
      book.headlines(of: report.diagnostics)
        == "SUMMARY.md:4:3: error: 'outside.md' is outside the book's folder [outside-book]\n")
  }

  @Test func chapterIsAFolder() async throws {
    let book = try TemporaryBook(["inside": "# Inside\n"])
    try FileManager.default.removeItem(at: book.book.appending(path: "inside.md"))
    try book.write("", to: "book/inside.md/x")
    let report = try await book.build()
    #expect(
      book.headlines(of: report.diagnostics)
        == "inside.md:1:1: error: this file cannot be read [unreadable-file]\n")
  }

  @Test func outputIsAFile() async throws {
    let book = try TemporaryBook(["a": "# A\n"])
    try book.write("mine", to: "site")
    let report = try await book.build()
    #expect(report.diagnostics.map(\.message) == ["this is a file; a site is a folder"])
    #expect(report.diagnostics.map(\.path) == [book.site.path])
    #expect(try String(contentsOf: book.site, encoding: .utf8) == "mine")
  }

  @Test(arguments: ["index.html", "notes.txt", ".hidden"])
  func outputHoldsSomethingElse(file: String) async throws {
    let book = try TemporaryBook(["a": "# A\n"])
    try book.write("mine", to: "site/\(file)")
    let report = try await book.build()
    #expect(
      report.diagnostics.map(\.message) == [
        "this folder holds something else than a site made by build-book; it is left alone"
      ])
    #expect(try book.siteFiles() == [file: Data("mine".utf8)])
  }

  @Test func outputCannotBeWritten() async throws {
    let book = try TemporaryBook(["a": "# A\n"])
    try book.write("mine", to: "file")
    let output = book.folder.appending(path: "file/site").path
    let report = try await Workshop.shared.build(BookBuild(folder: book.book.path, output: output))
    #expect(
      report.diagnostics.map(\.message) == [
        "a site cannot be written here: '\(book.folder.path)/file' is not a folder one may write to"
      ])
  }
}
