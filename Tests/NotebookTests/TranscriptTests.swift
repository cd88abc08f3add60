import Display
import Testing

@testable import Notebook

@Suite struct TranscriptTests {
  private func transcript(_ events: [(Int, Event)], _ printed: String) -> Transcript {
    Transcript(
      events: events.map { TimedEvent(printedBytes: $0.0, event: $0.1) }, printed: Array(printed.utf8))
  }

  @Test func printedTextStandsBetweenTheEvents() {
    let transcript = transcript(
      [
        (0, .began(piece: 2)), (2, .shown(.value("v"))), (2, .shown(.printed("x"))), (4, .began(piece: 5)),
        (4, .finished),
      ], "abcdefg")
    #expect(
      transcript.outputs == [
        2: [.output(.printed("ab")), .output(.value("v")), .output(.printed("xcd"))],
        5: [.output(.printed("efg"))],
      ])
    #expect(transcript.begun == [2, 5])
  }

  @Test func numbersThatCannotBeAreHeldToWhatWasPrinted() {
    let transcript = transcript(
      [(0, .began(piece: 0)), (100, .shown(.value("a"))), (1, .shown(.value("b"))), (-5, .began(piece: 1))],
      "ab")
    #expect(transcript.outputs == [0: [.output(.printed("ab")), .output(.value("a")), .output(.value("b"))]])
  }

  @Test func nothingIsShownBeforeTheFirstPiece() {
    let transcript = transcript([(0, .shown(.value("a"))), (1, .began(piece: 0))], "ab")
    #expect(transcript.outputs == [0: [.output(.printed("ab"))]])
  }

  @Test func claimsComeInTheOrderOfThePieces() {
    func claim(_ statement: String) -> ClaimRecord {
      ClaimRecord(statement: statement, measured: "", holds: true, line: 1, column: 1)
    }
    let transcript = transcript(
      [
        (0, .began(piece: 0)), (0, .claimed(claim("a"))), (0, .claimed(claim("b"))), (0, .began(piece: 1)),
        (0, .claimed(claim("c"))), (0, .reached(line: 3, column: 4)),
      ], "")
    #expect(transcript.claims.map(\.statement) == ["a", "b", "c"])
    #expect(transcript.lastReached?.line == 3)
  }
}
