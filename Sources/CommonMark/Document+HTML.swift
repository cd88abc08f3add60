import CCMark

/// A change to one node on the way to HTML.
public enum Edit: Equatable, Sendable {
  /// The node and all it holds give way to this HTML.
  case replace(html: String)
  /// The inline node gives way to this text; within an image, that is the only way to put anything else.
  case text(String)
  /// The node gives way to this HTML around what it holds.
  case wrap(opening: String, closing: String)
  /// The node stays, with this HTML before all that it holds.
  case prepend(html: String)
  /// A link or an image points here instead; a link may be given content as HTML, behind all that it holds.
  case redirect(String, content: String? = nil)
  /// The node and all it holds are left out.
  case remove
}

extension Document {
  /// The document as HTML, rendered by cmark in its safe mode, with some nodes changed.
  ///
  /// - Parameter edits: the changes, by the index of the node. A change inside a node that is replaced or
  ///   removed has no effect.
  /// - Parameter placed: whether each block says where in the text it stands, in an attribute `data-sourcepos`.
  /// - Complexity: linear in the length of the text and of the edits.
  public func html(applying edits: [Int: Edit] = [:], placed: Bool = false) -> String {
    withTree(of: lines.bytes) { root in
      var targets: [(node: OpaquePointer, edit: Edit)] = []
      var index = 0
      forEachEvent(under: root) { node, event in
        guard event == CMARK_EVENT_ENTER else { return }
        if let edit = edits[index] { targets.append((node, edit)) }
        index += 1
      }
      // The innermost first, so that no edit meets a node that is gone.
      for (node, edit) in targets.reversed() { apply(edit, to: node) }
      guard let html = cmark_render_html(root, placed ? CMARK_OPT_SOURCEPOS : CMARK_OPT_DEFAULT) else {
        return ""
      }
      defer { cmark_get_default_mem_allocator().pointee.free(html) }
      return String(cString: html)
    }
  }
}

private func apply(_ edit: Edit, to node: OpaquePointer) {
  switch edit {
  case .replace(let html):
    replace(node, with: custom(like: node, opening: html))
  case .text(let text):
    let other = cmark_node_new(CMARK_NODE_TEXT)
    cmark_node_set_literal(other, text)
    replace(node, with: other)
  case .wrap(let opening, let closing):
    let wrapper = custom(like: node, opening: opening, closing: closing)
    while let child = cmark_node_first_child(node) {
      cmark_node_unlink(child)
      cmark_node_append_child(wrapper, child)
    }
    replace(node, with: wrapper)
  case .prepend(let html):
    cmark_node_prepend_child(node, custom(CMARK_NODE_CUSTOM_INLINE, opening: html))
  case .redirect(let destination, let content):
    cmark_node_set_url(node, destination)
    if let content { cmark_node_append_child(node, custom(CMARK_NODE_CUSTOM_INLINE, opening: content)) }
  case .remove:
    cmark_node_unlink(node)
    cmark_node_free(node)
  }
}

private func replace(_ node: OpaquePointer, with other: OpaquePointer?) {
  cmark_node_replace(node, other)
  cmark_node_free(node)
}

/// A custom node, which cmark renders as given, of the kind that may stand where `node` stands.
private func custom(like node: OpaquePointer, opening: String, closing: String = "") -> OpaquePointer? {
  let isBlock = cmark_node_get_type(node).rawValue <= CMARK_NODE_LAST_BLOCK.rawValue
  return custom(
    isBlock ? CMARK_NODE_CUSTOM_BLOCK : CMARK_NODE_CUSTOM_INLINE, opening: opening, closing: closing)
}

private func custom(_ type: cmark_node_type, opening: String, closing: String = "") -> OpaquePointer? {
  let custom = cmark_node_new(type)
  cmark_node_set_on_enter(custom, opening)
  cmark_node_set_on_exit(custom, closing)
  return custom
}
