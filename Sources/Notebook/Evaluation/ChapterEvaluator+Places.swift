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
    let kept = CompilerMessage.parse(result.messages).filter {
      // A warning about the engine's own lines is none of the author's.
      $0.severity == .error
        || least == .warning && $0.file == Program.chapterFile && !$0.snippet.hasPrefix(Program.valueCall)
    }.map { diagnostic($0, end: end) }
    if result.succeeded || kept.containsError { return kept }
    let words = result.messages.trimmingCharacters(in: .whitespacesAndNewlines)
    return kept + [Diagnostic(path: chapter.path, "the compiler failed: \(words)")]
  }

  private func diagnostic(_ message: CompilerMessage, end: SourcePosition) -> Diagnostic {
    let place = message.position
    // What is said of the call around a last expression is said of the line below, where the expression begins.
    let isOfCall = message.snippet.hasPrefix(Program.valueCall)
    let position =
      message.file == Program.chapterFile
      ? position(line: isOfCall ? place.line + 1 : place.line, column: isOfCall ? 1 : place.column) : end
    return Diagnostic(
      message.severity, path: chapter.path, at: position, message.text,
      notes: message.notes.filter { $0.file == Program.chapterFile }.map { diagnostic($0, end: end) })
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
