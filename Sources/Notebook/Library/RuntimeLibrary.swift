import Foundation
import Subprocess

/// The library that the cells of a book import, built optimised in a folder of its own.
///
/// However `build-book` itself was built, the numbers in the chapters come from optimised code.
public struct RuntimeLibrary: Sendable {
  /// The folder with the library and its modules.
  var folder: URL
  /// The folder that SwiftPM builds in.
  var scratch: URL
  /// The folders of the packages whose libraries it holds.
  let packages: [URL]

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
    ["-L", folder.path, "-l\(RuntimePackage.product)", "-lm", "-Xlinker", "-rpath", "-Xlinker", folder.path]
  }

  /// What tells this library from another, or from itself built anew.
  let identity: String
  /// What tells its documentation from another: the sources, too, of whose comments the library knows nothing.
  public internal(set) var documentationIdentity: String

  /// Builds what the cells of a book import, unless it is known that a build would change nothing.
  ///
  /// A scratch folder of its own keeps the build from waiting for the lock of a `swift run` or `swift test` that
  /// it may be part of.
  ///
  /// - Parameters:
  ///   - place: the book's place.
  ///   - started: called if the library has to be built.
  public init(for place: BookPlace, started: @Sendable () -> Void) async throws {
    if let known = RuntimeLibrary(knownFor: place) {
      self = known
      return
    }
    started()
    self = try await withLockedFolder(place.scratch) {
      // Another process may have built it in the meantime.
      if let known = RuntimeLibrary(knownFor: place) { return known }
      return try await RuntimeLibrary(buildingFor: place)
    }
  }

  private init(buildingFor place: BookPlace) async throws {
    let package = try RuntimePackage(of: place)
    let record = place.scratch.appending(path: RuntimeLibrary.record)
    (scratch, packages) = (place.scratch, package.packages)
    folder = place.scratch.appending(path: "release")
    // SwiftPM does not see that "native" means another processor, nor can it go on in a folder that was moved or copied.
    if let old = SealedFile.read(LibraryState.self, from: record),
      old.processor != Processor.identity || !old.isBuilt(in: folder)
    {
      try? FileManager.default.removeItem(at: folder.resolvingSymlinksInPath())
    }
    try package.write()
    let start = Date()
    try await RuntimeLibrary.build(package, place.scratch)
    let state = LibraryState(
      descriptions: package.descriptions, folder: folder,
      library: folder.appending(path: RuntimeLibrary.fileName))
    identity = RuntimeLibrary.identity(of: state)
    documentationIdentity = RuntimeLibrary.documentationIdentity(of: state)
    // A source that was written during the build may have been read before or after.
    if state.inputs.allSatisfy({ $0.isOlder(than: start) }) { try? SealedFile.write(state, to: record) }
  }

  /// The library of a book, if it is known to be built; nothing is built.
  init?(knownFor place: BookPlace) {
    guard let package = try? RuntimePackage(of: place),
      let known = SealedFile.read(
        LibraryState.self, from: place.scratch.appending(path: RuntimeLibrary.record)),
      known.holds(for: package.descriptions)
    else { return nil }
    (scratch, packages) = (place.scratch, package.packages)
    folder = place.scratch.appending(path: "release")
    identity = RuntimeLibrary.identity(of: known)
    documentationIdentity = RuntimeLibrary.documentationIdentity(of: known)
  }

  /// The file in the scratch folder with the library's state.
  private static let record = "library-state"

  private static func build(_ package: RuntimePackage, _ scratch: URL) async throws {
    let result = try await run(
      .name("swift"),
      arguments: Arguments(
        [
          "build", "--package-path", package.folder.path, "--scratch-path", scratch.path,
          "--configuration", "release", "--product", RuntimePackage.product,
          // An earlier plan would not know of files that are new in the packages.
          "--disable-build-manifest-caching",
        ] + RuntimeLibrary.processor),
      platformOptions: .ownGroup, input: .none, output: .string(limit: 1 << 24),
      error: .string(limit: 1 << 24))
    guard result.terminationStatus.isSuccess else {
      let words = "\(result.standardOutput)\(result.standardError)"
      throw Failure(LibraryMessages(words, of: package.descriptions).diagnostics)
    }
  }

  private static func identity(of state: LibraryState) -> String {
    (state.products.map(\.description) + [state.compiler, state.processor]).joined(separator: "\n")
  }

  private static func documentationIdentity(of state: LibraryState) -> String {
    (state.inputs.map(\.description) + [identity(of: state)]).joined(separator: "\n")
  }

  private static var fileName: String {
    #if os(macOS)
      "lib\(RuntimePackage.product).dylib"
    #else
      "lib\(RuntimePackage.product).so"
    #endif
  }
}
