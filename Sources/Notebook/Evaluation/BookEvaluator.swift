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

  /// Runs every chapter of which no earlier run can be taken. One that fails takes no other with it.
  ///
  /// - Parameters:
  ///   - book: the book.
  ///   - progress: told of each stage of each chapter that is run, from any task.
  /// - Returns: an evaluation for each chapter, in the book's order.
  public func evaluate(_ book: Book, progress: @escaping Progress) async throws -> [Evaluation] {
    let temporary = TemporaryFolder(in: FileManager.default.temporaryDirectory, prefix: "build-book-")
    defer { temporary.remove() }
    let folder = URL(fileURLWithPath: book.path, isDirectory: true)
    let evaluators = book.chapters.enumerated().map { index, chapter in
      ChapterEvaluator(
        chapter: chapter, toolchain: toolchain, limits: limits, folder: folder,
        scratch: temporary.url.appending(path: String(index), directoryHint: .isDirectory),
        progress: { progress(index, $0) }, cache: cache)
    }
    var evaluations = evaluators.map { $0.known() }
    let unknown = evaluations.indices.filter { evaluations[$0] == nil }
    try await withThrowingTaskGroup(of: (Int, Evaluation).self) { group in
      var waiting = longestFirst(unknown, of: book).makeIterator()
      func start() {
        guard let index = waiting.next() else { return }
        group.addTask { (index, try await evaluators[index].evaluate()) }
      }
      for _ in 0..<ProcessInfo.processInfo.activeProcessorCount { start() }
      while let (index, evaluation) = try await group.next() {
        evaluations[index] = evaluation
        start()
      }
    }
    return evaluations.compactMap { $0 }
  }

  /// Those chapters first that took longest when they were last run; before them those never run.
  private func longestFirst(_ chapters: [Int], of book: Book) -> [Int] {
    let seconds = chapters.map { cache?.lastRecord(of: book.chapters[$0].path)?.seconds ?? .infinity }
    return zip(seconds, chapters).sorted { ($1.0, $0.1) < ($0.0, $1.1) }.map(\.1)
  }
}
