import CommonMark

/// Finds where code spans stand, from the first to the last.
///
/// cmark keeps no more than where a span begins, and takes its line breaks and some blanks away; so the text is searched, from
/// the block's beginning or from the span before.
struct CodeSpans {
  private let document: Document
  /// How far the search has come, as an offset in the text.
  private var searched = 0

  init(in document: Document) { self.document = document }

  /// The place of each byte of a span's literal, and the one behind the last; none where the span is not found.
  ///
  /// - Parameters:
  ///   - index: the span's node.
  ///   - sign: what must stand before the span's backticks; empty for anything.
  mutating func places(of index: Int, behind sign: String = "") -> [SourcePosition] {
    let literal = Array(document.nodes[index].literal.utf8)
    guard let range = blockRange(of: index), let first = literal.first(where: { !isBlank($0) }) else {
      return []
    }
    let bytes = document.lines.bytes
    let end = document.lines.offset(of: SourcePosition(line: range.end.line, column: .max))
    var start = max(searched, document.lines.offset(of: range.start))
    while start < end {
      if bytes[start] == first, precedesCode(start, behind: Array(sign.utf8)),
        let offsets = match(literal, at: start, before: end)
      {
        searched = (offsets.last ?? start) + 1
        return offsets.map(document.lines.position(of:)) + [document.lines.position(of: searched)]
      }
      start += 1
    }
    return []
  }

  private func blockRange(of index: Int) -> SourceRange? {
    var block = document.nodes[index].parent
    while let parent = block, !document.nodes[parent].isBlock { block = document.nodes[parent].parent }
    return block.flatMap { document.nodes[$0].range }
  }

  /// Whether backticks, perhaps with a blank, stand before the offset, and before them the sign.
  private func precedesCode(_ offset: Int, behind sign: [UInt8]) -> Bool {
    var before = document.lines.bytes[..<offset]
    if let last = before.last, isBlank(last) { before.removeLast() }
    let ticks = before.reversed().prefix { $0 == UInt8(ascii: "`") }.count
    return ticks > 0 && before.dropLast(ticks).suffix(sign.count).elementsEqual(sign)
  }

  /// The offsets of the literal's bytes, where it stands at `offset` with any blanks and line starts in place of its own.
  private func match(_ literal: [UInt8], at offset: Int, before end: Int) -> [Int]? {
    let bytes = document.lines.bytes
    var offsets: [Int] = []
    var index = offset
    for byte in literal {
      if isBlank(byte) {
        offsets.append(min(index, end - 1))
        while index < end, index > offset, isBlank(bytes[index]) || startsLine(index) { index += 1 }
      } else {
        guard index < end, bytes[index] == byte else { return nil }
        offsets.append(index)
        index += 1
      }
    }
    return offsets
  }

  /// Whether the byte is the mark of a quotation at the beginning of a line.
  private func startsLine(_ offset: Int) -> Bool {
    document.lines.bytes[offset] == UInt8(ascii: ">")
      && document.lines.bytes[..<offset].reversed().prefix {
        $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r")
      }
      .allSatisfy { isBlank($0) || $0 == UInt8(ascii: ">") }
  }
}

func isBlank(_ byte: UInt8) -> Bool {
  byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") || byte == UInt8(ascii: "\n")
    || byte == UInt8(ascii: "\r")
}

extension Node {
  /// Whether the node is a block, which can hold lines.
  fileprivate var isBlock: Bool {
    switch kind {
    case .document, .blockQuote, .list, .item, .paragraph, .heading, .thematicBreak, .codeBlock, .htmlBlock,
      .customBlock:
      true
    default: false
    }
  }
}
