import CommonMark
import Display
import Foundation

/// Compiles and runs one chapter.
///
/// 1. The compiler's parser says where the statements of each cell begin (`outline`).
/// 2. The cells that run become one program, which is compiled and run (`runMain`).
/// 3. Where the program fails, its backtrace or the last statement that it reached is the place (`diagnostic`).
/// 4. Each `fails` cell is checked, and each `traps` cell run, behind the cells before it.
struct ChapterEvaluator {
  let chapter: Chapter
  let toolchain: Toolchain
  let limits: Limits
  /// The book's folder, which programs run in.
  let folder: URL
  /// A folder of the chapter's own, which is made for a run and removed after it.
  let scratch: URL
  let progress: @Sendable (Stage) -> Void
  /// What is known of earlier runs.
  var cache: ChapterCache?

  /// The lines that the compiler and the program know.
  var lines: CodeLines { CodeLines(of: chapter) }

  /// The chapter's pieces that are part of its program, with their indices.
  var running: [(index: Int, piece: Chapter.Piece)] {
    chapter.pieces.enumerated().filter { $0.element.runs }.map { ($0.offset, $0.element) }
  }

  /// What is known of the chapter without running it; none where it must be run.
  func known() -> Evaluation? {
    if chapter.pieces.isEmpty { return Evaluation(transcript: .empty, diagnostics: []) }
    let missing = missingFiles
    if !missing.isEmpty { return Evaluation(transcript: .empty, diagnostics: missing) }
    return cache?.record(of: chapter.path, key: cacheKey).map(evaluation)
  }

  /// Runs the chapter.
  func evaluate() async throws -> Evaluation {
    // What changes while the chapter runs must count as changed.
    let key = cacheKey
    var (evaluation, record) = (Evaluation(transcript: .empty, diagnostics: []), ChapterRecord())
    let start = ContinuousClock.now
    try FileManager.default.createDirectory(at: scratch, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: scratch) }
    progress(.compiling)
    do {
      let outline = try await outline()
      (evaluation.transcript, evaluation.diagnostics) = try await runMain(outline, recording: &record)
    } catch let failure as Failure {
      evaluation.diagnostics += failure.diagnostics
    }
    for (index, piece) in chapter.pieces.enumerated() {
      guard case .cell(let cell) = piece, cell.kind == .fails || cell.kind == .traps else { continue }
      do {
        let output =
          cell.kind == .fails
          ? try await compilerWords(of: cell, index) : try await trapMessage(of: cell, index)
        record.expectedFailures[index] = output
      } catch let failure as Failure {
        evaluation.diagnostics += failure.diagnostics
      }
    }
    show(record.expectedFailures, in: &evaluation.transcript)
    evaluation.diagnostics = evaluation.diagnostics.inReadingOrder
    if !evaluation.diagnostics.containsError {
      record.seconds = (ContinuousClock.now - start) / .seconds(1)
      cache?.keep(record, of: chapter.path, key: key)
    }
    progress(.done)
    return evaluation
  }

  /// What a record says, at the places that the chapter's pieces have now.
  private func evaluation(of record: ChapterRecord) -> Evaluation {
    let warnings = Toolchain.Result(succeeded: true, output: Data(), messages: record.messages)
    var transcript = record.transcript
    show(record.expectedFailures, in: &transcript)
    return Evaluation(
      transcript: transcript, diagnostics: diagnostics(of: warnings, keeping: .warning).inReadingOrder,
      isFromCache: true)
  }

  private func show(_ expectedFailures: [Int: String], in transcript: inout Transcript) {
    for (index, output) in expectedFailures { transcript.outputs[index] = [.output(.printed(output))] }
  }

  // MARK: The program

  /// The statements of each piece, with offsets in the piece.
  private func outline() async throws -> [Int: [ParseTree.Statement]] {
    guard !running.isEmpty else { return [:] }
    let program = Program(running, at: lines, for: .outline)
    let result = try await toolchain.parse(try write(program, as: "outline"))
    guard result.succeeded else {
      throw try await faultsOfPiecesAlone(else: diagnostics(of: result, keeping: .error))
    }
    guard let tree = try? ParseTree(dump: result.output) else {
      throw Failure(
        .unknownCompiler, path: chapter.path,
        "this version of the Swift compiler describes a parsed file in an unknown way")
    }
    var outline: [Int: [ParseTree.Statement]] = [:]
    for statement in tree.statements {
      guard let (index, range) = program.ranges.first(where: { $0.value.contains(statement.start) }) else {
        continue
      }
      if !range.contains(statement.lastToken) { throw try await faultsOfPiecesAlone(else: [unended(index)]) }
      var local = statement
      local.start -= range.lowerBound
      local.lastToken -= range.lowerBound
      outline[index, default: []].append(local)
    }
    outline = outline.mapValues { $0.sorted { $0.start < $1.start } }
    let early = usesBeforeDeclaration(outline)
    if !early.isEmpty { throw Failure(early) }
    return outline
  }

  /// Variables that are read above their declaration. Swift lets that pass at the top level of a program, and gives 0
  /// for what has no value yet.
  private func usesBeforeDeclaration(_ outline: [Int: [ParseTree.Statement]]) -> [Diagnostic] {
    let statements = running.flatMap { index, _ in (outline[index] ?? []).map { (index, $0) } }
    var found: [Diagnostic] = []
    var undeclared: [String: SourcePosition] = [:]
    for (index, statement) in statements.reversed() {
      let place = position(of: statement, index)
      for name in statement.uses.sorted() {
        guard let declaration = undeclared[name] else { continue }
        found.append(
          Diagnostic(
            .usedBeforeDeclaration, path: chapter.path, at: place, "'\(name)' is used before it is declared",
            notes: [Diagnostic.Note(path: chapter.path, at: declaration, "it is declared here")]))
      }
      if let variable = statement.variable { undeclared[variable] = place }
    }
    return found
  }

  /// Where a statement of a piece begins.
  private func position(of statement: ParseTree.Statement, _ index: Int) -> SourcePosition {
    guard case .cell(let cell) = chapter.pieces[index] else { return chapter.pieces[index].position }
    let place = SourceLines(Array(cell.code.utf8)).position(of: statement.start)
    return cell.position(line: cell.firstLine + place.line - 1, column: place.column)
  }

  private func unended(_ index: Int) -> Diagnostic {
    Diagnostic(
      .cellNotEnded, path: chapter.path, at: place(ofPiece: index),
      "something that begins in this cell does not end in it")
  }

  /// What the parser finds wrong with each piece by itself: a bracket or quotation that one cell leaves open
  /// would else be reported in a later one.
  ///
  /// - Parameter joint: what is wrong where nothing is wrong with any piece by itself.
  private func faultsOfPiecesAlone(else joint: [Diagnostic]) async throws -> Failure {
    var found: [Diagnostic] = []
    for (index, piece) in running {
      let program = Program([(index, piece)], at: lines, for: .outline)
      let result = try await toolchain.parse(try write(program, as: "piece\(index)"))
      found += diagnostics(of: result, keeping: .error, end: piece.end)
    }
    return Failure(found.isEmpty ? joint : found)
  }

  private func runMain(
    _ outline: [Int: [ParseTree.Statement]], recording record: inout ChapterRecord
  ) async throws -> (transcript: Transcript, diagnostics: [Diagnostic]) {
    guard !running.isEmpty else { return (.empty, []) }
    let source = try write(Program(running, at: lines, for: .run, outline: outline), as: "chapter")
    let executable = scratch.appending(path: "chapter")
    let compiled = try await toolchain.compile(source, to: executable)
    let said = diagnostics(of: compiled, keeping: .warning)
    guard compiled.succeeded else { throw Failure(said) }
    progress(.running)
    let run = try await self.run(executable, name: "run")
    let transcript = run.transcript
    let lines = lines
    var diagnostics = said + transcript.claims.filter { !$0.holds }.map { falseClaim($0, at: lines) }
    if run.ending == .finished {
      if transcript.begun != running.map(\.index) {
        throw try await faultsOfPiecesAlone(else: [unended(transcript.begun.last ?? 0)])
      }
    } else {
      diagnostics.append(diagnostic(for: run, transcript))
    }
    (record.messages, record.events, record.printed) = (compiled.messages, Data(run.told), Data(run.printed))
    return (transcript, diagnostics)
  }

  private func falseClaim(_ claim: ClaimRecord, at lines: CodeLines) -> Diagnostic {
    let measured = claim.measured.isEmpty ? "" : " (\(claim.measured))"
    return Diagnostic(
      .falseClaim, path: chapter.path, at: lines.position(line: claim.line, column: claim.column) ?? .start,
      "this claim is false: \(claim.statement)\(measured)")
  }
}
