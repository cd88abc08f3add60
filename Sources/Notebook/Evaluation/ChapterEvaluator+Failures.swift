import CommonMark

extension ChapterEvaluator {
  /// Says how a run failed, at the place where it did: the innermost line of the chapter that a backtrace names,
  /// else the last top-level statement that was reached, else the cell.
  func diagnostic(for run: ChapterRun, _ transcript: Transcript) -> Diagnostic {
    let cell = transcript.begun.last.map(place(ofPiece:)) ?? .start
    let reached =
      transcript.lastReached.flatMap { lines.position(line: $0.line, column: $0.column) } ?? cell
    switch run.ending {
    case .finished:
      return Diagnostic(
        .endedEarly, path: chapter.path, at: reached, "the program ended here, before the chapter's end")
    case .exited(let status):
      return Diagnostic(
        .endedEarly, path: chapter.path, at: reached,
        "the program ended here with status \(status), before the chapter's end")
    case .exceeded(let limit):
      return Diagnostic(limit.identifier, path: chapter.path, at: reached, "this \(words(for: limit))")
    case .killed(let signal):
      return Diagnostic(.killed, path: chapter.path, at: reached, "signal \(signal) ended the program here")
    case .trapped(let crash):
      let places = crash.places.map { position(line: $0.line, column: $0.column) }
      var callers: [SourcePosition] = []
      // A recursion would repeat its lines for every call of it.
      for place in places.dropFirst() where !callers.contains(place) { callers.append(place) }
      return Diagnostic(
        .trap, path: chapter.path, at: places.first ?? reached, crash.message ?? "the program trapped",
        notes: callers.map { Diagnostic.Note(path: chapter.path, at: $0, "called from here") })
    }
  }

  /// Where a piece begins that the program names; a program may name one that there is not.
  func place(ofPiece index: Int) -> SourcePosition {
    chapter.pieces.indices.contains(index) ? chapter.pieces[index].position : .start
  }

  /// What a program did that used more than it may.
  func words(for limit: ChapterRun.Limit) -> String {
    switch limit {
    case .time: "did not end within \(limits.seconds.formatted()) s"
    case .memory: "needed more than \(limits.memory >> 20) MB of memory"
    case .output: "wrote more than \(limits.output >> 20) MB"
    }
  }
}

extension ChapterRun.Limit {
  /// What an author is told of who exceeds it.
  var identifier: Diagnostic.Identifier {
    switch self {
    case .time: .timeLimit
    case .memory: .memoryLimit
    case .output: .outputLimit
    }
  }
}
