import CommonMark
import Foundation
import Notebook

/// What opened pages are told: which build of the site stands, and what is wrong with the last one.
struct PreviewState: Codable, Equatable, Sendable {
  /// Something that keeps the book from being built, or a note on it.
  struct Fault: Codable, Equatable, Sendable {
    /// `path:line:column`.
    var place: String
    var message: String
    /// The line of source, and a caret below it.
    var source: String?
    var notes: [Fault] = []
  }

  /// What tells the build that the site comes from from every other.
  var build: String
  /// What is wrong; nothing where the last build was good.
  var errors: [Fault] = []

  /// The state as JSON in one line, the same each time.
  var json: String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return (try? encoder.encode(self)).map { String(decoding: $0, as: UTF8.self) } ?? "{}"
  }
}

extension PreviewState.Fault {
  /// What is wrong, with the line of source as `form` shows it.
  init(_ diagnostic: Diagnostic, in form: ConsoleForm) {
    self.init(diagnostic.path, diagnostic.range.lowerBound, diagnostic.message, form.source(of: diagnostic))
    notes = diagnostic.notes.map { note in
      let source = form.source(of: note)
      // The line above need not be said again.
      return Self(note.path, note.range.lowerBound, note.message, source == self.source ? "" : source)
    }
  }

  private init(_ path: String, _ position: SourcePosition, _ message: String, _ source: String) {
    place = "\(path):\(position.line):\(position.column)"
    self.message = message
    self.source = source.isEmpty ? nil : source
  }
}
