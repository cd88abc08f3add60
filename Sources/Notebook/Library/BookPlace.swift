public import Foundation

/// Where the libraries come from that the cells of a book import, and where what is built for the book is kept.
public struct BookPlace: Equatable, Sendable {
  /// The package that has the libraries; none for a book without libraries outside any package.
  public let package: URL?
  /// The names of the package's library products.
  public let libraries: [String]
  /// The folder for what is built: the package's `.build`, or one in the book's folder.
  private let work: URL

  /// The place of a book's package.
  ///
  /// - Parameters:
  ///   - folder: the book's folder, as the author names it.
  ///   - package: the package's folder, where the author names it in the call; it goes before what the settings say.
  ///   - settings: what the book says. Without a name the package is the nearest around the book, or around the place
  ///     where the command is called.
  public init(of folder: String, package named: String? = nil, settings: BookSettings) throws(Failure) {
    let book = URL(fileURLWithPath: folder, isDirectory: true)
    let said = settings.package.map { URL(fileURLWithPath: $0, isDirectory: true, relativeTo: book) }
    if let exact = named.map({ URL(fileURLWithPath: $0, isDirectory: true) }) ?? said {
      guard BookPlace.isPackage(exact) else {
        throw Failure(
          .noPackage, path: named ?? folder, "there is no Package.swift in '\(exact.relativePath)'")
      }
      package = exact.standardizedFileURL.resolvingSymlinksInPath()
    } else {
      package = BookPlace.package(above: book) ?? BookPlace.package(above: URL(fileURLWithPath: "."))
    }
    libraries = settings.libraries
    if package == nil, let library = libraries.first {
      throw Failure(
        .noPackage, path: folder,
        "the cells import '\(library)', and no package is around this folder; name one with --package")
    }
    work =
      package?.appending(path: ".build")
      ?? book.standardizedFileURL.resolvingSymlinksInPath().appending(path: ".build")
  }

  /// Where the libraries are built; books of a package that import the same share it.
  var scratch: URL {
    work.appending(path: "book/\(libraries.isEmpty ? "plain" : libraries.joined(separator: "+"))")
  }

  /// The folder for what is known of the chapters of the package's books.
  public var cacheFolder: URL { work.appending(path: "book-cache") }

  private static func isPackage(_ folder: URL) -> Bool {
    FileManager.default.fileExists(atPath: folder.appending(path: "Package.swift").path)
  }

  private static func package(above folder: URL) -> URL? {
    var folder = folder.standardizedFileURL.resolvingSymlinksInPath()
    while folder.path != "/" {
      if isPackage(folder) { return folder }
      folder.deleteLastPathComponent()
    }
    return nil
  }
}
