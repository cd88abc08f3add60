import Foundation
import Notebook
import Site

/// Where the tests' books are built: two at a time, with one library for the whole run.
actor Workshop {
  static let shared = Workshop()

  /// The package's folder.
  static let package = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  private var library: Task<RuntimeLibrary, any Error>?
  private var free = 2
  private var waiting: [CheckedContinuation<Void, Never>] = []

  func build(_ build: BookBuild) async throws -> BookBuild.Report {
    let library =
      library
      ?? Task {
        var settings = BookSettings()
        settings.libraries = ["Recurrent", "Corpora"]
        let place = try BookPlace(of: ".", package: Workshop.package.path, settings: settings)
        return try await RuntimeLibrary(for: place, started: {})
      }
    self.library = library
    return try await inTurn {
      try await build.run(library: { _, _ in try await library.value }, progress: { _ in })
    }
  }

  /// Does some work as one of the two builds.
  func inTurn<Result: Sendable>(_ work: @Sendable () async throws -> Result) async rethrows -> Result {
    if free > 0 {
      free -= 1
    } else {
      await withCheckedContinuation { waiting.append($0) }
    }
    defer {
      if waiting.isEmpty { free += 1 } else { waiting.removeFirst().resume() }
    }
    return try await work()
  }
}
