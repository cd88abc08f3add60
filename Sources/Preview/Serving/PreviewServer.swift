import FlyingSocks
import Foundation
import Synchronization

/// An HTTP server on 127.0.0.1 for one author: a request for each connection, and nothing taken on trust.
///
/// A head has a limit and a time within which it must come, an answer one within which it must be taken. Bodies are not
/// read, so nothing that follows a head can be taken for a second request.
struct PreviewServer: Sendable {
  /// How many connections there may be at once.
  static let connectionLimit = 128
  /// How long a client may take to say what it wants, or to read an answer.
  static let patience = Duration.seconds(10)

  /// The port that it listens on.
  let port: UInt16
  private let listener: AsyncSocket
  private let pool: any AsyncSocketPool
  private let connections = Counter()

  /// Listens from now on; connections wait until `run` takes them.
  ///
  /// - Parameter port: the port; 0 for one that is free.
  init(port: UInt16) async throws {
    let pool: some AsyncSocketPool = SocketPool.make(maxEvents: 64)
    let socket = try Socket(domain: AF_INET)
    do {
      try socket.setValue(true, for: .localAddressReuse)
      try socket.bind(to: .inet(ip4: "127.0.0.1", port: port))
      try socket.listen()
      keepFromChildren(socket)
      guard case .ip4(_, let bound) = try socket.sockname() else { throw SocketError.unsupportedAddress }
      try await pool.prepare()
      self.port = bound
      listener = try AsyncSocket(socket: socket, pool: pool)
      self.pool = pool
    } catch {
      try? socket.close()
      throw error
    }
  }

  /// Answers requests until the task is cancelled.
  func run(_ responder: Responder, states: @escaping @Sendable () -> AsyncStream<PreviewState>) async throws {
    defer { try? listener.close() }
    try await withThrowingTaskGroup { group in
      group.addTask { try await pool.run() }
      group.addTask { try await acceptConnections(responder, states) }
      defer { group.cancelAll() }
      try await group.next()
    }
  }

  private func acceptConnections(
    _ responder: Responder, _ states: @escaping @Sendable () -> AsyncStream<PreviewState>
  ) async throws {
    try await withThrowingDiscardingTaskGroup { group in
      while true {
        try Task.checkCancellation()
        guard let socket = try? await listener.accept() else {
          // A client that went away again, or no file descriptor left: that passes.
          try await Task.sleep(for: .milliseconds(50))
          continue
        }
        keepFromChildren(socket.socket)
        guard connections.enter(limit: PreviewServer.connectionLimit) else {
          try? socket.close()
          continue
        }
        group.addTask {
          // What goes wrong with one connection is no other's concern.
          try? await Connection(socket: socket).serve(responder, states: states)
          try? socket.close()
          connections.leave()
        }
      }
    }
  }
}

/// Keeps the programs of chapters from inheriting a socket.
private func keepFromChildren(_ socket: Socket) { _ = fcntl(socket.file.rawValue, F_SETFD, FD_CLOEXEC) }

/// How many there are of something.
private final class Counter: Sendable {
  private let count = Mutex(0)

  /// Counts one more, if that is within the limit.
  func enter(limit: Int) -> Bool {
    count.withLock { count in
      guard count < limit else { return false }
      count += 1
      return true
    }
  }

  func leave() { count.withLock { $0 -= 1 } }
}
