import Foundation
import Notebook

/// A package of a book's own, whose cache no other book shares; what cells import is taken from this package's build.
struct OwnPackage {
  /// What names the package to the command.
  let arguments: [String]
  /// Where the records of the book's chapters are.
  let cache: URL

  init(for book: TemporaryBook) async throws {
    // The package manager builds at the place itself, not behind a link to it.
    let place = try BookPlace(of: ".", package: Workshop.package.path, settings: BookSettings())
    _ = try await RuntimeLibrary(for: place, started: {})
    let folder = book.folder.appending(path: "package")
    try book.write("// swift-tools-version: 6.0\n", to: "package/Package.swift")
    let build = folder.appending(path: ".build")
    try FileManager.default.createDirectory(at: build, withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(
      at: build.appending(path: "book"), withDestinationURL: Workshop.package.appending(path: ".build/book"))
    arguments = ["--package", folder.path]
    cache = build.appending(path: "book-cache")
  }
}
