import CommonMark

extension Chapter {
  /// Reads a chapter.
  ///
  /// 1. The bytes must be UTF-8; a byte-order mark is passed over.
  /// 2. cmark parses them.
  /// 3. The blocks and code spans that are cells and numbers are found, in reading order.
  /// 4. Whatever an author may not write is collected and thrown together.
  ///
  /// - Parameters:
  ///   - bytes: the file's content.
  ///   - path: the file, as the author named it.
  ///   - name: the file's path in the book's folder, without `.md`.
  public init(reading bytes: [UInt8], path: String, name: String) throws(Failure) {
    if let position = firstInvalidPosition(in: bytes) {
      throw Failure(.notUTF8, path: path, at: position, "this is not UTF-8")
    }
    var reader = ChapterReader(path: path, document: Document(parsing: bytes))
    reader.read()
    let formulas = Formulas(in: reader.document, path: path)
    reader.diagnostics += formulas.diagnostics
    if reader.diagnostics.containsError { throw Failure(reader.diagnostics) }
    self.init(
      path: path, name: name, title: reader.title, document: reader.document, pieces: reader.pieces,
      formulas: formulas.byNode, ledgers: reader.ledgers, warnings: reader.diagnostics)
  }
}

/// The place of the first byte that is not part of UTF-8 text.
private func firstInvalidPosition(in bytes: [UInt8]) -> SourcePosition? {
  var decoder = UTF8()
  var iterator = bytes.makeIterator()
  var valid = 0
  decoding: while true {
    switch decoder.decode(&iterator) {
    case .scalarValue(let scalar): valid += UTF8.width(scalar)
    case .emptyInput: return nil
    case .error: break decoding
    }
  }
  return SourceLines(bytes).position(of: valid)
}

/// Finds in a document what makes it a chapter.
private struct ChapterReader {
  let path: String
  let document: Document
  var title = ""
  var pieces: [Chapter.Piece] = []
  var ledgers: [Int: Ledger] = [:]
  var diagnostics: [Diagnostic] = []
  private var spans: CodeSpans
  private var ids: [String: SourcePosition] = [:]

  init(path: String, document: Document) {
    self.path = path
    self.document = document
    spans = CodeSpans(in: document)
  }

  mutating func read() {
    var hasTitle = false
    for (index, node) in document.nodes.enumerated() {
      switch node.kind {
      case .heading(level: 1) where !hasTitle:
        title = document.plainText(of: index)
        hasTitle = true
      case .codeBlock(let info): readBlock(index, node, info: info)
      case .paragraph: readParagraph(node)
      case .code where node.literal.hasPrefix(#"\("#) && node.literal.hasSuffix(")"):
        readNumber(index, node)
      default: break
      }
    }
    if !hasTitle || title.allSatisfy(\.isWhitespace) {
      report(.noTitle, at: .start, "a chapter needs a title: a heading of level 1 that holds text")
    }
  }

  private mutating func readBlock(_ index: Int, _ node: Node, info: String) {
    guard let range = node.range, let fence = Fence(of: node, in: document) else { return }
    if !fence.isClosed { report(.unclosedFence, at: range.start, "this fence is not closed") }
    guard let word = info.split(whereSeparator: \.isWhitespace).first else { return }
    if word == "ledger" { return readLedger(index, node, range) }
    guard word == "swift" else { return noteIfAlmostSwift(word, range.start) }
    guard fence.firstWord == "swift" else {
      // With 'swift&#32;hidden' the attribute would be passed over.
      let start = SourcePosition(
        line: range.start.line, column: fence.wordsColumn - fence.firstWord.utf8.count)
      let place = start..<SourcePosition(line: start.line, column: fence.wordsColumn)
      return diagnostics.append(
        Diagnostic(
          .almostSwift, .warning, path: path, at: place,
          "this block is not run: 'swift' must be written plainly, with an ordinary space or nothing behind it"
        ))
    }
    let (attributes, faults) = CellAttributes.parse(fence.words)
    for fault in faults {
      func place(_ offset: Int) -> SourcePosition {
        SourcePosition(line: range.start.line, column: fence.wordsColumn + offset)
      }
      let place = place(fault.range.lowerBound)..<place(fault.range.upperBound)
      diagnostics.append(
        Diagnostic(
          fault.identifier, path: path, at: place, fault.message,
          repair: fault.likely.map { Repair(place, to: $0) }))
    }
    if let id = attributes.id {
      if let first = ids[id] {
        report(
          .duplicateID, at: range.start, "id '\(id)' is taken",
          notes: [Diagnostic.Note(path: path, at: first, "it is taken here")])
      }
      ids[id] = ids[id] ?? range.start
    }
    let code = node.literal.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
    for (offset, line) in code.enumerated() where attributes.kind != .static {
      guard line.drop(while: \.isWhitespace).hasPrefix("#sourceLocation") else { continue }
      let number = range.start.line + 1 + offset
      let column = document.lines[number].prefix { $0 != UInt8(ascii: "#") }.count + 1
      report(
        .lineDirective, at: SourcePosition(line: number, column: column),
        "a line directive in a cell would have the compiler speak of lines that are not the chapter's")
    }
    let indents = code.enumerated().map { offset, line in
      max(document.lines[range.start.line + 1 + offset].count - line.utf8.count, 0)
    }
    pieces.append(
      .cell(
        Cell(
          kind: attributes.kind, id: attributes.id, caption: attributes.caption, reads: attributes.reads,
          code: node.literal, node: index, opening: range.start, firstLine: range.start.line + 1,
          indents: indents)))
    for number in attributes.caption?.numbers ?? [] {
      let position = SourcePosition(line: range.start.line, column: fence.wordsColumn + number.offset)
      pieces.append(
        .number(
          InlineNumber(
            interpolation: number.interpolation, node: index, position: position,
            words: [InlineNumber.Word(offset: 0, position: position)])))
    }
  }

  private mutating func readLedger(_ index: Int, _ node: Node, _ range: SourceRange) {
    let code = node.literal.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
    let lines = code.enumerated().map { offset, text in
      let (number, length) = (range.start.line + 1 + offset, text.utf8.count)
      let start = SourcePosition(line: number, column: max(document.lines[number].count - length, 0) + 1)
      return (text, start..<SourcePosition(line: number, column: start.column + length))
    }
    let ledger = Ledger(lines, path: path)
    diagnostics += ledger.diagnostics
    ledgers[index] = ledger
  }

  /// A fence of backticks with another backtick on its line is a paragraph to CommonMark.
  private mutating func readParagraph(_ node: Node) {
    guard let range = node.range else { return }
    for line in range.start.line...range.end.line {
      let text = document.lines[line]
      let start =
        line == range.start.line
        ? range.start.column - 1 : text.prefix { isBlank($0) || $0 == UInt8(ascii: ">") }.count
      guard text.dropFirst(start).starts(with: "```swift".utf8) else { continue }
      report(
        .backtickInFence, at: SourcePosition(line: line, column: start + 1),
        "a backtick further on keeps this line from opening a cell; open and close the cell with '~~~'")
    }
  }

  private mutating func readNumber(_ index: Int, _ node: Node) {
    let places = spans.places(of: index)
    let words = node.literal.utf8.split(separator: UInt8(ascii: " ")).compactMap { word in
      let offset = node.literal.utf8.distance(from: node.literal.startIndex, to: word.startIndex)
      return places.indices.contains(offset)
        ? InlineNumber.Word(offset: offset, position: places[offset]) : nil
    }
    pieces.append(
      .number(
        InlineNumber(
          interpolation: node.literal, node: index, position: places.first ?? node.range?.start ?? .start,
          words: words)))
  }

  /// A block whose first word is nearly `swift` is very likely meant to be a cell, and would be passed over in silence.
  private mutating func noteIfAlmostSwift(_ word: Substring, _ fence: SourcePosition) {
    guard word.count == 5, word.lowercased().sorted() == "swift".sorted() else { return }
    let opening = document.lines[fence.line].dropFirst(fence.column - 1)
    let mark = opening.prefix { $0 == opening.first || isBlank($0) }.count
    let start = SourcePosition(line: fence.line, column: fence.column + mark)
    let range = start..<SourcePosition(line: start.line, column: start.column + word.utf8.count)
    diagnostics.append(
      Diagnostic(
        .almostSwift, .warning, path: path, at: range,
        "this block is not run: its first word is '\(word)', not 'swift'", repair: Repair(range, to: "swift"))
    )
  }

  private mutating func report(
    _ identifier: Diagnostic.Identifier, at position: SourcePosition, _ message: String,
    notes: [Diagnostic.Note] = []
  ) {
    diagnostics.append(Diagnostic(identifier, path: path, at: position, message, notes: notes))
  }
}
