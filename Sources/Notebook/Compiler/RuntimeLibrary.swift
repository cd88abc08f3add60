public import Foundation
import Subprocess

/// The library that the cells of a book import, built optimised in a folder of its own.
///
/// However `build-book` itself was built, the numbers in the chapters come from optimised code.
public struct RuntimeLibrary: Sendable {
  /// The product that is built.
  static let product = "BookRuntime"

  /// The folder with the library and its modules.
  let folder: URL

  /// What lets the code use all of the processor it runs on: its vectors are wider than those of its oldest relative.
  ///
  /// No result depends on it. The cells need it, too, since wide vectors are passed in wide registers.
  static var processor: [String] {
    #if arch(x86_64)
      ["-Xcc", "-march=native"]
    #else
      []
    #endif
  }

  /// What a compiler of cells must know.
  var searchPaths: [String] {
    ["-I", folder.appending(path: "Modules").path] + RuntimeLibrary.processor
  }
  var linking: [String] {
    ["-L", folder.path, "-l\(RuntimeLibrary.product)", "-lm", "-Xlinker", "-rpath", "-Xlinker", folder.path]
  }

  /// What tells this library from another, or from itself built anew.
  let identity: String

  /// Builds the library of a package, unless it is known that a build would change nothing.
  ///
  /// A scratch folder of its own keeps the build from waiting for the lock of a `swift run` or `swift test` that
  /// it may be part of.
  ///
  /// - Parameters:
  ///   - package: the folder of the package that has the product.
  ///   - started: called if the library has to be built.
  public init(buildingIn package: URL, started: @Sendable () -> Void) async throws {
    let scratch = RuntimeLibrary.scratch(of: package)
    folder = scratch.appending(path: "release")
    let record = scratch.appending(path: "library-state")
    let known = SealedFile.read(LibraryState.self, from: record)
    if let known, known.holds {
      identity = RuntimeLibrary.identity(of: known)
      return
    }
    started()
    // SwiftPM does not see that "native" means another processor.
    if let known, known.processor != Processor.identity { try? FileManager.default.removeItem(at: scratch) }
    let start = Date()
    try await RuntimeLibrary.build(package, scratch)
    let state = LibraryState(
      package: package, folder: folder, library: folder.appending(path: RuntimeLibrary.fileName))
    identity = RuntimeLibrary.identity(of: state)
    // A source that was written during the build may have been read before or after.
    if state.inputs.allSatisfy({ $0.isOlder(than: start) }) { try? SealedFile.write(state, to: record) }
  }

  private static func build(_ package: URL, _ scratch: URL) async throws {
    let result = try await run(
      .name("swift"),
      arguments: Arguments(
        [
          "build", "--package-path", package.path, "--scratch-path", scratch.path,
          "--configuration", "release", "--product", RuntimeLibrary.product,
        ] + RuntimeLibrary.processor),
      platformOptions: .ownGroup, input: .none, output: .string(limit: 1 << 24),
      error: .string(limit: 1 << 24))
    guard result.terminationStatus.isSuccess else {
      throw Failure(
        .libraryDoesNotBuild, path: package.appending(path: "Package.swift").path,
        "the library that cells import does not build:\n\(result.standardOutput)\(result.standardError)")
    }
  }

  private static func identity(of state: LibraryState) -> String {
    (state.products.map(\.description) + [state.compiler, state.processor]).joined(separator: "\n")
  }

  private static var fileName: String {
    #if os(macOS)
      "lib\(product).dylib"
    #else
      "lib\(product).so"
    #endif
  }

  /// The folder that the library is built in.
  private static func scratch(of package: URL) -> URL { package.appending(path: ".build/book") }

  /// The folder for what is known of the chapters of books whose cells import the package's libraries.
  public static func cacheFolder(of package: URL) -> URL { package.appending(path: ".build/book-cache") }

  /// The nearest folder, from `folder` upwards, that holds a package with the library's sources.
  public static func package(above folder: URL) -> URL? {
    var folder = folder.standardizedFileURL.resolvingSymlinksInPath()
    while folder.path != "/" {
      let isPackage = ["Package.swift", "Sources/Display"].allSatisfy {
        FileManager.default.fileExists(atPath: folder.appending(path: $0).path)
      }
      if isPackage { return folder }
      folder.deleteLastPathComponent()
    }
    return nil
  }
}
