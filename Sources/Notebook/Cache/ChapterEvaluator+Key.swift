import Foundation

extension ChapterEvaluator {
  /// All that the outcome of the chapter depends on, as text. Prose is not among it.
  ///
  /// That is the code of its pieces and what becomes of each, the library with the compiler and the processor, the engine
  /// itself, the limits, the folder the program runs in, the search path it is given, and the files that the chapter
  /// declares to read.
  var cacheKey: String {
    var parts = [
      Engine.identity, toolchain.library.identity, folder.path,
      "\(limits.seconds) \(limits.memory) \(limits.output)",
      ProcessInfo.processInfo.environment["PATH"] ?? "",
    ]
    for piece in chapter.pieces {
      switch piece {
      case .cell(let cell) where cell.kind == .static: parts.append("static")
      case .cell(let cell): parts += ["cell \(cell.kind.rawValue) \(cell.code.utf8.count)", cell.code]
      case .number(let number): parts.append("number \(number.interpolation)")
      }
    }
    parts += declaredFiles.flatMap(stamps)
    return parts.joined(separator: "\n")
  }

  /// The files and folders that the chapter's cells declare to read.
  var declaredFiles: [URL] { chapter.declaredFiles(in: folder) }

  /// The stamps of a file, or of all that is in a folder, behind links, too.
  private func stamps(_ place: URL) -> [String] {
    var (stamps, seen, waiting): ([String], Set<String>, [String]) = ([], [], [place.path])
    while let path = waiting.popLast() {
      stamps.append(FileStamp(path)?.description ?? "\(path) is not there")
      let real = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
      // A link may lead back to where it stands.
      guard seen.insert(real).inserted,
        let names = try? FileManager.default.contentsOfDirectory(atPath: real)
      else { continue }
      waiting += names.sorted().map { "\(path)/\($0)" }
    }
    return stamps
  }

  /// Declared files that are not there.
  var missingFiles: [Diagnostic] {
    chapter.cells.compactMap { cell in
      guard let path = cell.reads,
        FileStamp(URL(fileURLWithPath: path, relativeTo: folder).path) == nil
      else { return nil }
      return Diagnostic(
        .missingFile, path: chapter.path, at: cell.opening,
        "this cell reads '\(path)', which is not in the book's folder")
    }
  }
}

/// This program, which writes the programs of chapters and reads what they tell.
enum Engine {
  /// What tells it from another build of it.
  static let identity: String = {
    let path = Bundle.main.executablePath ?? CommandLine.arguments.first ?? ""
    return FileStamp(path)?.description ?? path
  }()
}
