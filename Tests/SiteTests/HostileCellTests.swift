import Foundation
import Notebook
import Testing

/// What a cell can do to the build that runs it: nothing, but to itself.
@Suite struct HostileCellTests {
  /// What the author of a chapter with one cell is told, below a title in the first line; the cell begins in line 4.
  private func told(_ code: String, _ limits: Limits = Limits(seconds: 20)) async throws -> String {
    let book = try TemporaryBook(["a": "# A\n\n" + cell(code), "b": "# B\n\n" + cell("1")])
    let report = try await book.build(limits: limits)
    #expect(report.chapters == 2)
    #expect(report.diagnostics.allSatisfy { $0.path.hasSuffix("a.md") })
    return book.headlines(of: report.diagnostics)
  }

  private let ended = "error: the program ended here with status 0, before the chapter's end [ended-early]\n"
  private let overfull = "error: this wrote more than 1 MB [output-limit]\n"
  private let small = Limits(seconds: 20, output: 1 << 20)

  @Test(arguments: ["exit(0)", "_exit(0)", "quick_exit(0)"])
  func aProgramThatEndsItself(code: String) async throws {
    #expect(try await told("import Foundation\n\(code)\nprint(1)") == "a.md:5:1: \(ended)")
  }

  @Test func aProgramThatAborts() async throws {
    #expect(try await told("import Foundation\nabort()") == "a.md:5:1: error: Fatal error: Aborted [trap]\n")
  }

  @Test func aGigabyteOfOutput() async throws {
    let code = "let s = String(repeating: \"x\", count: 1 << 20)\nfor _ in 0..<1024 { print(s) }"
    #expect(try await told(code) == "a.md:5:1: error: this wrote more than 16 MB [output-limit]\n")
  }

  /// The kernel's signal is ignored, or its limit lifted by one who may.
  @Test(arguments: [
    "signal(SIGXFSZ, SIG_IGN)",
    "var l = rlimit(rlim_cur: .max, rlim_max: .max)\nsetrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &l)",
  ])
  func outputBeyondTheLimitIsNeverShownCutShort(code: String) async throws {
    let all =
      "import Foundation\n\(code)\nlet s = String(repeating: \"x\", count: 1 << 20)\nfor _ in 0..<20 { print(s) }"
    #expect(try await told(all, small).hasSuffix(overfull))
  }

  @Test func aValueWithALongDescription() async throws {
    #expect(try await told("String(repeating: \"<\", count: 16 << 20)").contains("16 MB [output-limit]\n"))
    let book = try TemporaryBook(["a": "# A\n\n" + cell("String(repeating: \"<\", count: 15 << 20)")])
    #expect(try await book.build().diagnostics == [])
    #expect(try Data(contentsOf: book.site.appending(path: "a.html")).count > 60 << 20)
  }

  @Test func manyEvents() async throws {
    let code = "for i in 0..<20_000 { print(i); show(i) }"
    let article = try await article(cell(code), limits: Limits(output: 64 << 20))
    #expect(article.contains(printed("19999\n") + value("19999")))
    let claims = try await told("for i in 0..<5000 { claim(\"\\(i)\", false) }")
    #expect(claims.split(separator: "\n").count == 5000)
  }

  /// A claim's line and column are parameters, which a cell may give as it likes.
  @Test func placesThatNoChapterHas() async throws {
    let code = """
      claim("a", false, line: .max, column: .max)
      claim("b", false, line: .min, column: .min)
      claim("c", false, line: 2, column: .max)
      claim("d", false, line: 2, column: .min)
      """
    let said = try await told(code)
    #expect(said.split(separator: "\n").count == 4)
    #expect(said.hasPrefix("a.md:1:1: error: this claim is false: a"))
    #expect(said.contains("a.md:4:1: error: this claim is false: d"))
  }

  #if os(Linux)
    /// Events can be forged only by writing into the file that the environment names; then the program lies about itself,
    /// and the build goes on.
    @Test(arguments: [
      ["0", "began", "99999"], ["0", "began", "9223372036854775807"],
      ["0", "reached", "4", "9223372036854775807"], ["9223372036854775807", "value", "x"],
      ["0", "claimed", "x", "", "false", "9223372036854775807", "9223372036854775807"], ["0", "unknown"], [],
    ])
    func eventsWrittenByHand(fields: [String]) async throws {
      let event = "\(fields.count)\n" + fields.map { "\($0.utf8.count):\($0)" }.joined()
      let code = """
        import Foundation
        let events = fopen(getenv("BOOK_EVENTS"), "a")!
        fputs(\(String(reflecting: event)), events)
        fclose(events)
        """
      #expect(try await told(code + "\nexit(0)").contains(ended))
      _ = try await told(code)
    }

    /// A program's files may be gone, or something else, when it ends.
    @Test(arguments: [
      "try FileManager.default.removeItem(atPath: String(cString: getenv(\"TMPDIR\")))",
      "unlink(getenv(\"BOOK_EVENTS\"))\nmkfifo(getenv(\"BOOK_EVENTS\"), 0o600)",
      "unlink(getenv(\"BOOK_EVENTS\"))\nsymlink(\"/dev/zero\", getenv(\"BOOK_EVENTS\"))",
      "chdir(\"/\")", "truncate(getenv(\"BOOK_READS\"), 0)", "umask(0o777)",
    ])
    func whatIsDoneToTheRunsFilesHasNoEffect(code: String) async throws {
      #expect(
        outputs(of: try await article(cell("import Foundation\n\(code);") + cell("7"))) == ["", value("7")])
    }

    @Test func crashReportThatIsNoFile() async throws {
      let code =
        "import Foundation\nmkfifo(String(cString: getenv(\"TMPDIR\")) + \"/crash.json\", 0o600)\nraise(SIGKILL)"
      #expect(try await told(code).contains("signal 9 ended the program here [killed]"))
    }

    @Test func everyDescriptorClosed() async throws {
      let said = try await told("import Foundation\nfor i in 0..<1024 { close(Int32(i)) }\n1")
      #expect(said == "a.md:6:1: \(ended)" || said == "a.md:5:1: \(ended)")
    }

    @Test(arguments: [
      "raise(SIGSTOP)",
      "var all = sigset_t()\nsigfillset(&all)\nsigprocmask(SIG_BLOCK, &all, nil)\nfor i in 1..<32 { signal(Int32(i), SIG_IGN) }",
      "setpgid(0, getpgid(getppid()))", "close(0)\nclose(1)\nclose(2)",
    ])
    func theTimeLimitEndsWhateverDoesNotWantToEnd(code: String) async throws {
      let said = try await told("import Foundation\n\(code)\nwhile true {}", Limits(seconds: 1))
      #expect(said.hasSuffix("error: this did not end within 1 s [time-limit]\n"))
    }

    /// Children in groups and sessions of their own end with the program.
    @Test(arguments: ["setpgid(0, 0)", "setsid()", "signal(SIGHUP, SIG_IGN)"])
    func childrenDoNotOutlive(code: String) async throws {
      let cells = cell(
        """
        import Foundation
        let forking = unsafeBitCast(dlsym(nil, "fork"), to: (@convention(c) () -> Int32).self)
        if forking() == 0 {
          \(code)
          try! "\\(getpid())".write(toFile: "child", atomically: true, encoding: .utf8)
          while true { sleep(1000) }
        }
        while !FileManager.default.fileExists(atPath: "child") { usleep(1000) }
        """)
      let book = try TemporaryBook(["a": "# A\n\n" + cells])
      #expect(try await book.build().diagnostics == [])
      let child = try String(contentsOf: book.book.appending(path: "child"), encoding: .utf8)
      // Of a process that has ended and whose end nobody took note of, the command line is empty.
      #expect(FileManager.default.contents(atPath: "/proc/\(child)/cmdline") ?? Data() == Data())
    }
  #endif

  /// The page is made of the text that was read; the next build reads the other.
  @Test func aCellThatWritesItsOwnChapter() async throws {
    let code =
      "import Foundation\ntry \"# Other\\n\".write(toFile: \"a.md\", atomically: false, encoding: .utf8)\n1"
    let book = try TemporaryBook(["a": "# A\n\n" + cell(code)])
    #expect(try await book.build().diagnostics == [])
    #expect(try book.article("a").contains(value("1")))
    #expect(try await book.build().diagnostics == [])
    #expect(try book.article("a") == "<h1>Other</h1>\n")
  }

  @Test func aChapterThatIsGoneWhenItsErrorIsTold() async throws {
    let code = "import Foundation\ntry FileManager.default.removeItem(atPath: \"a.md\")\n[0][1]"
    let book = try TemporaryBook(["a": "# A\n\n" + cell(code)])
    let report = try await book.build()
    #expect(book.text(of: report.diagnostics) == "a.md:6:4: error: Fatal error: Index out of range [trap]\n")
    let next = try await book.build()
    #expect(next.diagnostics.map(\.identifier) == [.missingChapter])
  }

  @Test func rightToLeftTextAndEmoji() async throws {
    let article = try await article(
      "```swift id=🧠 caption=\"שלום 👩‍👩‍👧\"\nprint(\"\u{202E}مرحبا 🏳️‍🌈\")\n\"é\\u{301}😀\"\n```\n\n## 🧠\n\n## 😀 שלום\n"
    )
    #expect(article.contains("<div class=\"cell\" id=\"🧠\">"))
    #expect(article.contains(printed("\u{202E}مرحبا 🏳️‍🌈\n") + value("&quot;é\u{301}😀&quot;")))
    #expect(article.contains("<figcaption><span class=\"number\">Figure 1</span> שלום 👩‍👩‍👧</figcaption>"))
    #expect(article.contains("<a class=\"anchor\" id=\"section\"") && article.contains("id=\"שלום\""))
  }
}
