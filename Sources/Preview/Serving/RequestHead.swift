/// The request line and the host of an HTTP/1 request (RFC 9112); a body is never read.
struct RequestHead: Equatable {
  /// How many bytes a head may have.
  static let limit = 16 << 10

  var method: String
  /// What is asked for, as it was sent.
  var target: String
  /// Whom it is asked of, as it was sent.
  var host: String

  /// Whether the bytes hold a whole head, or can no longer become one.
  static func isComplete(_ bytes: [UInt8]) -> Bool {
    var line = 0
    for byte in bytes {
      if byte == newline {
        if line == 0 { return true }
        line = 0
      } else if byte != carriageReturn {
        line += 1
      }
    }
    return bytes.count > limit
  }
}

extension RequestHead {
  /// Reads a head, strictly: what different programs read differently is refused.
  ///
  /// - Parameter bytes: what was received, to the end of the head or beyond.
  init(reading bytes: [UInt8]) throws(Status) {
    var lines: [ArraySlice<UInt8>] = []
    var rest = bytes.prefix(RequestHead.limit)
    while true {
      guard let end = rest.firstIndex(of: newline) else {
        throw bytes.count <= RequestHead.limit ? .badRequest : lines.isEmpty ? .targetTooLong : .headTooLarge
      }
      let line = rest[..<end]
      guard line.last == carriageReturn else { throw .badRequest }
      rest = rest[(end + 1)...]
      if line.count == 1 { break }
      lines.append(line.dropLast())
    }
    guard let first = lines.first else { throw .badRequest }
    (method, target) = try RequestHead.requestLine(first)
    var host: String?
    for line in lines.dropFirst() {
      let (name, value) = try RequestHead.field(line)
      guard name == "host" else { continue }
      guard host == nil else { throw .badRequest }
      host = value
    }
    guard let host else { throw .badRequest }
    self.host = host
  }

  private static func requestLine(_ line: ArraySlice<UInt8>) throws(Status) -> (String, String) {
    let parts = line.split(separator: UInt8(ascii: " "), omittingEmptySubsequences: false)
    guard parts.count == 3, isToken(parts[0]), parts[1].allSatisfy({ (0x21...0x7E).contains($0) }) else {
      throw .badRequest
    }
    let version = String(decoding: parts[2], as: UTF8.self)
    guard version.wholeMatch(of: #/HTTP\/[0-9]\.[0-9]/#) != nil else { throw .badRequest }
    guard version == "HTTP/1.1" || version == "HTTP/1.0" else { throw .versionNotSupported }
    return (String(decoding: parts[0], as: UTF8.self), String(decoding: parts[1], as: UTF8.self))
  }

  /// A field's name in lower case, and its value.
  private static func field(_ line: ArraySlice<UInt8>) throws(Status) -> (name: String, value: String) {
    guard let colon = line.firstIndex(of: UInt8(ascii: ":")), isToken(line[..<colon]) else {
      throw .badRequest
    }
    let value = line[(colon + 1)...]
    guard value.allSatisfy({ $0 >= 0x20 && $0 != 0x7F || $0 == tab }) else { throw .badRequest }
    let blank: (UInt8) -> Bool = { $0 == UInt8(ascii: " ") || $0 == tab }
    let start = value.firstIndex { !blank($0) } ?? value.endIndex
    let end = value.lastIndex { !blank($0) }.map { $0 + 1 } ?? start
    return (
      String(decoding: line[..<colon], as: UTF8.self).lowercased(),
      String(decoding: value[start..<end], as: UTF8.self)
    )
  }

  private static func isToken(_ bytes: ArraySlice<UInt8>) -> Bool {
    let others = Array("!#$%&'*+-.^_`|~".utf8)
    return !bytes.isEmpty
      && bytes.allSatisfy { byte in
        let scalar = Unicode.Scalar(byte)
        return scalar.isASCII && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil)
          || others.contains(byte)
      }
  }
}

private let newline = UInt8(ascii: "\n")
private let carriageReturn = UInt8(ascii: "\r")
private let tab = UInt8(ascii: "\t")
