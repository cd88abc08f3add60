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

  /// Builds the library of a package.
  ///
  /// A scratch folder of its own keeps the build from waiting for the lock of a `swift run` or `swift test` that
  /// it may be part of.
  ///
  /// - Parameter package: the folder of the package that has the product.
  public init(buildingIn package: URL) async throws {
    let scratch = package.appending(path: ".build/book")
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
        path: package.appending(path: "Package.swift").path,
        "the library that cells import does not build:\n\(result.standardOutput)\(result.standardError)")
    }
    folder = scratch.appending(path: "release")
  }

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
