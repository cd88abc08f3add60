import CCMark

/// A CommonMark text, parsed by cmark.
///
/// A value: the tree is read out of cmark once, into `nodes`, and rendering hands the text to cmark again.
/// Both walk with cmark's iterator, never by recursion, so nesting is limited by memory alone.
public struct Document: Sendable {
  /// The text's lines.
  public let lines: SourceLines
  /// The nodes in reading order; the first is the document.
  public internal(set) var nodes: [Node]

  /// Parses a text. Every sequence of bytes is CommonMark, so nothing can fail.
  ///
  /// - Complexity: linear in the length of the text.
  public init(parsing text: [UInt8]) {
    // cmark reads a NUL as U+FFFD, and counts columns so.
    let bytes = text.contains(0) ? text.flatMap { $0 == 0 ? Array("\u{FFFD}".utf8) : [$0] } : text
    lines = SourceLines(bytes)
    nodes = withTree(of: bytes) { root in
      var nodes: [Node] = []
      var open: [Int] = []
      forEachEvent(under: root) { node, event in
        if event == CMARK_EVENT_EXIT {
          if let index = open.popLast() { nodes[index].end = nodes.count }
          return
        }
        nodes.append(Node(reading: node, parent: open.last, end: nodes.count + 1))
        if !isLeaf(node) { open.append(nodes.count - 1) }
      }
      return nodes
    }
    correctPlaces()
  }

  /// Parses a text.
  public init(parsing text: String) {
    self.init(parsing: Array(text.utf8))
  }

  /// The indices of a node's children.
  public func children(of index: Int) -> [Int] {
    var children: [Int] = []
    var child = index + 1
    while child < nodes[index].end {
      children.append(child)
      child = nodes[child].end
    }
    return children
  }

  /// The text of a node and all it holds, without markup; line breaks become spaces.
  ///
  /// - Parameter texts: what stands in the place of a node's own text, by the index of the node.
  public func plainText(of index: Int, replacing texts: [Int: String] = [:]) -> String {
    (index..<nodes[index].end).map { index in
      let node = nodes[index]
      if let text = texts[index] { return text }
      return switch node.kind {
      case .softBreak, .lineBreak: " "
      case .htmlBlock, .htmlInline: ""
      default: node.literal
      }
    }.joined()
  }
}

/// Parses a text, hands its tree to `body` and frees it.
func withTree<Result>(of bytes: [UInt8], _ body: (OpaquePointer) -> Result) -> Result {
  let root = bytes.withUnsafeBytes { buffer in
    cmark_parse_document(
      buffer.baseAddress?.assumingMemoryBound(to: CChar.self), buffer.count, CMARK_OPT_DEFAULT)
  }
  guard let root else { preconditionFailure("cmark gives a tree for every text") }
  defer { cmark_node_free(root) }
  return body(root)
}

/// Calls `body` for each event of cmark's iterator; within it the tree may not change.
func forEachEvent(under root: OpaquePointer, _ body: (OpaquePointer, cmark_event_type) -> Void) {
  let iterator = cmark_iter_new(root)
  defer { cmark_iter_free(iterator) }
  while true {
    let event = cmark_iter_next(iterator)
    guard event != CMARK_EVENT_DONE, let node = cmark_iter_get_node(iterator) else { return }
    body(node, event)
  }
}

/// Whether cmark's iterator gives the node no exit event.
func isLeaf(_ node: OpaquePointer) -> Bool {
  switch cmark_node_get_type(node) {
  case CMARK_NODE_HTML_BLOCK, CMARK_NODE_THEMATIC_BREAK, CMARK_NODE_CODE_BLOCK, CMARK_NODE_TEXT,
    CMARK_NODE_SOFTBREAK, CMARK_NODE_LINEBREAK, CMARK_NODE_CODE, CMARK_NODE_HTML_INLINE:
    true
  default: false
  }
}
