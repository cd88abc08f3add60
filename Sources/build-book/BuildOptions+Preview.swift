import ArgumentParser
import Preview

extension BuildOptions {
  /// A preview of the book that is asked for.
  var preview: BookPreview {
    BookPreview(
      of: build(),
      run: { try await run($0) }, tell: { tell($0, after: $1) })
  }

  /// Does some work until it is interrupted, which is how it ends.
  func untilInterrupted(_ work: @escaping @Sendable () async throws -> Void) async throws {
    let interruption = Interruption()
    let task = Task { try await work() }
    interruption.onInterruption { task.cancel() }
    let result = await task.result
    if interruption.happened { throw ExitCode(130) }
    try result.get()
  }
}
