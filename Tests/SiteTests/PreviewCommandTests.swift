import Foundation
import Testing

/// `watch` and `serve` as processes: what opened pages are told, what is answered, and how they end.
@Suite(.timeLimit(.minutes(5))) struct PreviewCommandTests {
  private let package = ["--package", Workshop.package.path]

  /// Runs a command while some work is done, interrupts it, and sees that it leaves nothing behind.
  private func run(
    _ arguments: [String], in book: TemporaryBook, _ work: @Sendable (Command) async throws -> Void
  ) async throws {
    try await Workshop.shared.inTurn {
      let command = try Command(arguments, in: book.folder)
      do {
        try await work(command)
      } catch {
        command.interrupt()
        throw error
      }
      command.interrupt()
      #expect(await command.status() == 130)
      #expect(command.temporaryFiles == [])
      #expect(command.processesLeft == [])
    }
  }

  private func serve(
    _ book: TemporaryBook, _ arguments: [String] = ["--output", "site"],
    _ work: @Sendable (Command, UInt16) async throws -> Void
  ) async throws {
    try await run(["serve", "book"] + arguments + package, in: book) { command in
      try await command.prints("/\n")
      let match = try #require(command.output.firstMatch(of: #/^http://127\.0\.0\.1:(\d+)/\n/#))
      try await work(command, try #require(UInt16(match.1)))
    }
  }

  private func events(_ port: UInt16) async throws -> Client {
    let client = try await Client(port: port)
    try await client.send("GET /_build-book/events HTTP/1.1\r\nHost: localhost:\(port)\r\n\r\n")
    try await client.hear("\r\n\r\n")
    return client
  }

  @Test func pagesAreToldOfChangesErrorsAndTheirEnd() async throws {
    let book = try TemporaryBook(["a": "# A\n\n" + cell("40 + 2"), "b": "# B\n"])
    try await serve(book) { command, port in
      let pages = try await events(port)
      try await pages.hear("-1\",\"errors\":[]}\n\n")
      #expect(try await Client.get("/a.html", port: port).contains("<pre class=\"value\">42</pre>"))
      try book.write("# A\n\n" + cell("40 + \"\""), to: "book/a.md")
      try await pages.hear("-1\",\"errors\":[{\"message\":\"binary operator '+' cannot be applied")
      try await pages.hear("\"place\":\"book/a.md:4:4\",\"source\":\"40 + \\\"\\\"\\n   ^\"}]}\n\n")
      // The site stays, and a page that is opened now says what is wrong.
      let page = try await Client.get("/a.html", port: port)
      #expect(page.contains("<pre class=\"value\">42</pre>") && page.contains("book/a.md:4:4"))
      #expect(command.errors.contains("book/a.md:4:4: error: binary operator '+' cannot be applied"))
      try book.write("# A\n\n" + cell("40 + 3"), to: "book/a.md")
      try await pages.hear("-2\",\"errors\":[]}\n\n")
      #expect(try await Client.get("/a.html", port: port).contains("<pre class=\"value\">43</pre>"))
      #expect(
        !(try String(decoding: #require(book.siteFiles()["a.html"]), as: UTF8.self).contains("_build-book")))
    }
  }

  @Test func aBookThatWasNeverBuiltShowsItsErrorsOnEveryPage() async throws {
    let book = try TemporaryBook(["a": "No title.\n"])
    try book.write("secret", to: "site/secret.html")
    try await serve(book, ["--output", "new"]) { command, port in
      let pages = try await events(port)
      try await pages.hear("\"place\":\"book/a.md:1:1\"")
      for path in ["/", "/a.html", "/any/page"] {
        let page = try await Client.get(path, port: port)
        #expect(page.hasPrefix("HTTP/1.1 503 ") && page.contains("book/a.md:1:1"))
      }
      try book.write("# A\n", to: "book/a.md")
      try await pages.hear("-1\",\"errors\":[]}\n\n")
      #expect(try await Client.get("/", port: port).hasPrefix("HTTP/1.1 200 OK\r\n"))
    }
  }

  @Test func nothingOfAFolderThatIsNoSiteIsServed() async throws {
    let book = try TemporaryBook(["a": "# A\n"])
    try book.write("secret", to: "site/index.html")
    try await serve(book) { _, port in
      let pages = try await events(port)
      try await pages.hear("it is left alone")
      for path in ["/", "/index.html"] {
        let page = try await Client.get(path, port: port)
        #expect(page.hasPrefix("HTTP/1.1 503 ") && !page.contains("secret"))
      }
    }
  }

  @Test func whatIsNoRequestForThisServerIsRefused() async throws {
    let book = try TemporaryBook(["a": "# A\n"])
    try book.write("secret", to: "secret.txt")
    try await serve(book) { _, port in
      let pages = try await events(port)
      try await pages.hear("-1\",\"errors\":[]}\n\n")
      let host = "Host: 127.0.0.1:\(port)\r\n"
      let long = String(repeating: "x", count: 100_000)
      for (request, status) in [
        ("GET / HTTP/1.1\r\n\(host)\r\n", "200 OK"), ("GET /style.css HTTP/1.1\r\n\(host)\r\n", "200 OK"),
        ("GET /none HTTP/1.1\r\n\(host)\r\n", "404 Not Found"),
        ("POST / HTTP/1.1\r\n\(host)Content-Length: 100000\r\n\r\n\(long)", "405 Method Not Allowed"),
        ("GET /../secret.txt HTTP/1.1\r\n\(host)\r\n", "400 Bad Request"),
        ("GET / HTTP/1.1\r\nHost: evil.example\r\n\r\n", "421 Misdirected Request"),
        ("GET / HTTP/1.1\r\n\(host)X: \(long)", "431 Request Header Fields Too Large"),
        ("GET /\(long) HTTP/1.1\r\n", "414 URI Too Long"), ("nonsense\r\n\r\n", "400 Bad Request"),
        ("GET / HTTP/1.1\n\n", "400 Bad Request"),
        ("GET / HTTP/3.0\r\n\(host)\r\n", "505 HTTP Version Not Supported"),
      ] {
        let answer = try await Client.answer(request, port: port)
        #expect(answer.hasPrefix("HTTP/1.1 \(status)\r\n"), "\(request.prefix(100)): \(answer.prefix(100))")
        #expect(answer.contains("\r\nCache-Control: no-store\r\n") && !answer.contains("secret"))
      }
      // What follows a request is no second one.
      let two = "GET /style.css HTTP/1.1\r\n\(host)\r\n"
      #expect(try await Client.answer(two + two, port: port).components(separatedBy: "HTTP/1.1 ").count == 2)
      let head = try await Client.answer("HEAD / HTTP/1.1\r\n\(host)\r\n", port: port)
      #expect(head.hasPrefix("HTTP/1.1 200 OK\r\n") && head.hasSuffix("\r\n\r\n"))
    }
  }

  @Test func aPortThatIsTakenIsSaid() async throws {
    let book = try TemporaryBook(["a": "# A\n"])
    let other = try TemporaryBook(["a": "# A\n"])
    try await serve(book) { _, port in
      let command = try Command(["serve", "book", "--port", "\(port)"] + package, in: other.folder)
      #expect(await command.status() == 1)
      #expect(command.errors.contains("port \(port) of 127.0.0.1 cannot be had"))
      #expect(command.output == "")
    }
  }

  @Test func watchBuildsAgainWhatHasChanged() async throws {
    let book = try TemporaryBook(["a": "# A\n\n" + cell("40 + 2"), "b": "# B\n\n" + cell("1")])
    try await run(["watch", "book", "--output", "book/site"] + package, in: book) { command in
      try await command.prints("2 chapters, 2 cells")
      try book.write("# A\n\n" + cell("40 + 3"), to: "book/a.md")
      try await command.prints("2 chapters, 1 of them as before")
      #expect(command.output.split(separator: "\n").count == 2)
      #expect(
        try String(contentsOf: book.book.appending(path: "site/a.html"), encoding: .utf8).contains(
          ">43</pre>"))
    }
  }

  @Test func anInterruptionEndsTheBuildThatRuns() async throws {
    let book = try TemporaryBook(["a": "# A\n\n" + cell("while true {}")])
    try await serve(book) { command, port in
      let pages = try await events(port)
      try await command.says("book/a.md: running")
      // A change begins the build anew.
      try book.write("# A\n\n" + cell("while true { _ = 1 }"), to: "book/a.md")
      while command.errors.components(separatedBy: "book/a.md: running").count < 3 {
        try await Task.sleep(for: .milliseconds(10))
      }
      #expect(!command.errors.contains("error:"))
      try await pages.hear("-0\",\"errors\":[]}\n\n")
    }
  }
}
