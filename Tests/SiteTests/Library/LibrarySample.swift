import CompiledSample
import Documentation
import Foundation
import Notebook

@testable import Site

/// A small library, compiled once, and pages of it.
enum LibrarySample {
  private static let graphs = Result {
    [
      "Waves": try CompiledSample(
        "Waves",
        [
          "Wave.swift": """
          /// A wave of ``Wave/length`` and *height*, not a `Tide`.
          ///
          /// More of it: `Wave`, ``Tide``, ``nothing``, [a page](other.md), [a site](https://example.org).
          ///
          /// # A heading
          ///
          ///     code & more
          public struct Wave: Equatable {
            /// How long it is.
            public var length: Double
            public var height = 1.0
            /// Another wave.
            ///
            /// - Parameters:
            ///   - factor: how much *longer*; see ``length``.
            ///   - `by`: what
            ///     is under_scored: and more.
            /// - Parameter other: a <b>wave</b> or a ``Tide``.
            /// - Returns: the wave.
            /// - an item
            /// - Throws: nothing: ever.
            public func longer(_ factor: Double, by: Int, other: Tide<Int>) -> Wave { self }
            public func higher() -> Wave { self }
            public func higher(by: Double) -> Wave { self }
            public static func sum(_ waves: [Wave]) -> Wave? { waves.first }
            public var count: Int { 1 }
            public struct Crest { public var peak: Double }
            public static func < (a: Wave, b: Wave) -> Bool { a.length < b.length }
          }
          """,
          "Tide.swift": """
          public struct Tide<Moon> where Moon: Sendable { public func higher() {}; public func ebb() -> Wave.Crest? { nil } }
          public func flood(_ tide: Tide<Int>) -> Wave? { nil }
          public func drift() {}
          public protocol Moving { func move() }
          extension Array where Element == Wave { public var longest: Wave? { first } }
          """,
        ]
      ).graphs,
      "Display": try CompiledSample(
        "Display", ["Display.swift": "public struct Chart {}\npublic func show() {}\n"]
      ).graphs,
      "Other": try CompiledSample(
        "Other", ["Other.swift": "public struct Foam { public var froth = 1 }\npublic func drift() {}\n"]
      ).graphs,
    ]
  }

  /// The modules.
  static func modules() throws -> [DocumentedModule] {
    try graphs.get().sorted { $0.key < $1.key }.map { try DocumentedModule($0.key, reading: $0.value) }
  }

  static func reference() throws -> LibraryReference {
    let standard = try StandardNames(reading: [
      Data(#"{"symbols": [{"pathComponents": ["Array", "count"]}, {"pathComponents": ["print(_:)"]}]}"#.utf8)
    ])
    return LibraryReference(of: try modules(), standard: standard)
  }

  /// A page of the library, without its frame.
  static func page(_ file: String) throws -> String {
    let reference = try reference()
    let pages = reference.modules.flatMap { reference.pages(of: $0.name) }
    return pages.first { $0.file == file }?.article ?? ""
  }

  /// The site of a book with chapters that were not run.
  static func site(_ chapters: KeyValuePairs<String, String>) throws -> [String: String] {
    let book = try TemporaryBook(chapters)
    return Site(of: try Book(readingAt: book.book.path), transcripts: [], library: try reference()).files
      .mapValues {
        String(decoding: $0, as: UTF8.self)
      }
  }
}
