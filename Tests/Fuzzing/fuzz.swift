import CommonMark
import Display
import Foundation

@testable import Notebook
@testable import Site

// What libFuzzer calls with each input: all that reads text from outside, without running it.

/// Reads an input as a chapter, as a summary, and as what a chapter's program tells.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  readChapter(bytes)
  readSummary(bytes)
  let transcript = Transcript(events: TimedEvent.decode(bytes), printed: bytes)
  precondition(transcript.outputs.keys.allSatisfy { transcript.begun.contains($0) })
  return 0
}

private func readChapter(_ bytes: [UInt8]) {
  do throws(Failure) {
    let chapter = try Chapter(reading: bytes, path: "a.md", name: "a")
    check(chapter.warnings, of: bytes)
    let lines = CodeLines(of: chapter)
    for (index, piece) in chapter.pieces.enumerated() {
      precondition(chapter.document.lines.count >= piece.position.line && piece.position.column > 0)
      let line = lines.start(of: index)
      precondition(lines.position(line: line, column: 1).map { $0.line >= piece.position.line } != false)
    }
    let running = chapter.pieces.enumerated().filter { $0.element.runs }.map { ($0.offset, $0.element) }
    _ = Program(running, at: lines, for: .run)
    var transcript = Transcript.empty
    for index in chapter.pieces.indices { transcript.outputs[index] = [.output(.value("<1>"))] }
    let book = book(of: chapter)
    let names = BookNames(of: book, transcripts: [transcript])
    _ = names.diagnostics(of: book)
    func article(placed: Bool) -> String {
      Article(
        chapter.document, source: chapter.name, pieces: chapter.pieces, formulas: chapter.formulas,
        ledgers: chapter.ledgers, transcript: transcript, page: names.page(0), book: names, placed: placed
      ).html
    }
    let (plain, placed) = (article(placed: false), article(placed: true))
    // The text may itself hold what is taken out.
    if !plain.contains("data-sourcepos") {
      precondition(PlacedLines(placed, isOfOneText: true).lines.joined(separator: "\n") == plain)
    }
  } catch {
    precondition(error.diagnostics.containsError)
    check(error.diagnostics, of: bytes)
  }
}

private func readSummary(_ bytes: [UInt8]) {
  let document = Document(parsing: bytes)
  let summary = Summary(of: document)
  precondition(summary.lines.allSatisfy { $0.depth >= 0 && $0.position.line <= document.lines.count })
  for line in summary.lines {
    _ = line.destination.flatMap { ChapterLink($0, in: nil) }?.likely(among: ["a", "b/c"])
  }
  check(
    deadLinks(in: document, path: "a.md", name: nil, names: ["a", "b/c"], entries: []), of: bytes)
}

/// Writes diagnostics in every form, and sees to it that they stand in the text.
private func check(_ diagnostics: [Diagnostic], of bytes: [UInt8]) {
  let lines = SourceLines(bytes)
  let form = ConsoleForm { _ in lines }
  for diagnostic in diagnostics {
    precondition((1...max(lines.count, 1)).contains(diagnostic.range.lowerBound.line))
    precondition(diagnostic.range.lowerBound.column > 0)
    precondition(!form.text(of: diagnostic).isEmpty && diagnostic.json.first == "{")
  }
}

private func book(of chapter: Chapter) -> Book {
  Book(
    path: "", title: "", summary: Document(parsing: ""), formulas: [:], contents: [], chapters: [chapter],
    settings: BookSettings(), warnings: [])
}
