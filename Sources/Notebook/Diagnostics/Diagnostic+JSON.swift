import CommonMark
import Foundation

extension Diagnostic: Encodable {
  /// The diagnostic as one line of JSON, for an editor.
  ///
  /// Lines and columns count from 1, columns in bytes of UTF-8; `end` is the place behind the last byte. `repair` and
  /// `notes` are there where there are some.
  public var json: String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    guard let data = try? encoder.encode(self) else { return "{}" }
    return String(decoding: data, as: UTF8.self)
  }

  private enum Key: String, CodingKey {
    case severity, identifier, path, start, end, message, notes, repair
  }

  /// Writes the diagnostic with its place as `start` and `end`.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(severity, forKey: .severity)
    try container.encode(identifier, forKey: .identifier)
    try container.encode(path, forKey: .path)
    try container.encode(range.lowerBound, forKey: .start)
    try container.encode(range.upperBound, forKey: .end)
    try container.encode(message, forKey: .message)
    if !notes.isEmpty { try container.encode(notes.map(NoteForm.init), forKey: .notes) }
    try container.encodeIfPresent(repair.map { $0.edits.map(EditForm.init) }, forKey: .repair)
  }
}

private struct NoteForm: Encodable {
  var path: String
  var start, end: SourcePosition
  var message: String
  var repair: [EditForm]?

  init(_ note: Diagnostic.Note) {
    (path, message, repair) = (note.path, note.message, note.repair.map { $0.edits.map(EditForm.init) })
    (start, end) = (note.range.lowerBound, note.range.upperBound)
  }
}

private struct EditForm: Encodable {
  var start, end: SourcePosition
  var text: String

  init(_ edit: Repair.Edit) {
    (start, end, text) = (edit.range.lowerBound, edit.range.upperBound, edit.text)
  }
}
