import CommonMark

/// Of the links of a text, those that mean a Markdown file, but no chapter of the book.
///
/// - Parameters:
///   - links: the links.
///   - document: the text.
///   - name: the chapter that the text is, none for the summary.
///   - names: the names of the book's chapters.
func deadLinks(
  _ links: [TextLink], in document: Document, path: String, name: String?, names: Set<String>
) -> [Diagnostic] {
  links.compactMap { written -> Diagnostic? in
    let (destination, start) = (written.destination, written.position)
    guard !written.isPicture, let link = ChapterLink(destination, in: name), !names.contains(link.name),
      link != .summary
    else { return nil }
    let message = "there is no chapter '\(destination)' in this book"
    guard let near = link.likely(among: names) else {
      return Diagnostic(.deadLink, path: path, at: start, message)
    }
    let likely = ChapterLink.destination(from: name, to: near) + destination.drop { $0 != "#" }
    let written = written.range.flatMap { stretch(of: destination, in: $0, of: document) }
    return Diagnostic(
      .deadLink, path: path, at: written ?? start..<start, "\(message); did you mean '\(likely)'?",
      repair: written.map { Repair($0, to: likely) })
  }
}

/// Where the destination of a link stands, if that is in the link and on the line on which it begins.
private func stretch(
  of destination: String, in range: SourceRange, of document: Document
) -> Range<SourcePosition>? {
  let position = range.start
  let line = document.lines[position.line]
  let rest = line.prefix(range.end.line == position.line ? max(range.end.column, 0) : line.count)
    .dropFirst(position.column - 1)
  guard let found = rest.firstRange(of: Array("](\(destination)".utf8)) else { return nil }
  let start = found.lowerBound - document.lines[position.line].startIndex + "](".utf8.count + 1
  return SourcePosition(
    line: position.line, column: start)..<SourcePosition(
      line: position.line, column: start + destination.utf8.count)
}
