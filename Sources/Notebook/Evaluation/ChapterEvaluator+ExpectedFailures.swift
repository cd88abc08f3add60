import CommonMark

// Cells that must not succeed.

extension ChapterEvaluator {
  /// What the compiler says of a `fails` cell; none where a cell before it keeps that from being known.
  func compilerWords(of cell: Cell, _ index: Int) async throws -> String? {
    let program = Program(before(index) + [(index, .cell(cell))], at: lines, for: .run)
    let result = try await toolchain.check(try write(program, as: "fails\(index)"))
    let errors = result.messages.filter(\.isError)
    // What is found at the end of the file was left open in the cell.
    let own = errors.filter {
      $0.file != Program.chapterFile || lines.piece(at: $0.position.line) == index
    }
    if own.isEmpty, !errors.isEmpty { return nil }
    guard !own.isEmpty else {
      throw Failure(
        .cellCompiles, path: chapter.path, at: cell.opening, "this cell compiles, and it is marked 'fails'")
    }
    return own.map { message in
      let line =
        message.file == Program.chapterFile
        ? message.position.line - lines.start(of: index) + 1 : cell.indents.count
      return "line \(line): error: \(message.text)"
    }.joined(separator: "\n") + "\n"
  }

  /// The message with which a `traps` cell traps; none where a cell before it keeps that from being known.
  func trapMessage(of cell: Cell, _ index: Int) async throws -> String? {
    let program = Program(before(index) + [(index, .cell(cell))], at: lines, for: .run)
    let executable = scratch.appending(path: "traps\(index)")
    let compiled = try await toolchain.compile(
      try write(program, as: "traps\(index)"), to: executable)
    guard compiled.succeeded else {
      let end = Chapter.Piece.cell(cell).end
      let faults = diagnostics(of: compiled, keeping: .error, end: end)
      throw Failure(
        faults.filter { cell.lines.contains($0.range.lowerBound.line) || $0.range.lowerBound == end })
    }
    progress(.running)
    let run = try await self.run(executable, name: "traps-run\(index)")
    guard run.transcript.begun.last == index else { return nil }
    switch run.ending {
    case .trapped(let crash): return (crash.message ?? "the program trapped") + "\n"
    case .exceeded(let limit):
      throw Failure(
        limit.identifier, path: chapter.path, at: cell.opening,
        "this cell \(words(for: limit)), and it is marked 'traps'")
    case .finished, .exited, .killed:
      throw Failure(
        .cellDoesNotTrap, path: chapter.path, at: cell.opening,
        "this cell does not trap, and it is marked 'traps'")
    }
  }

  private func before(_ index: Int) -> [(index: Int, piece: Chapter.Piece)] {
    running.filter { $0.index < index }
  }
}
