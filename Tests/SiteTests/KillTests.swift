import Foundation
import Testing

/// A build that is killed, and builds that meet: the site is the old one or the new one, whole, and the next build is right.
@Suite struct KillTests {
  /// The book's chapters at a version: each names it, and the code of one changes with every fourth.
  private func write(_ version: Int, to book: TemporaryBook) throws {
    let prose = String(repeating: "Some words of version \(version).\n\n", count: 60)
    for number in 0..<40 { try book.write("# Title\n\n\(prose)", to: "book/part/\(number).md") }
    try book.write("# Title\n\n" + cell("let run = 1  // run \(version / 4)") + prose, to: "book/a.md")
  }

  private func newBook() throws -> TemporaryBook {
    let book = try TemporaryBook([:])
    let links = (0..<40).map { "- [\($0)](part/\($0).md)\n" }
    try book.write("# Book\n\n- [A](a.md)\n" + links.joined(), to: "book/SUMMARY.md")
    try write(0, to: book)
    return book
  }

  /// The versions that the pages of a site name, and the pages without them.
  private func read(_ book: TemporaryBook) throws -> (versions: Set<String>, pages: [String: String]) {
    var versions: Set<String> = []
    var pages: [String: String] = [:]
    for (path, content) in try book.siteFiles() {
      // What is searched holds the words of all versions in its own order.
      if path.hasPrefix("search") {
        pages[path] = ""
        continue
      }
      var page = String(decoding: content, as: UTF8.self)
      if let version = page.between("version ", ".").map({ String($0) }) {
        versions.insert(version)
        page = page.replacingOccurrences(of: "version \(version).", with: "")
      }
      pages[path] = page.replacing(#/run (<[^>]*>|=| )*\d+/#, with: "").replacing(#/run \d+/#, with: "")
    }
    return (versions, pages)
  }

  /// What builds leave beside a site.
  private func leftovers(_ book: TemporaryBook) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: book.folder.path).filter { $0.hasPrefix(".") }
  }

  private func build(_ book: TemporaryBook, _ package: OwnPackage) async throws -> Command {
    let command = try Command(["book"] + package.arguments, in: book.folder)
    #expect(await command.status() == 0, "\(command.errors)")
    return command
  }

  /// Twenty kills at random moments; `KILLS` in the environment asks for another number.
  @Test func aBuildIsKilledAtAnyMoment() async throws {
    let kills = ProcessInfo.processInfo.environment["KILLS"].flatMap { Int($0) } ?? 20
    let seed = UInt64(kills)
    try await Workshop.shared.inTurn {
      var random = SeededGenerator(seed: seed)
      let book = try newBook()
      let package = try await OwnPackage(for: book)
      _ = try await build(book, package)
      let whole = try read(book)
      #expect(whole.versions == ["0"] && whole.pages.count == 50 + 45)
      // How long a build takes in which a chapter runs, and one in which none does and that all but writes.
      var times: [Duration] = []
      for version in 4...5 {
        try write(version, to: book)
        let start = ContinuousClock.now
        _ = try await build(book, package)
        times.append(ContinuousClock.now - start)
      }
      var old = "5"
      var taken = 0
      for version in 6..<(6 + kills) {
        try write(version, to: book)
        let command = try Command(["book"] + package.arguments, in: book.folder)
        let time = times[version.isMultiple(of: 4) ? 0 : 1]
        try await Task.sleep(for: time * Double.random(in: 0.1...1.1, using: &random))
        command.end()
        if await command.status() == 0 { taken += 1 }
        let found = try read(book)
        let isWhole = found.pages == whole.pages
        #expect(isWhole, "kill \(version) of seed \(seed)")
        #expect(
          found.versions == [old] || found.versions == ["\(version)"], "kill \(version) of seed \(seed)")
        if version.isMultiple(of: 5) { _ = try await build(book, package) }
        old = try read(book).versions.first ?? ""
      }
      let last = try await build(book, package)
      let found = try read(book)
      #expect(found.pages == whole.pages && found.versions == ["\(5 + kills)"])
      #expect(try leftovers(book) == [] && last.temporaryFiles == [])
      #expect(last.processesLeft == [])
      // Some were killed.
      #expect(taken < kills)
    }
  }

  #if os(Linux)
    /// A program that a killed build left running is ended by the next build.
    @Test func aProgramLeftRunningIsEnded() async throws {
      let code =
        "import Foundation\ntry Data().write(to: URL(fileURLWithPath: \"started\"))\nwhile true { sleep(1000) }"
      let book = try TemporaryBook(["a": "# A\n\n" + cell(code)])
      let package = try await OwnPackage(for: book)
      try await Workshop.shared.inTurn {
        let command = try Command(["book"] + package.arguments, in: book.folder)
        try await command.writes(book.book.appending(path: "started"))
        command.end()
        #expect(await command.status() == -SIGKILL)
        #expect(command.processesLeft.count == 1)
        try book.write("# A\n", to: "book/a.md")
        #expect(try await build(book, package).processesLeft == [])
        #expect(command.temporaryFiles == [])
      }
    }
  #endif

  /// Both come to their ends, with a site before or without.
  @Test func twoBuildsAtOnce() async throws {
    try await Workshop.shared.inTurn {
      let book = try newBook()
      let package = try await OwnPackage(for: book)
      _ = try await build(book, package)
      let whole = try read(book)
      for version in 1...5 {
        try write(version, to: book)
        if version.isMultiple(of: 2) { try FileManager.default.removeItem(at: book.site) }
        let commands = try ["x", "y", "z"].map {
          try Command(["book"] + package.arguments, in: book.folder, as: $0)
        }
        for command in commands { #expect(await command.status() == 0, "\(command.errors)") }
        let found = try read(book)
        #expect(found.versions == ["\(version)"] && found.pages == whole.pages)
      }
      #expect(try leftovers(book) == [])
    }
  }

  @Test func aBuildAndACleanAtOnce() async throws {
    try await Workshop.shared.inTurn {
      let book = try newBook()
      let package = try await OwnPackage(for: book)
      _ = try await build(book, package)
      let whole = try read(book).pages
      for version in 1...4 {
        try write(version, to: book)
        let building = try Command(["book"] + package.arguments, in: book.folder)
        var cleaning: [Command] = []
        for number in 0..<4 {
          cleaning.append(
            try Command(["clean", "book"] + package.arguments, in: book.folder, as: "\(number)"))
          try await Task.sleep(for: .milliseconds(30))
        }
        for command in cleaning + [building] { #expect(await command.status() == 0, "\(command.errors)") }
        let found = try read(book)
        #expect(found.versions == ["\(version)"] && found.pages == whole)
      }
      let kept = package.cache.deletingLastPathComponent()
      let names = try FileManager.default.contentsOfDirectory(atPath: kept.path)
      #expect(Set(names).isSubset(of: ["book", "book-cache"]))
    }
  }
}
