import Foundation

/// Compiles and runs the chapters of a book, as many at a time as the machine has cores.
public struct BookEvaluator: Sendable {
  private let toolchain: Toolchain
  private let limits: Limits
  private let cache: ChapterCache?

  /// An evaluator whose cells import `library`, and which takes what `cache` knows.
  public init(library: RuntimeLibrary, limits: Limits = Limits(), cache: ChapterCache? = nil) {
    toolchain = Toolchain(library: library)
    self.limits = limits
    self.cache = cache
  }

  /// Runs every chapter. One that fails takes no other with it.
  ///
  /// - Parameters:
  ///   - book: the book.
  ///   - progress: told of each stage of each chapter, from any task.
  /// - Returns: an evaluation for each chapter, in the book's order.
  public func evaluate(_ book: Book, progress: @escaping Progress) async throws -> [Evaluation] {
    let temporary = TemporaryFolder(in: FileManager.default.temporaryDirectory, prefix: "build-book-")
    let scratch = temporary.url
    try FileManager.default.createDirectory(at: scratch, withIntermediateDirectories: true)
    defer { temporary.remove() }
    return try await withThrowingTaskGroup(of: (Int, Evaluation).self) { group in
      var evaluations: [Int: Evaluation] = [:]
      var waiting = longestFirst(book).makeIterator()
      func start() {
        guard let index = waiting.next() else { return }
        group.addTask {
          let own = scratch.appending(path: String(index), directoryHint: .isDirectory)
          try FileManager.default.createDirectory(at: own, withIntermediateDirectories: true)
          defer { try? FileManager.default.removeItem(at: own) }
          let evaluator = ChapterEvaluator(
            chapter: book.chapters[index], toolchain: toolchain, limits: limits,
            folder: URL(fileURLWithPath: book.path, isDirectory: true), scratch: own,
            progress: { progress(index, $0) }, cache: cache)
          return (index, try await evaluator.evaluate())
        }
      }
      for _ in 0..<ProcessInfo.processInfo.activeProcessorCount { start() }
      while let (index, evaluation) = try await group.next() {
        evaluations[index] = evaluation
        start()
      }
      return book.chapters.indices.compactMap { evaluations[$0] }
    }
  }

  /// The chapters, those first that took longest when they were last run; before them those never run.
  private func longestFirst(_ book: Book) -> [Int] {
    let seconds = book.chapters.map { cache?.lastRecord(of: $0.path)?.seconds ?? .infinity }
    return book.chapters.indices.sorted { (seconds[$1], $0) < (seconds[$0], $1) }
  }
}
