import CommonMark
import Foundation
import Testing

@testable import Notebook

@Suite struct SerializedDiagnosticsTests {
  private func place(_ line: Int, _ column: Int) -> SourcePosition {
    SourcePosition(line: line, column: column)
  }

  private var messages: [CompilerMessage] { SerializedDiagnostics(content, of: Array(program.utf8)).messages }

  @Test func everyMessageIsRead() {
    #expect(
      messages.map(\.text) == [
        "expected 'else' after 'guard' condition", "cannot find 'hiden' in scope",
        "incorrect argument label in call (have '_:c:', expected '_:b:')",
        "value of optional type 'String?' must be unwrapped to a value of type 'String'",
        "cannot assign to value: 'a' is a 'let' constant",
        "use of '=' in a boolean context, did you mean '=='?",
      ])
    #expect(messages.allSatisfy { $0.file == "chapter.md" && $0.severity == .error && !$0.isOfCall })
    #expect(
      messages.map(\.position) == [
        place(45, 27), place(42, 14), place(43, 2), place(44, 21), place(41, 41), place(41, 43),
      ])
  }

  @Test func rangesAndRepairsAreThoseOfTheCompiler() {
    #expect(messages[2].repairs == [Repair.Edit(place(43, 6)..<place(43, 7), to: "b")])
    #expect(messages[5].repairs == [Repair.Edit(place(41, 43)..<place(41, 44), to: "==")])
    #expect(messages[0].repairs == [Repair.Edit(place(45, 27)..<place(45, 27), to: "else ")])
    #expect(messages[5].ranges == [place(41, 41)..<place(41, 42), place(41, 45)..<place(41, 46)])
  }

  @Test func notesBelongToTheirMessage() {
    #expect(
      messages[3].notes.map(\.text) == [
        "coalesce using '??' to provide a default when the optional value contains 'nil'",
        "force-unwrap using '!' to abort execution if the optional value contains 'nil'",
      ])
    #expect(messages[3].notes.allSatisfy { $0.severity == .note })
    #expect(messages[3].notes[1].repairs.map(\.text) == ["(", ")!"])
  }

  @Test func whatIsOnTheLineOfTheCallIsKnown() {
    let valueCall = String(repeating: " ", count: 29) + "\n" + Program.valueCall + "x\n"
    var padded = Array(valueCall.utf8)
    padded += Array(repeating: UInt8(ascii: " "), count: 400)
    #expect(SerializedDiagnostics(content, of: padded).messages.allSatisfy { !$0.isOfCall })
    // All is on one line of the call where there is no other.
    let one = Array(Program.valueCall.utf8) + Array(repeating: UInt8(ascii: " "), count: 400)
    #expect(SerializedDiagnostics(content, of: one).messages.allSatisfy { $0.isOfCall })
  }

  @Test func contentThatIsCutShortIsReadAsFarAsItGoes() {
    for count in content.indices {
      let read = SerializedDiagnostics(Array(content.prefix(count)), of: []).messages
      #expect(read.count <= 6)
    }
    #expect(SerializedDiagnostics([], of: []).messages == [])
    #expect(SerializedDiagnostics(Array("no bitstream at all".utf8), of: []).messages == [])
  }

  @Test func damagedContentDoesNoHarm() {
    var random = SystemRandomNumberGenerator()
    for _ in 0..<2000 {
      var damaged = content
      for _ in 0..<Int.random(in: 1...8, using: &random) {
        damaged[Int.random(in: 4..<damaged.count, using: &random)] = .random(in: 0...255, using: &random)
      }
      _ = SerializedDiagnostics(damaged, of: Array(program.utf8))
    }
  }
}

/// What was compiled.
private let program = """
  import Foundation
  #sourceLocation(file: "chapter.md", line: 40)
  var hidden = 3
  func f(_ a: Int, b: String) -> Int { if a = 3 { return 1 } ; return 2 }
  let 😀é = hiden + 1
  f(1, c: "x")
  let s: String = nil as String?
  guard let q = Optional(3) { fatalError() }
  """

/// What Swift 6.3.1 wrote of it:
/// `swiftc -frontend -c -primary-file main.swift -swift-version 5 -serialize-diagnostics-path main.dia -o /dev/null`.
private let content = [UInt8](
  Data(
    base64Encoded: """
      RElBRwEIAAA8AAAABwGyQLRCOdBDODwggS2UgzzMQzq8gzscBIhigEBxECQLBCmkQzicw0MikEI6hMM5pII7mMM7PCTDLMjDOMhC\
      OLjDOZTDA1KMQjjQgyuEQzuUw0NCkEI6hMM5mAI7hMM5PCSGKaQDO5SDK4RDO5TDg3GYQjrgQyrQw8OEzMI71IM8jEM5mEI6sEM5\
      jMI7uAM9lIM70MM8HASJqoAMKgKFQCFQiBIlMKhkgcAgSE0HqAgUAoVAQUWgECgECkkCUQKDahpQESgECoFBXQ+oCBQChUBBRaAQ\
      KAQKgUFlEahQESgECoGCikAhUAgUBIMCAAAAIQwAAAIAAAAUAAAAAAAAACUQAAAgAAAAGAAAAAAAAAAAFAAUY2hhcHRlci5tZAAA\
      tNACAACwAQAAQA8AAAAAACcAZwBleHBlY3RlZCAnZWxzZScgYWZ0ZXIgJ2d1YXJkJyBjb25kaXRpb24AGVoAAAA2AAAA6AEAAEIL\
      AADABgAAAD0AAEABQAEAAABlbHNlIAAAAAAAAAAlEAAAEwAAALSgAgAA4AAAAEAKAAAAAAAcABwAY2Fubm90IGZpbmQgJ2hpZGVu\
      JyBpbiBzY29wZRZUAAAAHAAAAEgBAACCCgAAwAQAAEAqAAAAAAAlEAAAHwAAALSwAgAAIAAAAPAKAAAAAAA/AH8AaW5jb3JyZWN0\
      IGFyZ3VtZW50IGxhYmVsIGluIGNhbGwgKGhhdmUgJ186YzonLCBleHBlY3RlZCAnXzpiOicpABlWAAAADAAAAGYBAADCCgAAwAEA\
      AAAtAABAAEAAAAAAYgAAAAAAAAAlEAAAcgAAALTAAgAAUAEAAPAMAAAAAABOAK4AdmFsdWUgb2Ygb3B0aW9uYWwgdHlwZSAnU3Ry\
      aW5nPycgbXVzdCBiZSB1bndyYXBwZWQgdG8gYSB2YWx1ZSBvZiB0eXBlICdTdHJpbmcnAACRQAAAKAAAAJTAAgAAUAEAAPAMAAAA\
      AABPAK8AY29hbGVzY2UgdXNpbmcgJz8/JyB0byBwcm92aWRlIGEgZGVmYXVsdCB3aGVuIHRoZSBvcHRpb25hbCB2YWx1ZSBjb250\
      YWlucyAnbmlsJwAZWAAAAD4AAACyAQAAAgsAAMAHAABANgAAQAVABQAAACA/PyA8I2RlZmF1bHQgdmFsdWUjPgAAAAAAAACRQAAA\
      LAAAAJTAAgAAUAEAAPAMAAAAAABOAK4AZm9yY2UtdW53cmFwIHVzaW5nICchJyB0byBhYm9ydCBleGVjdXRpb24gaWYgdGhlIG9w\
      dGlvbmFsIHZhbHVlIGNvbnRhaW5zICduaWwnAAAZWAAAACIAAACWAQAAAgsAAEAEAADAMgAAQABAAAAAACgAAAAZWAAAAD4AAACy\
      AQAAAgsAAMAHAABANgAAgACAAAAAACkhAAAAAAAAAAAAACUQAAAYAAAAtJACAACQAgAAcAcAAAAAAC8AbwBjYW5ub3QgYXNzaWdu\
      IHRvIHZhbHVlOiAnYScgaXMgYSAnbGV0JyBjb25zdGFudAAWUgAAAFIAAADuAAAAQgoAAIAKAAAAHgAAAAAAJRAAACgAAAC0kAIA\
      ALACAACQBwAAAAAAMwBzAHVzZSBvZiAnPScgaW4gYSBib29sZWFuIGNvbnRleHQsIGRpZCB5b3UgbWVhbiAnPT0nPwAWUgAAAFIA\
      AADuAAAAQgoAAIAKAAAAHgAAgIUUAACAFgAAgD0AAICQAgAA4AIAAMAHAACQIQUAAGAFAAAgDwAAIKQAAACwAAAA6AEAAAgACD09\
      AAAAAAAA
      """) ?? Data())
