import FlyingSocks
import Foundation

/// One connection: a request, its answer, the end.
struct Connection {
  let socket: AsyncSocket

  func serve(_ responder: Responder, states: @Sendable () -> AsyncStream<PreviewState>) async throws {
    var isHead = false
    let answer: Responder.Answer
    do {
      let head = try RequestHead(reading: try await receiveHead())
      isHead = head.method == "HEAD"
      answer = responder.answer(head)
    } catch let status as Status {
      answer = .response(responder.refusal(status))
    }
    switch answer {
    case .response(let response): try await send(response.bytes(withBody: !isHead))
    case .events: try await tell(states())
    }
    try await leave()
  }

  private func receiveHead() async throws -> [UInt8] {
    try await within(PreviewServer.patience) {
      var bytes: [UInt8] = []
      while !RequestHead.isComplete(bytes) { bytes += try await socket.read(atMost: 4096) }
      return bytes
    }
  }

  private func send(_ bytes: [UInt8]) async throws {
    try await within(PreviewServer.patience) { try await socket.write(Data(bytes)) }
  }

  /// Sends the states as server-sent events (HTML, section 9.2) until the reader has gone.
  private func tell(_ states: AsyncStream<PreviewState>) async throws {
    try await withThrowingTaskGroup { group in
      group.addTask {
        try await send(Response.head(.ok, ["Content-Type: text/event-stream"]))
        for await state in states { try await send(Array("data: \(state.json)\n\n".utf8)) }
      }
      group.addTask { try await readToEnd() }
      defer { group.cancelAll() }
      try await group.next()
    }
  }

  /// Ends the answer, and waits for a client that still sends: to close at once could take the answer from it.
  private func leave() async throws {
    shutdown(socket.socket.file.rawValue, Int32(SHUT_WR))
    try await within(.seconds(1)) { try await readToEnd() }
  }

  /// Reads until the other side ends, and makes nothing of it.
  private func readToEnd() async throws {
    while true { _ = try await socket.read(atMost: 4096) }
  }
}

/// Does some work within a time.
///
/// - Throws: `Status.requestTimeout` where it takes longer.
private func within<Result: Sendable>(
  _ time: Duration, _ work: @escaping @Sendable () async throws -> Result
) async throws -> Result {
  try await withThrowingTaskGroup { group in
    group.addTask { try await work() }
    group.addTask {
      try await Task.sleep(for: time)
      throw Status.requestTimeout
    }
    defer { group.cancelAll() }
    guard let result = try await group.next() else { throw Status.requestTimeout }
    return result
  }
}
