import Dispatch
import Foundation
import Synchronization

/// Ctrl-C and its siblings, as something that can be reacted to.
final class Interruption {
  private final class Flag: Sendable {
    let isRaised = Mutex(false)
  }

  private let flag = Flag()
  private let sources: [any DispatchSourceSignal]

  /// Calls `react` at each interruption, on a queue of its own.
  init(_ react: @escaping @Sendable () -> Void) {
    let queue = DispatchQueue(label: "interruption")
    sources = [SIGINT, SIGTERM, SIGHUP].map { number in
      signal(number, SIG_IGN)
      return DispatchSource.makeSignalSource(signal: number, queue: queue)
    }
    for source in sources {
      source.setEventHandler { [flag] in
        flag.isRaised.withLock { $0 = true }
        react()
      }
      source.resume()
    }
  }

  /// Whether there was one.
  var happened: Bool { flag.isRaised.withLock { $0 } }
}
