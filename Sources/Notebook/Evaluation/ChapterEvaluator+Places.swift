import CommonMark
import Foundation

// Files of the compiler and the runs, and what was said of them at places of the chapter.

extension ChapterEvaluator {
  func write(_ program: Program, as name: String) throws -> URL {
    // A file named main.swift is a program; every one has a folder of its own.
    let folder = scratch.appending(path: "\(name).program", directoryHint: .isDirectory)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let file = folder.appending(path: "main.swift")
    try Data(program.text.utf8).write(to: file)
    return file
  }

  func run(_ executable: URL, name: String) async throws -> ChapterRun {
    let files = scratch.appending(path: name, directoryHint: .isDirectory)
    try FileManager.default.createDirectory(at: files, withIntermediateDirectories: true)
    return try await ChapterRun(
      executable, scratch: files, folder: folder, reading: declaredFiles, limits: limits)
  }

  /// The place in the chapter of a line and a column that the compiler was told.
  func position(line: Int, column: Int) -> SourcePosition {
    lines.position(line: line, column: column) ?? .start
  }

  /// What the compiler said, at places of the chapter.
  ///
  /// - Parameter end: the place of what the compiler finds at the end of the file.
  func diagnostics(
    of result: Toolchain.Result, keeping least: Diagnostic.Severity, end: SourcePosition? = nil
  ) -> [Diagnostic] {
    let end = end ?? running.last?.piece.end ?? .start
    let kept = result.messages.filter {
      // A warning about the engine's own lines is none of the author's.
      $0.isError || least == .warning && $0.file == Program.chapterFile && !$0.isOfCall
    }.map { diagnostic($0, end: end) }
    if result.succeeded || kept.containsError { return kept }
    let words = result.words.trimmingCharacters(in: .whitespacesAndNewlines)
    return kept + [Diagnostic(.compilerFailed, path: chapter.path, "the compiler failed: \(words)")]
  }

  private func diagnostic(_ message: CompilerMessage, end: SourcePosition) -> Diagnostic {
    Diagnostic(
      .compiler, message.isError ? .error : .warning, path: chapter.path, at: range(of: message, end: end),
      message.text,
      notes: message.notes.filter { $0.file == Program.chapterFile }.map { note in
        Diagnostic.Note(
          path: chapter.path, at: range(of: note, end: end), note.text, repair: repair(of: note))
      }, repair: repair(of: message))
  }

  /// What a message means: the stretch that the compiler names at its place, or the word that stands there.
  private func range(of message: CompilerMessage, end: SourcePosition) -> Range<SourcePosition> {
    guard message.file == Program.chapterFile else { return end..<end }
    // What is said of the call around a last expression is said of the line below, where the expression begins.
    if message.isOfCall {
      let start = position(line: message.position.line + 1, column: 1)
      return start..<start
    }
    let start = position(of: message.position)
    if let named = message.ranges.first(where: { $0.lowerBound == message.position }) {
      return start..<max(start, position(of: named.upperBound))
    }
    let word = chapter.document.lines[start.line].dropFirst(start.column - 1).prefix { byte in
      byte == UInt8(ascii: "_") || byte >= 0x80 || Character(Unicode.Scalar(byte)).isLetter
        || Character(Unicode.Scalar(byte)).isNumber
    }
    return start..<SourcePosition(line: start.line, column: start.column + word.count)
  }

  private func repair(of message: CompilerMessage) -> Repair? {
    guard message.file == Program.chapterFile, !message.isOfCall, !message.repairs.isEmpty else { return nil }
    return Repair(
      message.repairs.map { edit in
        let start = position(of: edit.range.lowerBound)
        return Repair.Edit(start..<max(start, position(of: edit.range.upperBound)), to: edit.text)
      })
  }

  private func position(of place: SourcePosition) -> SourcePosition {
    position(line: place.line, column: place.column)
  }
}

extension Chapter.Piece {
  /// Where the piece's code ends.
  var end: SourcePosition {
    switch self {
    case .cell(let cell): SourcePosition(line: cell.lines.upperBound, column: 1)
    case .number(let number): number.position
    }
  }
}
