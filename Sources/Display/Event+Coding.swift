// An event is written as a list of strings: their number, a newline, then each string as its length in bytes,
// a colon and the bytes. A program may end in the middle of an event, so reading stops at the last whole one.

extension TimedEvent {
  /// The event as bytes.
  public var encoded: [UInt8] {
    let fields = [String(printedBytes)] + event.fields
    var bytes = Array("\(fields.count)\n".utf8)
    for field in fields {
      bytes += "\(field.utf8.count):".utf8
      bytes += field.utf8
    }
    return bytes
  }

  /// Reads events up to the end of the bytes or to the first that is not whole.
  public static func decode(_ bytes: [UInt8]) -> [TimedEvent] {
    var reader = Reader(bytes: bytes)
    var events: [TimedEvent] = []
    while let fields = reader.fields(), let printed = fields.first.flatMap({ Int($0) }),
      let event = Event(fields: fields.dropFirst())
    {
      events.append(TimedEvent(printedBytes: printed, event: event))
    }
    return events
  }
}

extension Event {
  fileprivate var fields: [String] {
    switch self {
    case .began(let piece): ["began", String(piece)]
    case .reached(let line, let column): ["reached", String(line), String(column)]
    case .shown(.printed(let text)): ["printed", text]
    case .shown(.value(let text)): ["value", text]
    case .shown(.figure(let html)): ["figure", html]
    case .claimed(let claim):
      [
        "claimed", claim.statement, claim.measured, String(claim.holds), String(claim.line),
        String(claim.column), claim.id ?? "",
      ]
    case .finished: ["finished"]
    }
  }

  fileprivate init?(fields: ArraySlice<String>) {
    let values = Array(fields.dropFirst())
    switch (fields.first, values.count) {
    case ("began", 1):
      guard let piece = Int(values[0]) else { return nil }
      self = .began(piece: piece)
    case ("reached", 2):
      guard let line = Int(values[0]), let column = Int(values[1]) else { return nil }
      self = .reached(line: line, column: column)
    case ("printed", 1): self = .shown(.printed(values[0]))
    case ("value", 1): self = .shown(.value(values[0]))
    case ("figure", 1): self = .shown(.figure(html: values[0]))
    case ("claimed", 6):
      guard let line = Int(values[3]), let column = Int(values[4]) else { return nil }
      self = .claimed(
        ClaimRecord(
          statement: values[0], measured: values[1], holds: values[2] == "true",
          id: values[5].isEmpty ? nil : values[5], line: line, column: column))
    case ("finished", 0): self = .finished
    default: return nil
    }
  }
}

private struct Reader {
  let bytes: [UInt8]
  var index = 0

  mutating func fields() -> [String]? {
    guard let count = number(endingAt: UInt8(ascii: "\n")), count < 16 else { return nil }
    var fields: [String] = []
    for _ in 0..<count {
      guard let length = number(endingAt: UInt8(ascii: ":")), length <= bytes.count - index else {
        return nil
      }
      fields.append(String(decoding: bytes[index..<index + length], as: UTF8.self))
      index += length
    }
    return fields
  }

  private mutating func number(endingAt end: UInt8) -> Int? {
    guard let stop = bytes[index...].prefix(20).firstIndex(of: end) else { return nil }
    defer { index = stop + 1 }
    return Int(String(decoding: bytes[index..<stop], as: UTF8.self)).flatMap { $0 >= 0 ? $0 : nil }
  }
}
