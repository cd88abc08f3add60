import Foundation
import Notebook
import Site
import Synchronization

/// Tells what the build is at: on a terminal in one line that is written over, else in a line for each change.
final class ProgressDisplay: Sendable {
  private struct Activity {
    var name: String
    var stage: String
    var since = ContinuousClock.now
    /// When it was last told of in a log.
    var told = ContinuousClock.now
  }

  private struct State {
    var activities: [Activity] = []
    var started: [String: ContinuousClock.Instant] = [:]
  }

  private static let library = "the library that cells import"
  /// How long something goes on before a log tells of it again.
  private static let patience = Duration.seconds(5)

  private let isTerminal: Bool
  private let state = Mutex(State())

  init(isTerminal: Bool) { self.isTerminal = isTerminal }

  /// Takes note of an event.
  func receive(_ event: BookBuild.Event) {
    state.withLock { state in
      switch event {
      case .library:
        start(Activity(name: ProgressDisplay.library, stage: "building"), &state)
      case .chapter(let path, let stage):
        state.activities.removeAll { $0.name == path || $0.name == ProgressDisplay.library }
        guard stage == .done else {
          if state.started[path] == nil { state.started[path] = ContinuousClock.now }
          return start(Activity(name: path, stage: stage.rawValue), &state)
        }
        // Of a chapter that was as before there is nothing to tell.
        if !isTerminal, let first = state.started[path] {
          printError("\(path): done in \(seconds(ContinuousClock.now - first)) s")
        }
      }
    }
  }

  private func start(_ activity: Activity, _ state: inout State) {
    state.activities.append(activity)
    if !isTerminal { printError("\(activity.name): \(activity.stage)") }
  }

  /// Keeps the times up to date until the task is cancelled.
  func tick() async {
    while !Task.isCancelled {
      try? await Task.sleep(for: .milliseconds(isTerminal ? 100 : 500))
      state.withLock { state in
        let now = ContinuousClock.now
        if isTerminal {
          let line = state.activities.map { "\($0.stage) \($0.name) \(seconds(now - $0.since)) s" }
          rewrite(line.joined(separator: "  ·  "))
        } else {
          for index in state.activities.indices
          where now - state.activities[index].told >= ProgressDisplay.patience {
            let activity = state.activities[index]
            printError("\(activity.name): still \(activity.stage), \(seconds(now - activity.since)) s")
            state.activities[index].told = now
          }
        }
      }
    }
  }

  /// Leaves the line to others.
  func clear() {
    if isTerminal { state.withLock { _ in rewrite("") } }
  }

  private func rewrite(_ line: String) {
    // Back to the line's beginning, erase it; cut to what fits, since a line that wraps could not be erased.
    FileHandle.standardError.write(Data("\r\u{1B}[2K\(line.prefix(ProgressDisplay.width - 1))".utf8))
  }

  /// How many characters the terminal's lines hold.
  private static var width: Int {
    var size = winsize()
    let isKnown = ioctl(STDERR_FILENO, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0
    return isKnown ? Int(size.ws_col) : 80
  }
}
