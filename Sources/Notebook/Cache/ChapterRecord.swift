import Display
import Foundation

/// What was found out by running a chapter in which nothing was wrong, as the compiler and the program told it.
///
/// It is kept as it came: what is made of it is made anew for each page, at the places that the chapter's pieces
/// have then.
struct ChapterRecord: Codable, Equatable, Sendable {
  /// What the compiler said: warnings, if anything.
  var messages: [CompilerMessage] = []
  /// What the program told, as ``TimedEvent`` encodes it.
  var events = Data()
  /// What the program printed.
  var printed = Data()
  /// What came of the cells that must fail or trap, by the index of the piece.
  var expectedFailures: [Int: String] = [:]
  /// How long compiling and running took, in seconds.
  var seconds = 0.0

  /// What the program showed.
  var transcript: Transcript { Transcript(events: TimedEvent.decode(Array(events)), printed: Array(printed)) }
}
