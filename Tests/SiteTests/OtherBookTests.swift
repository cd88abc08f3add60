import Foundation
import Notebook
import Site
import Testing

/// Books outside this package, and those that `new` makes.
@Suite struct OtherBookTests {
  private func run(_ arguments: [String], in folder: URL) async throws -> (command: Command, status: Int32) {
    try await Workshop.shared.inTurn {
      let command = try Command(arguments, in: folder)
      return (command, await command.status())
    }
  }

  @Test func theExampleBuildsWithTheLibraryOfItsPackage() async throws {
    let book = try TemporaryBook([:])
    let example = Workshop.package.appending(path: "Examples/Waves")
    let (command, status) = try await run([example.path, "--output", "site"], in: book.folder)
    // Its folder is itself a package, and its book stands in `book`.
    #expect(
      status == 1 && command.errors.contains("SUMMARY.md:1:1: error: there is no such file [unreadable-file]")
    )
    let (built, success) = try await run(["\(example.path)/book", "--output", "site"], in: book.folder)
    #expect(success == 0, "\(built.errors)")
    #expect(built.output.hasPrefix("2 chapters, "))
    #expect(try book.article("01-one-wave").contains("<svg"))
    #expect(try book.article("01-one-wave").contains("0.7071067811865"))
    #expect(try book.article("02-two-waves").contains("<output>0.0</output>"))
  }

  @Test func aNewBookBuildsAndIsListed() async throws {
    let book = try TemporaryBook([:])
    try FileManager.default.removeItem(at: book.book)
    let (made, status) = try await run(["new", "mine"], in: book.folder)
    #expect(status == 0)
    #expect(made.output.hasPrefix("made a book of two chapters in mine/chapters"))
    let (before, _) = try await run(["list", "mine"], in: book.folder)
    #expect(
      before.output.split(separator: "\n").map { $0.split(separator: " ").joined(separator: " ") } == [
        "chapter cells claims time state", "mine/chapters/01-falling.md 3 new",
        "mine/chapters/02-bouncing.md 3 new",
      ])
    let package = ["--package", Workshop.package.path]
    let (built, success) = try await run(["mine"] + package, in: book.folder)
    #expect(success == 0, "\(built.errors)")
    #expect(
      FileManager.default.fileExists(atPath: book.folder.appending(path: "mine/site/01-falling.html").path))
    let (after, _) = try await run(["list", "mine"] + package, in: book.folder)
    #expect(after.output.matches(of: #/3  +1  +\d+\.\d s  unchanged\n/#).count == 2, "\(after.output)")
    let (again, refused) = try await run(["new", "mine"], in: book.folder)
    #expect(refused == 64 && again.errors.contains("'mine/chapters' is there already"))
  }

  @Test func aLibraryThatDoesNotCompileIsReportedAtItsOwnLine() async throws {
    let book = try TemporaryBook(["a": "# A\n\n" + cell("import Numbers")])
    try book.write(#"{"libraries": ["Numbers"]}"#, to: "book/book.json")
    try book.write(
      """
      // swift-tools-version: 6.2
      import PackageDescription
      let package = Package(
        name: "numbers", products: [.library(name: "Numbers", targets: ["Numbers"])],
        targets: [.target(name: "Numbers")])
      """, to: "Package.swift")
    try book.write("public let one: Int = \"one\"\n", to: "Sources/Numbers/one.swift")
    let (command, status) = try await run(["book"], in: book.folder)
    #expect(status == 1)
    #expect(
      command.errors.contains(
        "Sources/Numbers/one.swift:1:23: error: cannot convert value of type 'String' to specified type 'Int' [library-does-not-build]"
      ), "\(command.errors)")
    #expect(!command.errors.contains(".build"))
    // What is mended with a new file is built with it.
    try book.write("public let one: Int = two - 1\n", to: "Sources/Numbers/one.swift")
    try book.write("let two = 2\n", to: "Sources/Numbers/two.swift")
    let (mended, success) = try await run(["book"], in: book.folder)
    #expect(success == 0, "\(mended.errors)")
    try book.write("public let three = 3\n", to: "Sources/Numbers/three.swift")
    try book.write("# A\n\n" + cell("import Numbers\none + three"), to: "book/a.md")
    let (more, built) = try await run(["book"], in: book.folder)
    #expect(built == 0, "\(more.errors)")
    #expect(try book.article("a").contains("<pre class=\"value\">4</pre>"))
  }

  @Test(arguments: [
    ("[]", "the book's settings are not a JSON object"),
    ("{", "the book's settings are not a JSON object"),
    (#"{"pakage": "x"}"#, "the book's settings have no member 'pakage'; did you mean 'package'?"),
    (#"{"package": 3}"#, "the setting 'package' is not the name of a folder"),
    (#"{"libraries": "Waves"}"#, "the setting 'libraries' is not a list of names of libraries"),
    (#"{"libraries": ["a\"b"]}"#, "the setting 'libraries' is not a list of names of libraries"),
  ])
  func settingsThatCannotBeAreRefused(json: String, message: String) async throws {
    let book = try TemporaryBook(["a": "# A\n"])
    try book.write(json, to: "book/book.json")
    #expect(
      book.headlines(of: try await book.build().diagnostics)
        == "book.json:1:1: error: \(message) [book-settings]\n")
  }

  @Test func settingsMayStandInTheSummary() async throws {
    let book = try TemporaryBook(["a": "# A\n"])
    try book.write("# Book\n\n```json\n{\"libraries\": [7]}\n```\n\n- [A](a.md)\n", to: "book/SUMMARY.md")
    #expect(
      book.headlines(of: try await book.build().diagnostics)
        == "SUMMARY.md:3:1: error: the setting 'libraries' is not a list of names of libraries [book-settings]\n"
    )
    try book.write("# Book\n\n```text\n{\"libraries\": [7]}\n```\n\n- [A](a.md)\n", to: "book/SUMMARY.md")
    #expect(try await book.build().diagnostics == [])
  }

  @Test func aPackageThatIsNotThereIsNamed() async throws {
    let book = try TemporaryBook(["a": "# A\n"])
    let (command, status) = try await run(["book", "--package", "nowhere"], in: book.folder)
    #expect(status == 1)
    #expect(
      command.errors.contains("nowhere:1:1: error: there is no Package.swift in 'nowhere' [no-package]"))
    try book.write(#"{"libraries": ["Numbers"]}"#, to: "book/book.json")
    let (alone, failed) = try await run(["book"], in: book.folder)
    #expect(failed == 1)
    #expect(
      alone.errors.contains(
        "book:1:1: error: the cells import 'Numbers', and no package is around this folder"))
  }
}
