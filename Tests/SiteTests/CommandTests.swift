import Foundation
import Testing

/// The command itself, as a process: its exit status, what it says where, and that Ctrl-C leaves nothing behind.
@Suite struct CommandTests {
  private let package = ["--package", Workshop.package.path]

  private func run(_ arguments: [String], in book: TemporaryBook) async throws -> (
    command: Command, status: Int32
  ) {
    try await Workshop.shared.inTurn {
      let command = try Command(arguments, in: book.folder)
      return (command, await command.status())
    }
  }

  @Test func successEndsWithASummary() async throws {
    let book = try TemporaryBook([
      "a": "# A\n\n" + cell("claim(\"one\", true)") + cell("1"), "b": "# B\n\n" + cell("2"),
    ])
    let (command, status) = try await run(["book", "--output", "else/where"] + package, in: book)
    #expect(status == 0)
    #expect(
      command.output.wholeMatch(of: #/2 chapters, 3 cells, 1 claim, \d+\.\d s\n/#) != nil, "\(command.output)"
    )
    let said = command.errors.split(separator: "\n")
    #expect(said.contains("book/a.md: compiling") && said.contains("book/a.md: running"))
    #expect(said.contains { $0.hasPrefix("book/b.md: done in ") })
    let pages = try files(in: book.folder.appending(path: "else/where")).keys
    #expect(Set(["index.html", "a.html", "b.html", "style.css", "whole.html"]).isSubset(of: pages))
    #expect(command.temporaryFiles == [])
  }

  @Test func failureSaysWhatAndWhere() async throws {
    let book = try TemporaryBook(["a": "# A\n\n" + cell("1 + \"\""), "b": "# B\n\n" + cell("[Int]()[0]")])
    try book.write("<meta name=\"generator\" content=\"build-book\">", to: "site/index.html")
    let before = try book.siteFiles()
    let (command, status) = try await run(["book"] + package, in: book)
    #expect(status == 1)
    #expect(command.output == "")
    let said = command.errors.split(separator: "\n")
    #expect(said.contains { $0.hasPrefix("book/a.md:4:3: error: binary operator '+' cannot be applied") })
    #expect(said.contains("book/b.md:4:8: error: Fatal error: Index out of range [trap]"))
    #expect(try book.siteFiles() == before)
    #expect(command.temporaryFiles == [])
  }

  @Test func editorsAreToldInJSON() async throws {
    let book = try TemporaryBook(["first": "# A\n\n" + cell("1", "hiden"), "last": "# B\n\n[x](frist.md)\n"])
    let (command, status) = try await run(["book", "--format", "json"] + package, in: book)
    #expect(status == 1)
    let lines = command.output.split(separator: "\n")
    #expect(lines.count == 2)
    for line in lines {
      let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
      #expect(object?["severity"] as? String == "error")
      #expect(object?["repair"] != nil)
    }
    #expect(!command.errors.contains("error:"))
  }

  @Test func anIdentifierIsExplained() async throws {
    let book = try TemporaryBook([:])
    let (known, status) = try await run(["explain", "unknown-attribute"], in: book)
    #expect(status == 0)
    #expect(known.output.hasPrefix("Behind `swift` there may stand"))
    let (near, refused) = try await run(["explain", "unknown-atribute"], in: book)
    #expect(refused == 64)
    #expect(near.errors.contains("did you mean 'unknown-attribute'?"))
    let (all, _) = try await run(["explain"], in: book)
    #expect(all.output.split(separator: "\n").contains("false-claim"))
  }

  @Test(arguments: [
    ["--timeout", "0"], ["--timeout", "inf"], ["--memory", "0"], ["--memory", "x"], ["--output-limit", "-1"],
    ["--colour"], ["one", "two"],
  ])
  func badOptionsAreRefused(arguments: [String]) async throws {
    let book = try TemporaryBook(["a": "# A\n"])
    let (command, status) = try await run(arguments, in: book)
    #expect(status == 64)
    #expect(command.output == "")
    #expect(command.errors.hasPrefix("Error: "))
  }

  /// Interrupts a build once it has said some words and, where one is named, a file of the book is there.
  private func expectInterruption(
    of book: TemporaryBook, after words: String, file: String? = nil, package: [String]? = nil
  ) async throws {
    try book.write("<meta name=\"generator\" content=\"build-book\">", to: "site/index.html")
    let before = try book.siteFiles()
    try await Workshop.shared.inTurn {
      let command = try Command(["book"] + (package ?? self.package), in: book.folder)
      try await command.says(words)
      if let file { try await command.writes(book.book.appending(path: file)) }
      command.interrupt()
      #expect(await command.status() == 130)
      #expect(command.errors.hasSuffix("interrupted; the site is as it was\n"), "\(command.errors)")
      #expect(command.output == "")
      #expect(command.temporaryFiles == [])
      #expect(command.processesLeft == [])
    }
    #expect(try book.siteFiles() == before)
  }

  @Test func interruptionEndsARunningProgramAndWhatItStarted() async throws {
    let code = """
      import Foundation
      let forking = unsafeBitCast(dlsym(nil, "fork"), to: (@convention(c) () -> Int32).self)
      if forking() == 0 { while true { sleep(1000) } }
      let sleeping = Process()
      sleeping.executableURL = URL(fileURLWithPath: "/bin/sleep")
      sleeping.arguments = ["1000"]
      try sleeping.run()
      try Data().write(to: URL(fileURLWithPath: "started"))
      while true {}
      """
    let book = try TemporaryBook(["a": "# A\n\n" + cell(code), "b": "# B\n"])
    try await expectInterruption(of: book, after: "book/a.md: running", file: "started")
  }

  @Test func interruptionEndsACompilation() async throws {
    let book = try TemporaryBook(["a": "# A\n\n" + cell("let x = [1, 2, 3].map { $0 + 1 }\nx")])
    try await expectInterruption(of: book, after: "book/a.md: compiling")
  }

  @Test func interruptionEndsTheBuildOfTheLibrary() async throws {
    let book = try TemporaryBook(["a": "# A\n"])
    // For a package of its own nothing was built yet.
    try book.write("// swift-tools-version: 6.0\n", to: "one/Package.swift")
    try await expectInterruption(
      of: book, after: "the library that cells import: building",
      package: ["--package", book.folder.appending(path: "one").path])
  }
}
