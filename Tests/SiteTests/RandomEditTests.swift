import CommonMark
import Foundation
import Notebook
import Testing

@testable import Site

/// Chapters with random damage end in a page or in a diagnostic with a line.
@Suite struct RandomEditTests {
  /// A chapter that builds, with some of everything.
  private static let texts: [String] = {
    let chapters = Workshop.package.appending(path: "chapters")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: chapters.path)) ?? []
    let texts = names.sorted().filter { $0.hasSuffix(".md") && $0 != "SUMMARY.md" }.compactMap {
      try? String(contentsOf: chapters.appending(path: $0), encoding: .utf8)
    }
    return texts
  }()

  /// A text with some lines or bytes deleted, doubled, swapped or changed.
  private func damaged(_ text: String, using random: inout SeededGenerator) -> [UInt8] {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    for _ in 0..<Int.random(in: 0...3, using: &random) {
      let (here, there) = (
        lines.indices.randomElement(using: &random) ?? 0, lines.indices.randomElement(using: &random) ?? 0
      )
      switch Int.random(in: 0..<4, using: &random) {
      case 0: lines.remove(at: here)
      case 1: lines.insert(lines[here], at: there)
      case 2: lines.swapAt(here, there)
      default: lines[here] = "> - " + lines[here]
      }
      if lines.isEmpty { lines = [""] }
    }
    var bytes = Array(lines.joined(separator: "\n").utf8)
    for _ in 0..<Int.random(in: 0...3, using: &random) {
      guard let here = bytes.indices.randomElement(using: &random),
        let there = bytes.indices.randomElement(using: &random)
      else { break }
      switch Int.random(in: 0..<5, using: &random) {
      case 0: bytes.remove(at: here)
      case 1: bytes.insert(bytes[here], at: there)
      case 2: bytes.swapAt(here, there)
      case 3:
        bytes[here] = [0, 0x0A, 0x0D, 0x09, 0x60, 0x5C, 0xFF, 0x22][Int.random(in: 0..<8, using: &random)]
      default: bytes.removeSubrange(here..<min(here + 40, bytes.count))
      }
    }
    return bytes
  }

  private func expectPlaces(_ diagnostics: [Diagnostic], in bytes: [UInt8], _ words: Comment) {
    let lines = SourceLines(bytes)
    let form = ConsoleForm { _ in lines }
    for diagnostic in diagnostics {
      #expect((1...max(lines.count, 1)).contains(diagnostic.range.lowerBound.line), words)
      #expect(!form.text(of: diagnostic).isEmpty && diagnostic.json.hasPrefix("{"), words)
    }
  }

  @Test func fiveHundredDamagedChaptersAreReadOrRefused() throws {
    let files = try TemporaryBook(["a": "# A\n"])
    let alone = try Book(readingAt: files.book.path)
    #expect(!Self.texts.isEmpty)
    var read = 0
    for seed in 0..<500 as Range<UInt64> {
      var random = SeededGenerator(seed: seed)
      let bytes = damaged(try #require(Self.texts.randomElement(using: &random)), using: &random)
      do throws(Failure) {
        let chapter = try Chapter(reading: bytes, path: "a.md", name: "a")
        read += 1
        expectPlaces(chapter.warnings, in: bytes, "seed \(seed)")
        #expect(!Article(chapter.document, pieces: chapter.pieces, in: alone).html.isEmpty, "seed \(seed)")
      } catch {
        #expect(error.diagnostics.containsError, "seed \(seed)")
        expectPlaces(error.diagnostics, in: bytes, "seed \(seed)")
      }
    }
    // Most edits leave a chapter that can be read.
    #expect((100..<500).contains(read))
  }

  /// A chapter of a few cells: what is compiled and run is damaged.
  private static let cells = """
    # A

    Some *prose* with `\\(1 + 1)` in it.

    ```swift id=one caption="One"
    let numbers = [3, 1, 2]
    func twice(_ x: Int) -> Int { 2 * x }
    numbers.map(twice)
    ```

    > - ```swift hidden
    >   var sum = 0
    >   for x in numbers { sum += x }
    >   ```

    The sum is `\\(sum)`.

    ```swift
    claim("it adds up", sum, equals: 6)
    print("é", sum)
    ```

    ```swift fails
    let a: Int = ""
    ```
    """

  @Test(arguments: 1000..<1016 as Range<UInt64>)
  func aDamagedChapterIsBuiltOrRefused(seed: UInt64) async throws {
    var random = SeededGenerator(seed: seed)
    let bytes = damaged(Self.cells, using: &random)
    let book = try TemporaryBook(["a": ""])
    try Data(bytes).write(to: book.book.appending(path: "a.md"))
    let report = try await book.build(limits: Limits(seconds: 10))
    expectPlaces(report.diagnostics, in: bytes, "seed \(seed)")
    let page = book.site.appending(path: "a.html")
    #expect(
      FileManager.default.fileExists(atPath: page.path) != report.diagnostics.containsError, "seed \(seed)")
  }
}
