/// An answer to a request.
struct Response: Equatable {
  var status: Status
  var type = "text/plain; charset=utf-8"
  /// More header fields.
  var fields: [String] = []
  var body: [UInt8]

  /// A file.
  init(_ status: Status = .ok, type: String, body: [UInt8]) {
    (self.status, self.type, self.body) = (status, type, body)
  }

  /// The status in words.
  init(_ status: Status, fields: [String] = []) {
    self.status = status
    self.fields = fields
    body = Array("\(status.rawValue) \(status.phrase)\n".utf8)
  }

  /// What is sent.
  ///
  /// - Parameter withBody: false in answer to HEAD.
  func bytes(withBody: Bool) -> [UInt8] {
    Response.head(status, ["Content-Type: \(type)", "Content-Length: \(body.count)"] + fields)
      + (withBody ? body : [])
  }

  /// The status line and the header fields, those that every answer has among them.
  ///
  /// Nothing is kept, or a page would be older than the site; no other site may use what is here.
  static func head(_ status: Status, _ fields: [String]) -> [UInt8] {
    let common = [
      "Cache-Control: no-store", "X-Content-Type-Options: nosniff",
      "Cross-Origin-Resource-Policy: same-origin", "Connection: close",
    ]
    let lines = ["HTTP/1.1 \(status.rawValue) \(status.phrase)"] + fields + common
    return Array((lines.joined(separator: "\r\n") + "\r\n\r\n").utf8)
  }
}
