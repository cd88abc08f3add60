import Foundation
import Testing

@testable import Notebook

/// The compiler's own dumps of odd constructs.
@Suite struct ParseTreeTests {
  private func statements(_ code: String) throws -> [ParseTree.Statement] {
    let file = FileManager.default.temporaryDirectory.appending(path: "parse-\(UUID().uuidString).swift")
    try Data(code.utf8).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let compiler = Process()
    compiler.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    compiler.arguments = [
      "swiftc", "-frontend", "-dump-parse", "-dump-ast-format", "json", "-enable-bare-slash-regex", file.path,
    ]
    let output = Pipe()
    compiler.standardOutput = output
    try compiler.run()
    let dump = try output.fileHandleForReading.readToEnd() ?? Data()
    compiler.waitUntilExit()
    return try ParseTree(dump: dump).statements.sorted { $0.start < $1.start }
  }

  @Test func lastExpressions() throws {
    let values = [
      "1", "/a\"+/", "a.b", "f { $0 }", "try f()", "await f()", "try! await f()", "a + b", "x ? 1 : 2",
      "[1: 2]", "()",
    ]
    for code in values { #expect(try statements(code + " // c").last?.isValue == true, "\(code)") }
    let others = [
      "a = 1", "a += 1;", "_ = 1", "try a = f()", "let a = 1", "if a { 1 }", "switch a { default: 1 }",
      "func f() { 1 }", "1;",
      "import Foundation", "#if X\n1\n#endif", "defer { 1 }", "do { 1 }", "actor A {}", "infix operator +++",
      "return",
      "@resultBuilder struct B { static func buildBlock(_ x: Int) -> Int { x } }",
      "macro M() = #externalMacro(module: \"A\", type: \"B\")", "let x = switch a { default: 1 }",
    ]
    for code in others { #expect(try statements(code).last?.isValue != true, "\(code)") }
  }

  @Test func typesThatTheDumpLeavesOpen() throws {
    let code = """
      typealias F = @Sendable (@escaping () -> Void) -> @convention(c) () -> Int
      typealias G = @Sendable () -> Int
      print("}]\\"{[,\\\\", 1)
      func f() {}
      5
      """
    let statements = try statements(code)
    #expect(statements.count == 5)
    #expect(statements.map(\.isValue) == [false, false, true, false, true])
    #expect(statements.last?.start == code.utf8.count - 1)
  }

  @Test func rangesAreOffsetsOfBytes() throws {
    let statements = try statements("let é = \"😀\"; é\n\nf(1,\n  2)")
    #expect(statements.filter(\.isExecuted).map(\.start) == [0, 17, 21])
    #expect(statements.last?.lastToken == 29)
  }

  @Test func statementsBeginWithTheirAttributes() throws {
    let statements = try statements(
      "func f() {}\n@MainActor\nvar a = 3\nprivate(set) var b = 4\nouter: while true {}")
    #expect(statements.filter(\.isExecuted).map(\.start) == [12, 33, 56])
  }

  @Test func usesAreWhatIsReadWhenAStatementIsExecuted() throws {
    func uses(_ code: String) throws -> Set<String> {
      try statements(code).reduce(into: []) { $0.formUnion($1.uses) }
    }
    #expect(try uses("f(a, label: b.c, [d: e])") == ["f", "a", "b", "d", "e"])
    #expect(try uses("\"\\(a) \\(b * 2)\"") == ["a", "b", "*"])
    #expect(try uses("let (a, b) = (c, d)") == ["c", "d"])
    #expect(try uses("for i in 0..<n { g(i) }") == ["..<", "n", "g"])
    #expect(try uses("if let a { f(a) }") == ["f"])
    #expect(try uses("xs.map { $0 + later }") == ["xs"])
    #expect(try uses("func f() { later }\nstruct S { var v = later }\nlet g = { later }") == [])
    #expect(try statements("var a = 1, b = 2").compactMap(\.variable) == ["a", "b"])
  }

  @Test(arguments: ["", "// a comment", "\n\n"])
  func nothingIsNoStatement(code: String) throws {
    #expect(try statements(code) == [])
  }

  @Test func whatIsNoDumpIsRefused() {
    for text in ["", "x", "[]", "{\"items\":3}", "{\"items\":[{}]}"] {
      #expect(throws: (any Error).self, "\(text)") { try ParseTree(dump: Data(text.utf8)) }
    }
  }
}
