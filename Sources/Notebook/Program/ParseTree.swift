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
  }

  let statements: [Statement]

  /// Reads the compiler's dump.
  init(dump: Data) throws {
    let decoder = JSONDecoder()
    let file =
      try (try? decoder.decode(DumpedFile.self, from: dump))
      ?? decoder.decode(DumpedFile.self, from: closingObjects(in: dump))
    statements = (file.items ?? []).compactMap { item in
      item.range.map { range in
        // A statement stands alone in an item of its own; an expression has no range but the item's.
        let node = item.body?.elements?.last ?? item
        return Statement(
          start: range.start, lastToken: range.end, isValue: node.isValue && node.trailing_semi != true,
          isExecuted: item._kind == "top_level_code_decl")
      }
    }
  }
}

private struct DumpedFile: Decodable {
  /// None where the file holds nothing but comments.
  var items: [DumpedNode]?
}

/// A node of the dump, with its keys as the compiler spells them.
private final class DumpedNode: Decodable {
  struct Range: Decodable {
    var start: Int
    var end: Int
  }
  struct Body: Decodable {
    var elements: [DumpedNode]?
  }
  /// An operand or operator of a sequence.
  struct Kind: Decodable {
    var _kind: String
  }

  let _kind: String
  let range: Range?
  let trailing_semi: Bool?
  let body: Body?
  let elements: [Kind]?
  let sub_expr: DumpedNode?

  private enum CodingKeys: CodingKey { case _kind, range, trailing_semi, body, elements, sub_expr }

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    _kind = try container.decode(String.self, forKey: ._kind)
    range = try container.decodeIfPresent(Range.self, forKey: .range)
    trailing_semi = try container.decodeIfPresent(Bool.self, forKey: .trailing_semi)
    body = _kind == "top_level_code_decl" ? try container.decodeIfPresent(Body.self, forKey: .body) : nil
    elements = _kind == "sequence_expr" ? try container.decodeIfPresent([Kind].self, forKey: .elements) : nil
    let isPrefix = ["try_expr", "force_try_expr", "optional_try_expr", "await_expr", "unsafe_expr"].contains(
      _kind)
    sub_expr = isPrefix ? try container.decodeIfPresent(DumpedNode.self, forKey: .sub_expr) : nil
  }

  var isValue: Bool {
    guard _kind.hasSuffix("_expr") else { return false }
    if let sub_expr { return sub_expr.isValue }
    return !(elements ?? []).contains { $0._kind == "assign_expr" } && _kind != "assign_expr"
  }
}
