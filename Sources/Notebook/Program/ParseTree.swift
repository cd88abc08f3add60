import Foundation

/// The top level of a Swift file as the compiler's own parser sees it.
///
/// Asking the compiler is the only sure way to know where a statement begins and whether it is an expression.
/// Its dump says of itself that its form may change between compilers, so what is read of it is little, and
/// a dump that does not fit is an error, never a guess.
struct ParseTree: Equatable {
  /// A declaration or statement at the top level.
  struct Statement: Equatable {
    /// The offset of its first byte.
    var start: Int
    /// The offset of its last token.
    var lastToken: Int
    /// Whether it is an expression whose value may be shown: not an assignment, not followed by `;`.
    var isValue: Bool
    /// Whether it is executed where it stands, so that a call may stand before it; its range then begins with its
    /// attributes.
    var isExecuted: Bool
    /// The names that are read when it is executed, without those that it declares itself.
    var uses: Set<String> = []
    /// The variable that it declares; the parser tells of each variable beside the statement that sets it.
    var variable: String?
  }

  /// A dump that is not understood.
  struct UnknownForm: Error {}

  let statements: [Statement]

  /// Reads the compiler's dump.
  init(dump: Data) throws {
    let file = try DumpedNode(dump)
    guard file.kind == "source_file" else { throw UnknownForm() }
    statements = try file.nodes("items").compactMap { item in
      guard item.kind != nil else { throw UnknownForm() }
      guard let start = item.offset("start"), let last = item.offset("end") else { return nil }
      // A statement stands alone in an item of its own; an expression has no range but the item's.
      let isExecuted = item.kind == "top_level_code_decl"
      let node = isExecuted ? item.node("body")?.nodes("elements").last ?? item : item
      return Statement(
        start: start, lastToken: last, isValue: node.isValue && !node.flag("trailing_semi"),
        isExecuted: isExecuted,
        uses: isExecuted ? node.uses : [], variable: item.kind == "var_decl" ? item.name : nil)
    }
  }
}
