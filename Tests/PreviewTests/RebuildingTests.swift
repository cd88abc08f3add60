import Foundation
import Notebook
import Synchronization
import Testing

@testable import Preview

/// When something is built, with files that change by script.
@Suite struct RebuildingTests {
  private let stamps: [FileStamp]

  init() throws {
    let folder = try TemporaryFolder()
    stamps = try (0..<4).compactMap { index in
      try folder.write("\(index)", to: "\(index)")
      return FileStamp(folder.url.appending(path: "\(index)").path)
    }
  }

  private func state(_ input: Int, other: Int = 0) -> FolderState {
    FolderState(inputs: ["a.md": stamps[input]], others: ["a.csv": stamps[other]])
  }

  // MARK: Settling

  private func settling(_ built: FolderState?, _ seen: [(at: Int, state: FolderState)]) -> [Bool] {
    let start = ContinuousClock.now
    var settling = Settling(built: built, latest: seen[0].state, at: start + .milliseconds(seen[0].at))
    return seen.dropFirst().map { settling.settles(as: $0.state, at: start + .milliseconds($0.at)) }
  }

  @Test func nothingSettlesWhereNothingChanged() {
    #expect(settling(state(0), [(0, state(0)), (200, state(0)), (400, state(0))]) == [false, false])
  }

  @Test func aBurstSettlesOnceAtItsEnd() {
    let burst = [
      (0, state(0)), (10, state(1)), (60, state(2)), (120, state(1)), (200, state(3)), (299, state(3)),
    ]
    #expect(settling(state(0), burst) == [false, false, false, false, false])
    #expect(settling(state(0), burst + [(300, state(3))]).last == true)
  }

  @Test func whatIsUndoneInTimeIsNoChange() {
    #expect(
      settling(state(0), [(0, state(0)), (10, state(1)), (60, state(0)), (500, state(0))]) == [
        false, false, false,
      ])
  }

  @Test func whatWasNotBuiltSettlesEvenAsItWas() {
    #expect(settling(nil, [(0, state(0)), (99, state(0)), (100, state(0))]) == [false, true])
  }

  @Test func otherFilesSettle() {
    #expect(
      settling(state(0), [(0, state(0)), (10, state(0, other: 1)), (200, state(0, other: 1))]) == [
        false, true,
      ])
  }

  // MARK: The loop

  /// Files that change when they are told to, and a record of what was built of them.
  private final class Script: Sendable {
    struct Content {
      var state: FolderState
      var isBuilding = false
      var built: [FolderState] = []
      var givenUp = 0
      var looks = 0
    }

    let content: Mutex<Content>
    init(_ state: FolderState) { content = Mutex(Content(state: state)) }

    func set(_ state: FolderState) { content.withLock { $0.state = state } }
    var built: [FolderState] { content.withLock { $0.built } }
    var looks: Int { content.withLock { $0.looks } }
  }

  /// Runs the loop while `script` is played, and ends it then.
  private func run(
    _ script: Script, build: @escaping @Sendable () async throws -> Void,
    play: @escaping @Sendable () async throws -> Void
  ) async throws {
    let rebuilding = Rebuilding(
      look: {
        script.content.withLock { content in
          content.looks += 1
          return content.state
        }
      },
      build: {
        let state = script.content.withLock { content in
          content.isBuilding = true
          return content.state
        }
        defer { script.content.withLock { $0.isBuilding = false } }
        do {
          try await build()
          try Task.checkCancellation()
          script.content.withLock { $0.built.append(state) }
        } catch {
          script.content.withLock { $0.givenUp += 1 }
          throw error
        }
      }, clock: ContinuousClock())
    try await withThrowingTaskGroup { group in
      group.addTask { try await rebuilding.run() }
      group.addTask { try await play() }
      defer { group.cancelAll() }
      try await group.next()
    }
  }

  /// Waits until something is so.
  private func wait(until condition: () -> Bool) async throws {
    while !condition() { try await Task.sleep(for: .milliseconds(5)) }
  }

  /// Waits until the files have been looked at some times more.
  private func looks(_ script: Script, _ count: Int = 6) async throws {
    let before = script.looks
    try await wait { script.looks >= before + count }
  }

  @Test(.timeLimit(.minutes(1))) func aChangeIsBuiltOnce() async throws {
    let script = Script(state(0))
    try await run(script, build: {}) { [self] in
      try await wait { script.built.count == 1 }
      try await looks(script)
      script.set(state(1))
      try await wait { script.built.count == 2 }
      try await looks(script)
    }
    #expect(script.built == [state(0), state(1)])
  }

  @Test(.timeLimit(.minutes(1))) func aChangeDuringABuildBeginsItAnew() async throws {
    let script = Script(state(0))
    let first = Mutex(true)
    try await run(
      script,
      build: {
        // Only the first build takes for ever.
        let isFirst = first.withLock { value in
          defer { value = false }
          return value
        }
        if isFirst { try await Task.sleep(for: .seconds(1000)) }
      }
    ) { [self] in
      try await wait { script.content.withLock { $0.isBuilding } }
      script.set(state(1))
      try await wait { script.built.count == 1 }
      try await looks(script)
    }
    #expect(script.built == [state(1)])
    #expect(script.content.withLock { $0.givenUp } == 1)
  }

  @Test(.timeLimit(.minutes(1))) func whatIsGivenUpIsBuiltEvenWhenTheChangeIsUndone() async throws {
    let (script, initial) = (Script(state(0)), state(0))
    let first = Mutex(true)
    try await run(
      script,
      build: {
        let isFirst = first.withLock { value in
          defer { value = false }
          return value
        }
        guard isFirst else { return }
        do {
          try await Task.sleep(for: .seconds(1000))
        } catch {
          script.set(initial)
          throw error
        }
      }
    ) { [self] in
      try await wait { script.content.withLock { $0.isBuilding } }
      script.set(state(1))
      try await wait { script.built.count == 1 }
      try await looks(script)
    }
    #expect(script.built == [state(0)])
  }

  @Test(.timeLimit(.minutes(1))) func whatAProgramWritesIsNoChange() async throws {
    let script = Script(state(0))
    try await run(
      script,
      build: { [self] in
        script.content.withLock { content in
          content.state.others = ["b.csv": stamps[content.built.count % 3 + 1]]
        }
      }
    ) { [self] in
      try await wait { script.built.count == 1 }
      try await looks(script)
      // What the author changes later is one.
      script.set(state(1))
      try await wait { script.built.count == 2 }
      try await looks(script)
    }
    #expect(script.built.count == 2)
  }

  @Test(.timeLimit(.minutes(1))) func whatABuildThrowsEndsTheLoop() async throws {
    let script = Script(state(0))
    await #expect(throws: Status.unavailable) {
      try await run(script, build: { throw Status.unavailable }) { try await Task.sleep(for: .seconds(1000)) }
    }
  }
}
