import Dispatch
import Foundation
import Synchronization

/// Ctrl-C and its siblings, as something that can be reacted to.
final class Interruption {
  private struct State {
    var happened = false
    var react: @Sendable () -> Void = {}
  }

  private final class Box: Sendable {
    let state = Mutex(State())
  }

  private let box = Box()
  private let sources: [any DispatchSourceSignal]

  /// Listens from now on: an interruption after this call is not lost.
  init() {
    let queue = DispatchQueue(label: "interruption")
    let listening = DispatchGroup()
    sources = [SIGINT, SIGTERM, SIGHUP].map { number in
      signal(number, SIG_IGN)
      return DispatchSource.makeSignalSource(signal: number, queue: queue)
    }
    for source in sources {
      listening.enter()
      source.setRegistrationHandler { listening.leave() }
      source.setEventHandler { [box] in
        let react = box.state.withLock { state in
          state.happened = true
          return state.react
        }
        react()
      }
      source.resume()
    }
    listening.wait()
  }

  /// Calls `react` at each interruption, on a queue of its own, and now if there was one already.
  func onInterruption(_ react: @escaping @Sendable () -> Void) {
    let happened = box.state.withLock { state in
      state.react = react
      return state.happened
    }
    if happened { react() }
  }

  /// Whether there was one.
  var happened: Bool { box.state.withLock { $0.happened } }
}
