extension Document {
  /// Puts right the places that cmark gives inlines after the first line of their block.
  ///
  /// cmark counts their columns from where the first line's text begins, and without what stands before a later
  /// line's text: blanks, the marks of quotations. And it gives a link the line on which it ends.
  mutating func correctPlaces() {
    var block = SourceRange(at: .start)
    var quotations: [Int] = []
    var width = (line: 0, count: 0)
    for index in nodes.indices {
      let node = nodes[index]
      let outer = node.parent.map { quotations[$0] } ?? 0
      quotations.append(node.kind == .blockQuote ? outer + 1 : outer)
      guard var range = node.range else { continue }
      switch node.kind {
      case .paragraph, .heading:
        block = range
        continue
      case .text, .code, .htmlInline, .emphasis, .strong: break
      case .link, .image:
        if index + 1 < node.end, let child = nodes[index + 1].range {
          range.start.line = min(range.start.line, child.start.line)
        }
      default: continue
      }
      for end in [\SourceRange.start, \.end] where range[keyPath: end].line > block.start.line {
        let line = range[keyPath: end].line
        if width.line != line { width = (line, widthBeforeText(of: lines[line], quotations: outer)) }
        range[keyPath: end].column += width.count - block.start.column + 1
      }
      nodes[index].range = range
    }
  }

  private func widthBeforeText(of line: ArraySlice<UInt8>, quotations: Int) -> Int {
    var marks = 0
    return line.prefix { byte in
      if byte == UInt8(ascii: ">") { marks += 1 }
      return byte == UInt8(ascii: ">")
        ? marks <= quotations : byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t")
    }.count
  }
}
