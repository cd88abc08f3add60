import Foundation

/// What is known of a chapter without running it.
public struct ChapterStatus: Equatable, Sendable {
  /// Whether the next build will run the chapter.
  public enum State: String, Equatable, Sendable {
    /// An earlier run will be taken.
    case unchanged
    /// It was run, and something that it depends on has changed since.
    case changed
    /// No run without errors is known.
    case new
  }

  /// Whether the next build will run the chapter.
  public let state: State
  /// How many claims it made in its last run.
  public let claims: Int?
  /// How long it took in its last run, in seconds.
  public let seconds: Double?

  /// The status of every chapter of a book, in the book's order.
  ///
  /// - Parameters:
  ///   - place: where the book's libraries come from. Nothing is built: if they would have to be, no chapter is unchanged.
  ///   - limits: what the programs may use.
  public static func all(of book: Book, at place: BookPlace, limits: Limits) -> [ChapterStatus] {
    let cache = ChapterCache(folder: place.cacheFolder)
    let library = RuntimeLibrary(knownFor: place)
    return book.chapters.map { chapter in
      let key = library.map { library in
        ChapterEvaluator(
          chapter: chapter, toolchain: Toolchain(library: library), limits: limits,
          folder: URL(fileURLWithPath: book.path, isDirectory: true), scratch: place.cacheFolder,
          progress: { _ in }
        ).cacheKey
      }
      if let record = key.flatMap({ cache.record(of: chapter.path, key: $0) }) {
        return ChapterStatus(state: .unchanged, record)
      }
      let last = cache.lastRecord(of: chapter.path)
      return ChapterStatus(state: last == nil ? .new : .changed, last)
    }
  }

  private init(state: State, _ record: ChapterRecord?) {
    self.state = state
    claims = record?.transcript.claims.count
    seconds = record?.seconds
  }
}
