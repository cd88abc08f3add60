import Foundation
import Notebook
public import Site

/// A book that is built whenever it changes, and a site that is served meanwhile.
public struct BookPreview: Sendable {
  private let build: BookBuild
  private let watched: WatchedBook
  private let run: @Sendable (BookBuild) async throws -> BookBuild.Report
  private let tell: @Sendable (BookBuild.Report, Duration) -> Void

  /// A preview of a book.
  ///
  /// - Parameters:
  ///   - build: what is built.
  ///   - run: builds.
  ///   - tell: tells the author how it went, and how long it took.
  public init(
    of build: BookBuild, run: @escaping @Sendable (BookBuild) async throws -> BookBuild.Report,
    tell: @escaping @Sendable (BookBuild.Report, Duration) -> Void
  ) {
    self.build = build
    self.run = run
    self.tell = tell
    watched = WatchedBook(book: build.folder, output: build.output, package: build.package)
  }

  /// Builds the book now and after each change, until the task is cancelled.
  public func watch() async throws { try await rebuild { _ in } }

  /// Builds the book now and after each change, and serves the site, until the task is cancelled.
  ///
  /// - Parameters:
  ///   - port: the port of 127.0.0.1; 0 for one that is free.
  ///   - started: told the port, before the first build.
  /// - Throws: ``PortError``, where the port cannot be had.
  public func serve(port: UInt16, started: @Sendable (UInt16) -> Void) async throws {
    let server: PreviewServer
    do { server = try await PreviewServer(port: port) } catch { throw PortError(port: port, cause: error) }
    started(server.port)
    let board = StateBoard(session: String(UInt32.random(in: 0 ... .max), radix: 16))
    let responder = Responder(
      files: SiteFiles(folder: build.output), hasSite: { build.hasSite }, port: server.port,
      state: { board.state })
    try await withThrowingTaskGroup { group in
      group.addTask { try await server.run(responder) { board.states() } }
      group.addTask { try await rebuild { board.post($0) } }
      defer { group.cancelAll() }
      try await group.next()
    }
  }

  private func rebuild(_ done: @escaping @Sendable ([Diagnostic]) -> Void) async throws {
    try await Rebuilding(
      look: watched.look,
      build: {
        let start = ContinuousClock.now
        let report = try await run(build)
        // What is wrong with a build that was given up may be just that.
        if report.diagnostics.containsError { try Task.checkCancellation() }
        tell(report, ContinuousClock.now - start)
        done(report.diagnostics)
      }, clock: ContinuousClock()
    ).run()
  }
}

/// A port that the server cannot have.
public struct PortError: Error, CustomStringConvertible {
  /// The port.
  public let port: UInt16
  let cause: any Error

  /// What is the matter.
  public var description: String { "port \(port) of 127.0.0.1 cannot be had: \(cause.localizedDescription)" }
}
