import Notebook
import Synchronization

/// Where the present state stands for all who serve pages and tell of changes.
final class StateBoard: Sendable {
  private struct Content {
    var state: PreviewState
    var builds = 0
    var readers: [Int: AsyncStream<PreviewState>.Continuation] = [:]
    var nextReader = 0
  }

  private let session: String
  private let content: Mutex<Content>

  /// A board before the first build.
  ///
  /// - Parameter session: what tells the builds of this server from those of one before it.
  init(session: String) {
    self.session = session
    content = Mutex(Content(state: PreviewState(build: "\(session)-0")))
  }

  /// The present state.
  var state: PreviewState { content.withLock { $0.state } }

  /// Says how a build went: where there is no error, the site is another.
  func post(_ diagnostics: [Diagnostic]) {
    let form = ConsoleForm(readingFiles: diagnostics)
    let errors = diagnostics.filter { $0.severity == .error }.map { PreviewState.Fault($0, in: form) }
    content.withLock { content in
      if errors.isEmpty { content.builds += 1 }
      content.state = PreviewState(build: "\(session)-\(content.builds)", errors: errors)
      for reader in content.readers.values { reader.yield(content.state) }
    }
  }

  /// The present state, then each new one; who reads slowly gets the newest.
  func states() -> AsyncStream<PreviewState> {
    let (stream, reader) = AsyncStream.makeStream(
      of: PreviewState.self, bufferingPolicy: .bufferingNewest(1))
    let number = content.withLock { content in
      content.nextReader += 1
      content.readers[content.nextReader] = reader
      reader.yield(content.state)
      return content.nextReader
    }
    reader.onTermination = { [weak self] _ in self?.remove(number) }
    return stream
  }

  private func remove(_ number: Int) { content.withLock { _ = $0.readers.removeValue(forKey: number) } }
}
