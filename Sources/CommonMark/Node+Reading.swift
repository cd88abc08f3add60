import CCMark

extension Node {
  /// Reads a node out of cmark's tree.
  init(reading node: OpaquePointer, parent: Int?, end: Int) {
    kind = Kind(of: node)
    literal = string(cmark_node_get_literal(node))
    let start = SourcePosition(
      line: Int(cmark_node_get_start_line(node)), column: Int(cmark_node_get_start_column(node)))
    let last = SourcePosition(
      line: Int(cmark_node_get_end_line(node)), column: Int(cmark_node_get_end_column(node)))
    // cmark writes 0 where it knows no place.
    range = start.line > 0 && start.column > 0 ? SourceRange(start, last) : nil
    self.parent = parent
    self.end = end
  }
}

extension Node.Kind {
  fileprivate init(of node: OpaquePointer) {
    self =
      switch cmark_node_get_type(node) {
      case CMARK_NODE_BLOCK_QUOTE: .blockQuote
      case CMARK_NODE_LIST: .list
      case CMARK_NODE_ITEM: .item
      case CMARK_NODE_PARAGRAPH: .paragraph
      case CMARK_NODE_THEMATIC_BREAK: .thematicBreak
      case CMARK_NODE_HEADING: .heading(level: Int(cmark_node_get_heading_level(node)))
      case CMARK_NODE_CODE_BLOCK: .codeBlock(info: string(cmark_node_get_fence_info(node)))
      case CMARK_NODE_HTML_BLOCK: .htmlBlock
      case CMARK_NODE_CUSTOM_BLOCK: .customBlock
      case CMARK_NODE_TEXT: .text
      case CMARK_NODE_SOFTBREAK: .softBreak
      case CMARK_NODE_LINEBREAK: .lineBreak
      case CMARK_NODE_CODE: .code
      case CMARK_NODE_HTML_INLINE: .htmlInline
      case CMARK_NODE_CUSTOM_INLINE: .customInline
      case CMARK_NODE_EMPH: .emphasis
      case CMARK_NODE_STRONG: .strong
      case CMARK_NODE_LINK:
        .link(destination: string(cmark_node_get_url(node)), title: string(cmark_node_get_title(node)))
      case CMARK_NODE_IMAGE:
        .image(source: string(cmark_node_get_url(node)), title: string(cmark_node_get_title(node)))
      default: .document
      }
  }
}

private func string(_ pointer: UnsafePointer<CChar>?) -> String {
  pointer.map { String(cString: $0) } ?? ""
}
