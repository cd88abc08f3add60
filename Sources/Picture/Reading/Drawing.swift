/// The drawing in a figure of the chart kit, as the figure's HTML has it.
public struct Drawing: Hashable, Sendable {
  /// The classes of the figure, which the style sheet tells kinds of figures by.
  public let kind: String
  /// The element `svg`, which is all that a picture is made of besides `kind`.
  public let markup: String

  /// The longest markup that is read; the kit's own are below a hundredth of it.
  private static let longest = 4 << 20

  /// The drawing for a wide column, or that of the first panel, of the first figure of the kit in `html`.
  public init?(in html: String) {
    let text = Array(html.utf8)
    guard let figure = text[...].range(of: "<figure class=\"chart"),
      let kind = text[(figure.upperBound - "chart".utf8.count)...].prefix(200).range(of: "\"")
    else { return nil }
    let rest = text[kind.upperBound...]
    let starts = ["<svg class=\"wide\"", "<svg class=\"panel\""]
    guard let start = starts.lazy.compactMap({ rest.range(of: $0)?.lowerBound }).first,
      let end = text[start...].prefix(Self.longest).range(of: "</svg>")
    else { return nil }
    self.kind = String(
      decoding: text[(figure.upperBound - "chart".utf8.count)..<kind.lowerBound], as: UTF8.self)
    markup = String(decoding: text[start..<end.upperBound], as: UTF8.self)
  }

  /// What the drawing shows, in words; empty if it does not say.
  public var label: String {
    var tags = Tags(Array(markup.utf8)[...])
    guard case .opening(_, let attributes, _)? = tags.next(), let label = attributes["aria-label"] else {
      return ""
    }
    var text = String(decoding: label, as: UTF8.self)
    for (reference, character) in [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&amp;", "&")] {
      text = text.replacing(reference, with: character)
    }
    return text
  }
}

extension ArraySlice<UInt8> {
  /// Where a text stands first.
  fileprivate func range(of text: String) -> Range<Int>? {
    let text = Array(text.utf8)
    var rest = self
    while let start = text.first.flatMap(rest.firstIndex) {
      rest = rest[start...]
      if rest.starts(with: text) { return start..<start + text.count }
      rest = rest.dropFirst()
    }
    return nil
  }
}
