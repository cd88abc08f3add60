/// How a request was answered.
enum Status: Int, Error {
  case ok = 200
  case found = 302
  case badRequest = 400
  case notFound = 404
  case methodNotAllowed = 405
  case requestTimeout = 408
  case targetTooLong = 414
  case misdirectedRequest = 421
  case headTooLarge = 431
  case unavailable = 503
  case versionNotSupported = 505

  /// The status in words.
  var phrase: String {
    switch self {
    case .ok: "OK"
    case .found: "Found"
    case .badRequest: "Bad Request"
    case .notFound: "Not Found"
    case .methodNotAllowed: "Method Not Allowed"
    case .requestTimeout: "Request Timeout"
    case .targetTooLong: "URI Too Long"
    case .misdirectedRequest: "Misdirected Request"
    case .headTooLarge: "Request Header Fields Too Large"
    case .unavailable: "Service Unavailable"
    case .versionNotSupported: "HTTP Version Not Supported"
    }
  }
}
