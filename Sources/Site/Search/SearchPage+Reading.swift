import CommonMark
import Notebook

extension SearchPage {
  /// Reads a chapter.
  ///
  /// 1. Each heading opens a section; what stands before the second heading belongs to the page itself.
  /// 2. A section's text is that of its blocks, with the captions of its cells. Each statement of a ledger is a section
  ///    of its own, behind the others.
  /// 3. Formulas and numbers are part of the text that a result shows, but cannot be searched for: formulas are written
  ///    in a language of their own, and a number is seldom what a reader knows.
  /// 4. Blocks of code and of mathematics, what cells show, and HTML are left out.
  ///
  /// - Parameters:
  ///   - chapter: the chapter.
  ///   - anchors: the names of the headings on the page, by the index of their nodes.
  ///   - values: what stands on the page in a node's place, such as a number that was computed, by the node's index.
  /// - Complexity: linear in the length of the text.
  init(reading chapter: Chapter, anchors: [Int: String], values: [Int: String] = [:]) {
    var reader = SearchReader(chapter.document, title: chapter.title, anchors: anchors, values: values)
    reader.captions = Dictionary(
      chapter.cells.compactMap { cell in cell.caption.map { (cell.node, $0.text) } }
    ) { first, _ in first }
    reader.read()
    let statements = chapter.ledgers.sorted { $0.key < $1.key }.flatMap(\.value.entries).map { entry in
      let text = "\(entry.verdict.rawValue) \(entry.reason) \(entry.source)"
      return Section(
        heading: Document(parsing: entry.statement).plainText(of: 0), anchor: entry.name, text: text,
        words: text)
    }
    self.init(
      name: chapter.name, title: chapter.title, address: chapter.address,
      sections: reader.sections + statements)
  }

  /// Reads the summary of a book.
  ///
  /// - Parameters:
  ///   - summary: its text.
  ///   - title: the book's title.
  ///   - anchors: the names of the headings on the page, by the index of their nodes.
  init(readingSummary summary: Document, title: String, anchors: [Int: String]) {
    var reader = SearchReader(summary, title: title, anchors: anchors, values: [:])
    reader.read()
    self.init(name: "index", title: title, address: "index.html", sections: reader.sections)
  }
}

extension Chapter {
  /// What the numbers in the chapter's sentences came to, and the captions of its cells, by the index of their nodes.
  func values(in transcript: Transcript) -> [Int: String] {
    var values: [Int: String] = [:]
    for (index, piece) in pieces.enumerated() {
      switch piece {
      case .cell(let cell):
        guard let (document, nodes) = cell.caption?.parsed() else { continue }
        let numbers = Dictionary(
          zip(nodes, pieces.captionValues(ofCell: index, in: transcript))
        ) { first, _ in first }
        values[cell.node] = document.plainText(of: 0, replacing: numbers)
      case .number(let number) where document.nodes[number.node].kind == .code:
        guard case .output(.value(let value))? = transcript.outputs[index]?.last else { continue }
        values[number.node] = value
      case .number: break
      }
    }
    return values
  }
}

/// Collects the text of the sections of a page.
private struct SearchReader {
  private let document: Document
  private let anchors: [Int: String]
  private let values: [Int: String]
  /// What stands below the output of cells, by their nodes.
  var captions: [Int: String] = [:]
  private(set) var sections: [SearchPage.Section]

  init(_ document: Document, title: String, anchors: [Int: String], values: [Int: String]) {
    (self.document, self.anchors, self.values) = (document, anchors, values)
    sections = [SearchPage.Section(heading: title, anchor: "")]
  }

  mutating func read() {
    var hasTitle = false
    var index = 0
    while index < document.nodes.count {
      let node = document.nodes[index]
      guard case .heading(let level) = node.kind else {
        read(index, caption: captions[index])
        index += 1
        continue
      }
      if level == 1, !hasTitle {
        hasTitle = true
      } else {
        sections.append(SearchPage.Section(heading: "", anchor: anchors[index] ?? ""))
        for inline in index..<node.end { read(inline) }
        let section = sections.count - 1
        (sections[section].heading, sections[section].text, sections[section].words) =
          (sections[section].text, "", "")
      }
      index = node.end
    }
  }

  private mutating func read(_ index: Int, caption: String? = nil) {
    switch document.nodes[index].kind {
    case .paragraph: endBlock()
    case .codeBlock:
      guard let caption else { return }
      endBlock()
      add(values[index] ?? Document(parsing: caption).plainText(of: 0))
    case .text: addText(index)
    case .code: addCode(index)
    case .softBreak, .lineBreak: addBreak(index)
    default: break
    }
  }

  private mutating func add(_ text: String, isSearched: Bool = true) {
    sections[sections.count - 1].text += text
    sections[sections.count - 1].words += isSearched ? text : " "
  }

  private mutating func endBlock() {
    if sections.last?.text.isEmpty == false { add(" ") }
  }

  private mutating func addText(_ index: Int) {
    var text = document.nodes[index].literal[...]
    if isCallout(index) { return }
    if isFormula(index - 1) { text = text.dropFirst() }
    if isFormula(index + 1) { text = text.dropLast() }
    add(String(text))
  }

  private mutating func addCode(_ index: Int) {
    let code = document.nodes[index].literal
    if let value = values[index] {
      add(value, isSearched: false)
    } else if code.hasPrefix(#"\("#) {
      add("…", isSearched: false)
    } else {
      add(code, isSearched: !isFormula(index))
    }
  }

  /// A line's end is a space, but for between two ideographs, where Chinese has none.
  private mutating func addBreak(_ index: Int) {
    let after = document.nodes[(index + 1)...].first { !$0.literal.isEmpty }?.literal.unicodeScalars.first
    let before = sections.last?.text.unicodeScalars.last
    let isWithinChinese = [before, after].allSatisfy { $0?.properties.isIdeographic == true }
    if !isWithinChinese { add(" ") }
  }

  private func isFormula(_ index: Int) -> Bool {
    document.nodes.indices.contains(index) && document.nodes[index].kind == .code
      && Formulas.standsBetweenDollarSigns(index, in: document)
  }

  /// Whether a text is part of the mark `[!NOTE]`, which cmark gives in three.
  private func isCallout(_ index: Int) -> Bool {
    guard let paragraph = document.nodes[index].parent, let quotation = document.nodes[paragraph].parent,
      document.nodes[quotation].kind == .blockQuote
    else { return false }
    let mark = document.children(of: paragraph).prefix { document.nodes[$0].kind == .text }
    let word = mark.map { document.nodes[$0].literal }.joined()
    return mark.contains(index) && word.wholeMatch(of: #/\[!(NOTE|TIP|IMPORTANT|WARNING|CAUTION)\]/#) != nil
  }
}
