/// The frame of every drawing: a title, the picture for either width, a note, and the numbers, folded.
package enum Figure {
  /// The figure; `kind` joins `chart` as its classes.
  package static func html(
    _ title: String, kind: String = "", note: String? = nil, tables: [Table], drawing: (Sheet) -> String
  ) -> String {
    framed(title, kind: kind, note: note, tables: tables, picture: [drawing(.wide), drawing(.narrow)])
  }

  static func framed(
    _ title: String, kind: String, note: String?, tables: [Table], label: String? = nil, picture: [String]
  ) -> String {
    var parts =
      title.isEmpty ? [] : [HTML.element("p", ["class": "figure-title"], content: HTML.escape(title))]
    parts += picture
    if let note, !note.isEmpty {
      parts.append(HTML.element("p", ["class": "figure-note"], content: HTML.escape(note)))
    }
    parts += NumbersBelow.html(tables)
    let name = kind.isEmpty ? "chart" : "chart \(kind)"
    let content = "\n" + parts.joined(separator: "\n") + "\n"
    guard let label else { return HTML.element("figure", ["class": name], content: content) }
    return HTML.element(
      "figure", ["class": name, "role": "group", "aria-label": label], content: content)
  }

  /// `text` with a full stop, where it has no end of its own.
  package static func sentence(_ text: String) -> String {
    guard let last = text.last, !".!?…".contains(last) else { return text }
    return text + "."
  }
}
