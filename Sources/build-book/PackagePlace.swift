import ArgumentParser
import Foundation
import Notebook

/// Where the package is whose libraries the cells of a book import.
struct PackagePlace: ParsableArguments {
  @Option(
    help: "The package whose libraries the cells import; without it, the nearest one around the book or here."
  )
  var package: String?

  /// The package's folder.
  func root(of book: String) -> URL? {
    (package.map { [$0] } ?? [book, "."]).lazy
      .compactMap { RuntimeLibrary.package(above: URL(fileURLWithPath: $0, isDirectory: true)) }.first
  }
}
