import Testing

@testable import Preview

/// Heads of requests, and that what is none is refused with the right status.
@Suite struct RequestHeadTests {
  private func read(_ text: String) -> Result<RequestHead, Status> {
    Result { () throws(Status) in try RequestHead(reading: Array(text.utf8)) }
  }

  @Test func fieldsAreRead() throws {
    let head = try read("GET /a?b HTTP/1.1\r\nAccept: */*\r\nHOST:\t localhost:1 \r\n\r\nbody").get()
    #expect(head.method == "GET" && head.target == "/a?b" && head.host == "localhost:1")
    #expect(try read("Get / HTTP/1.0\r\nHost: a\r\n\r\n").get().method == "Get")
  }

  @Test(arguments: [
    ("", Status.badRequest), ("\r\n\r\n", .badRequest), ("GET /\r\n\r\n", .badRequest),
    ("GET / HTTP/1.1\r\n\r\n", .badRequest),
    ("GET / HTTP/1.1\r\nHost: a\r\nhost: b\r\n\r\n", .badRequest),
    ("GET / HTTP/1.1\r\nHost: a\r\nHost: a\r\n\r\n", .badRequest),
    ("GET / HTTP/1.1\r\nHost : a\r\n\r\n", .badRequest), ("GET / HTTP/1.1\r\n Host: a\r\n\r\n", .badRequest),
    ("GET / HTTP/1.1\r\nHost: a\r\n b\r\n\r\n", .badRequest),
    ("GET / HTTP/1.1\r\nHost: a\u{0}b\r\n\r\n", .badRequest),
    ("GET / HTTP/1.1\nHost: a\n\n", .badRequest), ("GET / HTTP/1.1\r\nHost: a\n\r\n", .badRequest),
    ("GET / HTTP/1.1\r\nHost: a\r\n\r\r\n\r\n", .badRequest),
    ("GET  / HTTP/1.1\r\nHost: a\r\n\r\n", .badRequest), ("GET / x HTTP/1.1\r\nHost: a\r\n\r\n", .badRequest),
    ("GET /\u{e9} HTTP/1.1\r\nHost: a\r\n\r\n", .badRequest),
    ("G(T / HTTP/1.1\r\nHost: a\r\n\r\n", .badRequest),
    ("GET /a\tb HTTP/1.1\r\nHost: a\r\n\r\n", .badRequest),
    ("GET / HTTQ/1.1\r\nHost: a\r\n\r\n", .badRequest),
    ("GET / HTTP/2.0\r\nHost: a\r\n\r\n", .versionNotSupported),
    ("GET / HTTP/1.1\r\nHost: a\r\n", .badRequest),
    ("GET /" + String(repeating: "x", count: 20_000), .targetTooLong),
    ("GET / HTTP/1.1\r\nHost: a\r\nX: " + String(repeating: "x", count: 20_000), .headTooLarge),
    ("GET / HTTP/1.1\r\nHost: a\r\n" + String(repeating: "X: y\r\n", count: 4_000) + "\r\n", .headTooLarge),
  ])
  func othersAreRefused(text: String, status: Status) {
    #expect(read(text) == .failure(status))
  }

  @Test func aHeadIsCompleteAtItsEmptyLineOrLimit() {
    #expect(!RequestHead.isComplete(Array("GET / HTTP/1.1\r\nHost: a\r\n".utf8)))
    #expect(RequestHead.isComplete(Array("GET / HTTP/1.1\r\nHost: a\r\n\r\n".utf8)))
    #expect(RequestHead.isComplete(Array("GET / HTTP/1.1\n\n".utf8)))
    #expect(!RequestHead.isComplete(Array(repeating: 0x20, count: RequestHead.limit)))
    #expect(RequestHead.isComplete(Array(repeating: 0x20, count: RequestHead.limit + 1)))
  }
}
