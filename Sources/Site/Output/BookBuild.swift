import Foundation
public import Notebook

/// A build of a book from its folder to its site.
///
/// 1. The output folder is looked at.
/// 2. The book is read; what is wrong with any file is reported together.
/// 3. The library that cells import is built.
/// 4. The chapters are compiled and run.
/// 5. The pages of the library are made, where it is another than before.
/// 6. Where all is well, the site takes the place of the one before; or it is compared with that.
public struct BookBuild: Sendable {
  /// The book's folder, as the author names it.
  public var folder: String
  /// The site's folder, as the author names it.
  public var output: String
  /// What the program of a chapter may use.
  public var limits: Limits
  /// The package whose libraries the cells import, where the author names it in the call.
  public var package: String?
  /// Where the site stands on the network, with a slash at its end, where the author names it in the call; it goes
  /// before what the book's settings say.
  public var address: String?
  /// What is known of earlier runs.
  public var cache = Cache.none
  /// Whether the site that stands is only compared with what the sources give.
  public var isCheck = false

  /// A build of a book.
  public init(folder: String, output: String, limits: Limits = Limits()) {
    self.folder = folder
    self.output = output
    self.limits = limits
  }

  /// Which earlier runs are known of.
  public enum Cache: Sendable {
    /// None, and nothing is kept of this one.
    case none
    /// Those of the book's own cache; they are taken only if it is read.
    case own(isRead: Bool)
    /// Those of another cache.
    case other(ChapterCache)

    fileprivate func cache(at place: BookPlace) -> ChapterCache? {
      switch self {
      case .none: nil
      case .own(let isRead): ChapterCache(folder: place.cacheFolder, isRead: isRead)
      case .other(let cache): cache
      }
    }
  }

  /// Gives the library that the cells of a book import, and tells if it has to be built.
  public typealias Library =
    @Sendable (BookPlace, _ started: @Sendable () -> Void) async throws -> RuntimeLibrary

  /// What a build has come to.
  public struct Report: Sendable {
    /// What the author should know. The site was written if no error is among them.
    public var diagnostics: [Diagnostic]
    /// How many chapters the book has.
    public var chapters = 0
    /// How many cells they hold.
    public var cells = 0
    /// How many claims held.
    public var claims = 0
    /// How many chapters were as they had been, and were not run.
    public var unchanged = 0
  }

  /// Told what the build is at.
  public enum Event: Sendable {
    /// The library that cells import is being built.
    case library
    /// A chapter, named by its path, came to a stage.
    case chapter(String, Stage)
  }

  /// Builds the book.
  ///
  /// - Parameters:
  ///   - library: gives the library that cells import, and is called only where the book can be read.
  ///   - progress: told what the build is at, from any task.
  /// - Throws: `CancellationError`; anything wrong with the book is in the report.
  public func run(
    library: Library = { place, started in try await RuntimeLibrary(for: place, started: started) },
    progress: @escaping @Sendable (Event) -> Void
  ) async throws -> Report {
    var report = Report(diagnostics: [])
    do {
      let site = SiteFolder(path: output)
      if !isCheck { try site.check() }
      var read = try Book(readingAt: folder)
      read.settings.address = address ?? read.settings.address
      let book = read
      report.chapters = book.chapters.count
      report.cells = book.chapters.reduce(0) { $0 + $1.cells.count }
      let place = try BookPlace(of: folder, package: package, settings: book.settings)
      let library = try await library(place) { progress(.library) }
      let evaluator = BookEvaluator(library: library, limits: limits, cache: cache.cache(at: place))
      let evaluations = try await evaluator.evaluate(book) { chapter, stage in
        progress(.chapter(book.chapters[chapter].path, stage))
      }
      report.diagnostics = book.warnings + evaluations.flatMap(\.diagnostics)
      report.unchanged = evaluations.count { $0.isFromCache }
      report.claims = evaluations.reduce(0) { $0 + $1.transcript.claims.count }
      try Task.checkCancellation()
      if report.diagnostics.containsError { return report }
      let transcripts = evaluations.map(\.transcript)
      report.diagnostics += BookNames(of: book, transcripts: transcripts).diagnostics(of: book)
      if report.diagnostics.containsError { return report }
      let reference: LibraryReference
      do {
        reference = try await LibraryReference(of: library)
      } catch let failure as Failure {
        report.diagnostics += failure.diagnostics
        reference = .none
      }
      let pictures = PagePictures(of: book, transcripts: transcripts, cache: cache.cache(at: place))
      func built(placed: Bool) -> Site {
        Site(of: book, transcripts: transcripts, library: reference, pictures: pictures, placed: placed)
      }
      let fresh = built(placed: false)
      report.diagnostics += fresh.clashes.map {
        Diagnostic(
          .siteFile, path: "\(folder)/\($0)",
          "the site has a file '\($0)' of its own; give this one another name")
      }
      if report.diagnostics.containsError { return report }
      if isCheck {
        report.diagnostics += try Drift(
          of: site, from: book, pictures: pictures, fresh: fresh.files, placed: { built(placed: true) }
        ).diagnostics
      } else {
        try site.write(fresh)
      }
    } catch let failure as Failure {
      report.diagnostics += failure.diagnostics
    }
    return report
  }
}
