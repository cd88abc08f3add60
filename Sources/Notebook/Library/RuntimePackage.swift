import Foundation

/// The package that is written for a book, to build in one dynamic library what its cells import: `Display`, and the
/// libraries of the book's own package.
///
/// The packages are named by their paths. One that itself depends on this package, to run `build-book` or to make its types
/// displayable, so meets the same `Display`.
struct RuntimePackage {
  /// The product that is built.
  static let product = "BookRuntime"

  /// Where it is written.
  let folder: URL
  /// The package that this program was built from.
  private let engine: URL
  /// The package that has the libraries.
  private let package: URL
  private let libraries: [String]

  /// The package of a book.
  init(of place: BookPlace) throws(Failure) {
    folder = place.scratch.appending(path: "package")
    libraries = place.libraries
    engine = try RuntimePackage.engine()
    package = libraries.isEmpty ? engine : place.package ?? engine
  }

  private static func engine() throws(Failure) -> URL {
    var folder = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
    for _ in 0..<4 { folder.deleteLastPathComponent() }
    guard FileManager.default.fileExists(atPath: folder.appending(path: "Sources/Display").path) else {
      throw Failure(
        .noPackage, path: folder.path, "the sources of build-book are no longer here, where it was built from"
      )
    }
    return folder
  }

  /// The packages that take part.
  var packages: [URL] { engine.path == package.path ? [engine] : [engine, package] }
  /// The description of each package that takes part.
  var descriptions: [URL] { packages.map { $0.appending(path: "Package.swift") } }

  /// Writes the package where it is not there as it should be.
  func write() throws {
    let sources = folder.appending(path: "Sources/\(RuntimePackage.product)")
    try FileManager.default.createDirectory(at: sources, withIntermediateDirectories: true)
    try write(description, to: folder.appending(path: "Package.swift"))
    try write(
      "// Makes one library of those it depends on.\n",
      to: sources.appending(path: "\(RuntimePackage.product).swift"))
  }

  private func write(_ text: String, to file: URL) throws {
    if FileManager.default.contents(atPath: file.path) == Data(text.utf8) { return }
    try Data(text.utf8).write(to: file, options: .atomic)
  }

  private var description: String {
    let paths = packages.map { ".package(path: \(String(reflecting: $0.path)))" }
    let products = [("Display", engine)] + libraries.map { ($0, package) }
    let parts = products.map { name, package in
      ".product(name: \"\(name)\", package: \(String(reflecting: package.lastPathComponent)))"
    }
    return """
      // swift-tools-version: 6.2

      import PackageDescription

      let package = Package(
        name: "book-runtime",
        platforms: [.macOS(.v15)],
        products: [.library(name: "\(RuntimePackage.product)", type: .dynamic, targets: ["\(RuntimePackage.product)"])],
        dependencies: [\(paths.joined(separator: ", "))],
        targets: [.target(name: "\(RuntimePackage.product)", dependencies: [\(parts.joined(separator: ", "))])])

      """
  }
}
