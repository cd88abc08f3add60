import Testing

@testable import Display

/// Events survive the way through a file, and a file that was cut short gives those that are whole.
@Suite struct EventTests {
  private let events: [TimedEvent] = [
    .began(piece: 12), .reached(line: 3, column: 40), .shown(.printed("1\n8:finished")), .shown(.value("")),
    .shown(.figure(html: "<p>é😀\u{0}\r\n</p>")),
    .claimed(ClaimRecord(statement: "2:ab", measured: "≤", holds: true, id: "b", line: 7, column: 1)),
    .claimed(ClaimRecord(statement: "", measured: "", holds: false, line: 0, column: 0)), .finished,
  ].enumerated().map { TimedEvent(printedBytes: $0.offset * 1000, event: $0.element) }

  @Test func eventsAreReadAsWritten() {
    #expect(TimedEvent.decode(events.flatMap(\.encoded)) == events)
    #expect(TimedEvent.decode([]) == [])
  }

  @Test func cutAnywhereTheWholeOnesAreRead() {
    let bytes = events.flatMap(\.encoded)
    var ends: [Int] = []
    for event in events { ends.append((ends.last ?? 0) + event.encoded.count) }
    for count in 0...bytes.count {
      let whole = ends.count { $0 <= count }
      #expect(TimedEvent.decode(Array(bytes.prefix(count))) == Array(events.prefix(whole)), "\(count) bytes")
    }
  }

  @Test(arguments: [
    "x", "\n", "2\n", "2\n1:0", "2\n1:x8:finished", "2\n1:05:other", "1\n1:0", "2\n-1:8:finished", "99\n1:0",
    "3\n1:05:began1:x", "2\n99999999999999999999:a", "2\n9223372036854775807:a", "0\n", "3\n1:08:finished1:a",
  ])
  func whatIsNoEventEndsTheReading(text: String) {
    let bytes = Array(text.utf8)
    #expect(TimedEvent.decode(bytes) == [])
    #expect(TimedEvent.decode(events[0].encoded + bytes + events[1].encoded).first == events[0])
  }
}
