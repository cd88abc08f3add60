import Testing

@testable import Mathematics

/// Input that no author writes: it is read to its end, quickly, and never traps.
@Suite struct RobustnessTests {
  /// Reads a formula and, if it can be read, writes it; the identifiers of its errors.
  @discardableResult
  private func identifiers(_ latex: String) -> [String] {
    do throws(FormulaErrors) {
      let formula = try Formula(parsing: latex, palette: ["z": "z"])
      for display in [false, true] { #expect(formula.mathML(display: display).hasSuffix("</math>")) }
      return []
    } catch {
      #expect(!error.errors.isEmpty)
      for error in error.errors {
        #expect(error.range.lowerBound >= 0 && error.range.upperBound <= latex.utf8.count)
      }
      return error.errors.map(\.identifier)
    }
  }

  @Test(arguments: [
    "{", #"\frac"#, #"\sqrt{"#, "x^{", #"\left("#, #"\begin{matrix}"#, #"\hat"#, #"\text{"#, #"\text{$"#,
    #"\mathbf{"#,
    #"\not"#, #"\displaystyle"#, #"\color{z}{"#, #"\substack{"#, #"\sqrt["#, #"\overset a"#, #"\boxed"#,
    #"\bm"#,
  ])
  func deepNestsAreErrors(opening: String) {
    #expect(identifiers(String(repeating: opening, count: 100_000)).contains("nested-too-deep"))
  }

  @Test func nestsUpToTheLimitAreWritten() {
    let depth = Parser.depthLimit - 1
    for (opening, closing) in [("{", "}"), ("x^{", "}"), (#"\left("#, #"\right)"#), (#"\sqrt["#, "]x")] {
      let nest = String(repeating: opening, count: depth) + "x" + String(repeating: closing, count: depth)
      #expect(identifiers(nest) == [], "\(opening)")
    }
    #expect(identifiers(String(repeating: "{", count: depth + 1) + "x") == ["nested-too-deep"])
  }

  @Test(arguments: [
    "x", "x^2", "x'", "'", "}", "&", #"\\"#, "1", "a+", #"\alpha"#, #"\text{a}"#, #"\,"#, "|", #"\right)"#,
    "-", "(",
    #"\mathrm{ab}"#, "{}", #"\big("#, #"\sum"#, "\\", "~", "\n",
  ])
  func longFormulasAreReadInOnePass(part: String) {
    let clock = ContinuousClock()
    func time(_ count: Int) -> Duration {
      clock.measure { identifiers(String(repeating: part, count: count)) }
    }
    // Forty times as much in about forty times the time: a square would be sixteen hundred times.
    let short = max(time(500), .milliseconds(1))
    #expect(time(20_000) < short * 400, "\(part)")
  }

  @Test func randomBytesAreRead() {
    var state: UInt64 = 42
    func random(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    for _ in 0..<3_000 {
      let bytes = (0..<random(60)).map { _ in UInt8(truncatingIfNeeded: random(256)) }
      identifiers(String(decoding: bytes, as: UTF8.self))
    }
    let words =
      Symbols.commands.map { "\\" + $0 }
      + [
        "{", "}", "[", "]", "^", "_", "&", "\\\\", "'", "$", "(", ")", "|", "{matrix}", "{array}{c|c}",
        "{aligned}",
        "{z}", "x", "1", "+", "-", ".", " ", "*", "[2pt]", "é",
      ]
    for _ in 0..<6_000 {
      identifiers(
        (0..<random(25)).map { _ in words[random(3) == 0 ? random(words.count) : words.count - 1 - random(40)]
        }.joined())
    }
  }
}
