import CommonMark

/// The fence of a code block, read from the text, since cmark keeps neither its place nor whether it was closed.
struct Fence {
  /// The first word of the info string as it stands in the text.
  let firstWord: String
  /// The info string as it stands in the text, after its first word.
  let words: String
  /// The column at which `words` begin.
  let wordsColumn: Int
  /// Whether a closing fence ends the block, and not the end of the text or of the list or quotation around it.
  let isClosed: Bool

  /// Reads the fence of a code block; none where the block is an indented one.
  init?(of node: Node, in document: Document) {
    guard case .codeBlock(let info) = node.kind, let range = node.range else { return nil }
    let codeLines = node.literal.utf8.count { $0 == UInt8(ascii: "\n") }
    // An indented block has no line besides its code.
    guard codeLines <= range.end.line - range.start.line else { return nil }
    let line = document.lines[range.start.line].dropFirst(range.start.column - 1)
    guard let mark = line.first, mark == UInt8(ascii: "`") || mark == UInt8(ascii: "~") else { return nil }
    // The range of an indented block may take in blank lines below it; its first line is part of its code.
    if info.isEmpty, node.literal.utf8.prefix(while: { $0 != UInt8(ascii: "\n") }).elementsEqual(line) {
      return nil
    }
    let isSpace = { (byte: UInt8) in byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }
    let written = line.drop { $0 == mark }.drop(while: isSpace)
    let words = written.drop { !isSpace($0) }
    firstWord = String(decoding: written[..<words.startIndex], as: UTF8.self)
    self.words = String(decoding: words, as: UTF8.self)
    wordsColumn = range.start.column + line.count - words.count
    let last = document.lines[range.end.line].reversed().drop(while: isSpace).prefix { $0 == mark }
    // Where a list or a quotation ends the block, cmark has it end on the line that the next block begins on.
    let next = document.nodes.indices.contains(node.end) ? document.nodes[node.end].range?.start.line : nil
    isClosed =
      range.end.column > 0 && next != range.end.line && codeLines == range.end.line - range.start.line - 1
      && last.count >= line.prefix { $0 == mark }.count
  }
}
