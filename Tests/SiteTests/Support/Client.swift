import FlyingSocks
import Foundation

/// One connection to a server on this machine, and what came over it.
final actor Client {
  private let socket: AsyncSocket
  private(set) var received = ""

  init(port: UInt16) async throws {
    socket = try await AsyncSocket.connected(to: .inet(ip4: "127.0.0.1", port: port))
  }

  deinit { try? socket.close() }

  func send(_ text: String) async throws { try await socket.write(Data(text.utf8)) }

  /// Reads until words have come that were not there before.
  func hear(_ words: String) async throws {
    while true {
      if let range = received.range(of: words) {
        received.removeSubrange(..<range.upperBound)
        return
      }
      received += String(decoding: try await socket.read(atMost: 4096), as: UTF8.self)
    }
  }

  /// Reads until the server ends the connection.
  func all() async throws -> String {
    do {
      while true { received += String(decoding: try await socket.read(atMost: 4096), as: UTF8.self) }
    } catch SocketError.disconnected {
      return received
    }
  }

  /// What is answered to a request, a whole head.
  static func answer(_ request: String, port: UInt16) async throws -> String {
    let client = try await Client(port: port)
    try await client.send(request)
    return try await client.all()
  }

  /// What is answered to a request for a path.
  static func get(_ path: String, port: UInt16) async throws -> String {
    try await answer("GET \(path) HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\n\r\n", port: port)
  }
}
