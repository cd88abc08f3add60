import ArgumentParser
import Notebook

/// `build-book clean`.
struct Clean: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Forgets what is known of chapters that were run, so that the next build runs them all.")

  @OptionGroup
  var book: BookOptions

  func run() throws {
    // A book that cannot be read can still have a cache.
    let settings = (try? BookSettings(readingAt: book.folder)) ?? BookSettings()
    let place = try BookPlace(of: book.folder, package: book.package, settings: settings)
    try ChapterCache(folder: place.cacheFolder).clean()
  }
}
