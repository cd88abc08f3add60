import ArgumentParser
import Notebook

/// `build-book clean`.
struct Clean: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Forgets what is known of chapters that were run, so that the next build runs them all.")

  @Argument(help: "The book's folder.")
  var book = "chapters"

  @OptionGroup
  var place: PackagePlace

  func run() throws {
    guard let root = place.root(of: book) else { return }
    try ChapterCache(folder: RuntimeLibrary.cacheFolder(of: root)).clean()
  }
}
