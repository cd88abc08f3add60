import Testing

/// What cells print, odd and hostile printing too.
@Suite struct PrintingTests {
  @Test func printedTextIsText() async throws {
    let cells = [
      "print(\"<b>&amp;</b>\")", "print(\"no newline\", terminator: \"\")", "print()",
      "print(\"\", terminator: \"\")",
      "print(\"\\u{0}\\u{1B}[31m\\u{FFFF}é\")",
    ]
    #expect(
      try await shown(by: cells) == [
        printed("&lt;b&gt;&amp;amp;&lt;/b&gt;\n"), printed("no newline"), printed("\n"), "",
        printed("\u{FFFD}\u{FFFD}[31m\u{FFFD}é\n"),
      ])
  }

  @Test func bytesThatAreNotTextBecomeReplacementCharacters() async throws {
    let cells = [
      "import Foundation\nFileHandle.standardOutput.write(Data([0xFF, 0x41, 0x0A]))",
      "FileHandle.standardOutput.write(Data([0xC3]))\nshow(1)\nFileHandle.standardOutput.write(Data([0xA9]))",
    ]
    #expect(
      try await shown(by: cells) == [
        printed("\u{FFFD}A\n"), printed("\u{FFFD}") + value("1") + printed("\u{FFFD}"),
      ])
  }

  @Test func whatLooksLikeAnEventIsPrinted() async throws {
    let cells = ["print(\"2\\n1:08:finished\")\nprint(\"3\\n1:05:began1:7\")", "4"]
    #expect(try await shown(by: cells) == [printed("2\n1:08:finished\n3\n1:05:began1:7\n"), value("4")])
  }

  @Test func standardErrorIsNotShown() async throws {
    #expect(
      try await shown(by: [
        "import Foundation\nFileHandle.standardError.write(Data(\"Fatal error: no\\n\".utf8))\n1"
      ])
        == [value("1")])
  }

  #if os(Linux)
    @Test func standardOutputMayBeClosed() async throws {
      let shown = try await shown(by: [
        "import Glibc\nprint(\"a\")\nfflush(nil)\nclose(1)", "print(\"b\")\n5",
      ])
      #expect(shown.joined().contains(printed("a\n")))
      #expect(shown.last?.contains(value("5")) == true)
    }

    @Test func aForkedProcessIsNotTheChapter() async throws {
      let code = """
        import Glibc
        let forking = unsafeBitCast(dlsym(nil, "fork"), to: (@convention(c) () -> Int32).self)
        let child = forking()
        if child == 0 {
          print("of the child")
          show("of the child")
          claim("of the child", false)
          exit(3)
        }
        var status: Int32 = 0
        waitpid(child, &status, 0)
        (status >> 8) & 255
        """
      #expect(try await shown(by: [code, "4"]) == [printed("of the child\n") + value("3"), value("4")])
    }

    @Test func aProcessLeftBehindDoesNotHoldUpTheBuild() async throws {
      let code = """
        import Glibc
        let forking = unsafeBitCast(dlsym(nil, "fork"), to: (@convention(c) () -> Int32).self)
        if forking() == 0 { while true { sleep(1000) } }
        """
      #expect(try await shown(by: [code, "2"]) == ["", value("2")])
    }
  #endif
}
