extension Formula {
  /// The formula as a `math` element of MathML Core, for an HTML page.
  ///
  /// It needs no script. A style sheet must place the columns of tables and colour the palette's classes; the label
  /// and the tag are not in it, for the page to show. The same formula gives the same bytes.
  ///
  /// - Parameter display: whether it stands on a line of its own and in full size.
  public func mathML(display: Bool) -> String {
    let renderer = Renderer(style: display ? .display : .text)
    var math = Element("math", renderer.elements(body))
    if display { math = math.with("display", "block") }
    let text = source.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    var html = ""
    math.with("alttext", text).write(to: &html)
    return html
  }
}
