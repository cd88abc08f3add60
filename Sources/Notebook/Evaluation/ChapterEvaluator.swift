import CommonMark
import Display
import Foundation

/// Compiles and runs one chapter.
///
/// 1. The compiler's parser says where the statements of each cell begin (`outline`).
/// 2. The cells that run become one program, which is compiled and run (`runMain`).
/// 3. Where it fails, it is compiled again without optimisation and run for the place of the failure.
/// 4. Each `fails` cell is checked, and each `traps` cell run, behind the cells before it.
struct ChapterEvaluator {
  let chapter: Chapter
  let toolchain: Toolchain
  let limits: Limits
  /// The book's folder, which programs run in.
  let folder: URL
  /// An empty folder of the chapter's own.
  let scratch: URL
  let progress: @Sendable (Stage) -> Void

  /// The chapter's pieces that are part of its program, with their indices.
  private var running: [(index: Int, piece: Chapter.Piece)] {
    chapter.pieces.enumerated().filter { $0.element.runs }.map { ($0.offset, $0.element) }
  }

  func evaluate() async throws -> Evaluation {
    var evaluation = Evaluation(transcript: Transcript(), diagnostics: [])
    progress(.compiling)
    do {
      let outline = try await outline()
      let run = try await runMain(outline)
      evaluation.transcript = run.transcript
      evaluation.diagnostics += run.diagnostics
    } catch let failure as Failure {
      evaluation.diagnostics += failure.diagnostics
    }
    for (index, piece) in chapter.pieces.enumerated() {
      guard case .cell(let cell) = piece, cell.kind == .fails || cell.kind == .traps else { continue }
      do {
        let output =
          cell.kind == .fails ? try await compilerWords(of: cell, index) : try await trapMessage(of: cell, index)
        if let output { evaluation.transcript.outputs[index] = [.output(.printed(output))] }
      } catch let failure as Failure {
        evaluation.diagnostics += failure.diagnostics
      }
    }
    evaluation.diagnostics = evaluation.diagnostics.inReadingOrder
    progress(.done)
    return evaluation
  }

  // MARK: The program

  /// The statements of each piece, with offsets in the piece.
  private func outline() async throws -> [Int: [ParseTree.Statement]] {
    guard !running.isEmpty else { return [:] }
    let program = Program(running, for: .outline)
    let result = try await toolchain.parse(try write(program, as: "outline"))
    guard result.succeeded else {
      let joint = diagnostics(of: result, keeping: .error)
      let alone = try await faultsOfPiecesAlone()
      throw Failure(alone.isEmpty ? joint : alone)
    }
    guard let tree = try? ParseTree(dump: result.output) else {
      throw Failure(path: chapter.path, "this version of the Swift compiler describes a parsed file in an unknown way")
    }
    var outline: [Int: [ParseTree.Statement]] = [:]
    for statement in tree.statements {
      guard let (index, range) = program.ranges.first(where: { $0.value.contains(statement.start) }) else { continue }
      if !range.contains(statement.lastToken) { throw Failure(try await faultsOfPiecesAlone()) }
      var local = statement
      local.start -= range.lowerBound
      local.lastToken -= range.lowerBound
      outline[index, default: []].append(local)
    }
    return outline.mapValues { $0.sorted { $0.start < $1.start } }
  }

  /// What the parser finds wrong with each piece by itself: a bracket or quotation that one cell leaves open
  /// would else be reported in a later one.
  private func faultsOfPiecesAlone() async throws -> [Diagnostic] {
    var found: [Diagnostic] = []
    for (index, piece) in running {
      let program = Program([(index, piece)], for: .outline)
      let result = try await toolchain.parse(try write(program, as: "piece\(index)"))
      found += diagnostics(of: result, keeping: .error, end: piece.end)
    }
    return found
  }

  private func runMain(_ outline: [Int: [ParseTree.Statement]]) async throws -> (
    transcript: Transcript, diagnostics: [Diagnostic]
  ) {
    guard !running.isEmpty else { return (Transcript(), []) }
    let source = try write(Program(running, for: .run, outline: outline), as: "chapter")
    let executable = scratch.appending(path: "chapter")
    let compiled = try await toolchain.compile(source, to: executable, locating: false)
    let said = diagnostics(of: compiled, keeping: .warning)
    guard compiled.succeeded else { throw Failure(said) }
    progress(.running)
    let run = try await self.run(executable, name: "run")
    let transcript = Transcript(events: run.events, printed: run.printed)
    var diagnostics = said + transcript.claims.filter { !$0.holds }.map(falseClaim)
    if run.ending == .finished {
      if transcript.begun != running.map(\.index) { throw Failure(try await faultsOfPiecesAlone()) }
    } else {
      diagnostics.append(try await diagnostic(for: run, transcript, outline))
    }
    return (transcript, diagnostics)
  }

  private func falseClaim(_ claim: ClaimRecord) -> Diagnostic {
    let measured = claim.measured.isEmpty ? "" : " (\(claim.measured))"
    return Diagnostic(
      path: chapter.path, at: position(line: claim.line, column: claim.column),
      "this claim is false: \(claim.statement)\(measured)")
  }

  // MARK: A run that failed

  /// Says how a run failed, at the place where it did.
  private func diagnostic(
    for run: ChapterRun, _ transcript: Transcript, _ outline: [Int: [ParseTree.Statement]]
  ) async throws -> Diagnostic {
    let cell = transcript.begun.last.map { chapter.pieces[$0].position } ?? .start
    switch run.ending {
    case .finished: return Diagnostic(path: chapter.path, at: cell, "the program ended")
    case .exceeded(let limit):
      return Diagnostic(path: chapter.path, at: cell, "this cell \(words(for: limit))")
    case .killed(let signal):
      return Diagnostic(path: chapter.path, at: cell, "signal \(signal) ended the program in this cell")
    case .exited(let status):
      return Diagnostic(
        path: chapter.path, at: try await locate(outline)?.position ?? cell,
        "the program ended here with status \(status), before the chapter's end")
    case .trapped(let crash):
      let place = try await locate(outline)
      let notes = (place?.callers ?? []).map { Diagnostic(.note, path: chapter.path, at: $0, "called from here") }
      return Diagnostic(
        path: chapter.path, at: place?.position ?? cell,
        place?.message ?? crash.message ?? "the program trapped", notes: notes)
    }
  }

  private func words(for limit: ChapterRun.Limit) -> String {
    switch limit {
    case .time: "did not end within \(limits.seconds.formatted()) s"
    case .memory: "needed more than \(limits.memory >> 20) MB of memory"
    case .output: "wrote more than \(limits.output >> 20) MB"
    }
  }

  /// Where a program fails: compiled without optimisation and run once more.
  private func locate(_ outline: [Int: [ParseTree.Statement]]) async throws -> (
    position: SourcePosition, callers: [SourcePosition], message: String?
  )? {
    let source = try write(Program(running, for: .locate, outline: outline), as: "locate")
    let executable = scratch.appending(path: "locate")
    guard try await toolchain.compile(source, to: executable, locating: true).succeeded else { return nil }
    let run = try await self.run(executable, name: "locate-run")
    let reached = Transcript(events: run.events, printed: run.printed).lastReached
    guard case .trapped(let crash) = run.ending else { return reached.map { ($0, [], nil) } }
    let places = crash.places.map { position(line: $0.line, column: $0.column) }
    guard let first = places.first ?? reached else { return nil }
    var callers: [SourcePosition] = []
    // A recursion would repeat its line for every call of it.
    for place in places.dropFirst() where place != callers.last { callers.append(place) }
    return (first, callers, crash.message)
  }

  // MARK: Cells that must not succeed

  /// What the compiler says of a `fails` cell; none where a cell before it keeps that from being known.
  private func compilerWords(of cell: Cell, _ index: Int) async throws -> String? {
    let program = Program(before(index) + [(index, .cell(cell))], for: .locate)
    let result = try await toolchain.check(try write(program, as: "fails\(index)"))
    let messages = CompilerMessage.parse(result.messages)
    let errors = messages.filter { $0.severity == .error }
    let own = errors.filter { cell.lines.contains($0.position.line) || $0.file == Program.ownFile }
    if own.isEmpty, !errors.isEmpty { return nil }
    guard !own.isEmpty else {
      throw Failure(path: chapter.path, at: cell.opening, "this cell compiles, and it is marked 'fails'")
    }
    return own.map { message in
      let line = min(max(message.position.line - cell.firstLine + 1, 1), cell.indents.count)
      return "line \(line): error: \(message.text)"
    }.joined(separator: "\n") + "\n"
  }

  /// The message with which a `traps` cell traps; none where a cell before it keeps that from being known.
  private func trapMessage(of cell: Cell, _ index: Int) async throws -> String? {
    let program = Program(before(index) + [(index, .cell(cell))], for: .locate)
    let executable = scratch.appending(path: "traps\(index)")
    let compiled = try await toolchain.compile(
      try write(program, as: "traps\(index)"), to: executable, locating: true)
    guard compiled.succeeded else {
      throw Failure(diagnostics(of: compiled, keeping: .error).filter { cell.lines.contains($0.range.start.line) })
    }
    progress(.running)
    let run = try await self.run(executable, name: "traps-run\(index)")
    guard Transcript(events: run.events, printed: run.printed).begun.last == index else { return nil }
    switch run.ending {
    case .trapped(let crash): return (crash.message ?? "the program trapped") + "\n"
    case .exceeded(let limit):
      throw Failure(path: chapter.path, at: cell.opening, "this cell \(words(for: limit)), and it is marked 'traps'")
    case .finished, .exited, .killed:
      throw Failure(path: chapter.path, at: cell.opening, "this cell does not trap, and it is marked 'traps'")
    }
  }

  private func before(_ index: Int) -> [(index: Int, piece: Chapter.Piece)] {
    running.filter { $0.index < index }
  }

  // MARK: Files and places

  private func write(_ program: Program, as name: String) throws -> URL {
    // A file named main.swift is a program; every one has a folder of its own.
    let folder = scratch.appending(path: "\(name).program", directoryHint: .isDirectory)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let file = folder.appending(path: "main.swift")
    try Data(program.text.utf8).write(to: file)
    return file
  }

  private func run(_ executable: URL, name: String) async throws -> ChapterRun {
    let files = scratch.appending(path: name, directoryHint: .isDirectory)
    try FileManager.default.createDirectory(at: files, withIntermediateDirectories: true)
    return try await ChapterRun(executable, scratch: files, folder: folder, limits: limits)
  }

  /// The place in the chapter of a line and a column that the compiler was told.
  private func position(line: Int, column: Int) -> SourcePosition {
    chapter.cells.first { $0.lines.contains(line) }?.position(line: line, column: column)
      ?? SourcePosition(line: line, column: column)
  }

  /// What the compiler said, at places of the chapter.
  ///
  /// - Parameter end: the place of what the compiler finds at the end of the file.
  private func diagnostics(
    of result: Toolchain.Result, keeping least: Diagnostic.Severity, end: SourcePosition? = nil
  ) -> [Diagnostic] {
    let end = end ?? running.last?.piece.end ?? .start
    let kept = CompilerMessage.parse(result.messages).filter {
      // A warning about the call around a last expression is none of the author's.
      $0.severity == .error || least == .warning && !$0.snippet.hasPrefix(Program.valueCall)
    }.map { diagnostic($0, end: end) }
    if result.succeeded || kept.containsError { return kept }
    let words = result.messages.trimmingCharacters(in: .whitespacesAndNewlines)
    return kept + [Diagnostic(path: chapter.path, "the compiler failed: \(words)")]
  }

  private func diagnostic(_ message: CompilerMessage, end: SourcePosition) -> Diagnostic {
    var place = message.position
    if message.file != Program.chapterFile {
      place = end
    } else if message.snippet.hasPrefix(Program.valueCall) {
      // Said of the call around a last expression, which begins on the next line.
      place = SourcePosition(line: place.line + 1, column: 1)
    }
    return Diagnostic(
      message.severity, path: chapter.path, at: position(line: place.line, column: place.column), message.text,
      notes: message.notes.filter { $0.file == Program.chapterFile }.map { diagnostic($0, end: end) })
  }
}

extension Chapter.Piece {
  /// Where the piece's code ends.
  fileprivate var end: SourcePosition {
    switch self {
    case .cell(let cell): SourcePosition(line: cell.lines.upperBound, column: 1)
    case .number(let number): number.position
    }
  }
}
