import Foundation
import Highlighting
import Testing

/// Whatever the text, its tokens are the text.
@Suite struct WholenessTests {
  @Test(arguments: 0..<8) func fragmentsInAnyOrder(seed: Int) {
    var generator = SeededGenerator(state: UInt64(seed))
    for count in 0..<1000 {
      let text = Fragments.text(count % 40, using: &generator)
      #expect(isWhole(text), "\(text.debugDescription)")
    }
  }

  @Test func anySnippetWithAnyMistake() {
    var generator = SeededGenerator(state: 42)
    for (source, _) in Snippets.all {
      #expect(isWhole(source), "\(source.debugDescription)")
      for _ in 0..<100 {
        let text = Fragments.mutation(of: source, using: &generator)
        #expect(isWhole(text), "\(text.debugDescription)")
      }
    }
  }

  @Test(arguments: Fragments.all) func aFragmentAlone(text: String) {
    #expect(isWhole(text))
    #expect(isWhole(text + text))
  }

  @Test func everySourceFileHere() throws {
    let sources = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Sources")
    let files = try #require(FileManager.default.enumerator(at: sources, includingPropertiesForKeys: nil))
      .compactMap { $0 as? URL }.filter { $0.pathExtension == "swift" }
    #expect(!files.isEmpty)
    for file in files {
      let text = try String(contentsOf: file, encoding: .utf8)
      #expect(isWhole(text), "\(file.path)")
      // Were a literal or a comment to end in the wrong place, a bracket would be missing.
      let plain = Highlighting.spans(of: text).filter { $0.kind == .plain }.map(\.text)
      for (opening, closing) in ["()", "[]", "{}"].map({ ($0.prefix(1), $0.suffix(1)) }) {
        #expect(plain.count { $0 == opening } == plain.count { $0 == closing }, "\(file.path): \(opening)")
      }
    }
  }
}
