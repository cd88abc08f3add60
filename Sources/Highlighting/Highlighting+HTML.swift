import Display

extension Highlighting {
  /// Swift source text as HTML for the content of a `code` element.
  ///
  /// Each stretch of one kind is a `span` of the class `hl-` and the kind's name; plain text stands by itself.
  /// Characters that HTML forbids become U+FFFD.
  ///
  /// - Parameters:
  ///   - source: the text.
  ///   - linksTakeFocus: whether the keyboard reaches the links with the Tab key.
  ///   - link: the address to which a name links, if any; asked once for each name that is no keyword. The address is
  ///     escaped here.
  ///   - mark: a further class that a name is given, if any; asked once for each name, without its backticks.
  /// - Complexity: as `spans(of:)`, and the time that `link` and `mark` take.
  public static func html(
    of source: String, linksTakeFocus: Bool = true, link: (Name) -> String? = { _ in nil },
    mark: (String) -> String? = { _ in nil }
  ) -> String {
    var html = ""
    html.reserveCapacity(source.utf8.count * 2)
    /// The kind of the span that is open; plain when none is.
    var open = Token.Kind.plain
    func turn(to kind: Token.Kind) {
      guard kind != open else { return }
      if open != .plain { html += "</span>" }
      if kind != .plain { html += "<span class=\"hl-\(kind.rawValue)\">" }
      open = kind
    }
    let (tokens, naming) = naming(of: source)
    var offset = 0
    for (index, token) in tokens.enumerated() {
      let name = Name(index, at: offset, of: tokens, naming)
      let address = name.flatMap(link)
      let extra = (name?.text).flatMap(mark)
      if address != nil || extra != nil {
        turn(to: .plain)
        let classes = [token.kind == .plain ? nil : "hl-\(token.kind.rawValue)", extra].compactMap { $0 }
        let attributes =
          (classes.isEmpty ? "" : " class=\"\(HTML.escape(classes.joined(separator: " ")))\"")
          + (address.map { " href=\"\(HTML.escape($0))\"" + (linksTakeFocus ? "" : " tabindex=\"-1\"") } ?? "")
        let element = address == nil ? "span" : "a"
        html += "<\(element)\(attributes)>\(HTML.escape(token.text))</\(element)>"
      } else {
        turn(to: token.kind)
        html += HTML.escape(token.text)
      }
      offset += token.text.utf8.count
    }
    turn(to: .plain)
    return html
  }
}
