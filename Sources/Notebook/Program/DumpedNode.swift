import Foundation

/// A node of the compiler's dump of a parsed file.
struct DumpedNode {
  private let object: [String: Any]

  /// Reads a dump.
  init(_ dump: Data) throws {
    let json =
      try (try? JSONSerialization.jsonObject(with: dump))
      ?? JSONSerialization.jsonObject(with: closingObjects(in: dump))
    guard let object = json as? [String: Any] else { throw ParseTree.UnknownForm() }
    self.object = object
  }

  private init?(_ json: Any?) {
    guard let object = json as? [String: Any] else { return nil }
    self.object = object
  }

  /// What the node is, in the compiler's words.
  var kind: String? { object["_kind"] as? String }
  /// The name that the node declares.
  var name: String? { node("name")?.node("base_name")?.object["name"] as? String }

  func node(_ key: String) -> DumpedNode? { DumpedNode(object[key]) }
  func nodes(_ key: String) -> [DumpedNode] { (object[key] as? [Any] ?? []).compactMap { DumpedNode($0) } }
  func flag(_ key: String) -> Bool { object[key] as? Bool ?? false }
  func offset(_ key: String) -> Int? { node("range")?.object[key] as? Int }

  /// Whether the node is an expression that has a value to show; an assignment has none.
  var isValue: Bool {
    guard let kind, kind.hasSuffix("_expr"), kind != "assign_expr" else { return false }
    let prefixes = ["try_expr", "force_try_expr", "optional_try_expr", "await_expr", "unsafe_expr"]
    if prefixes.contains(kind), let operand = node("sub_expr") { return operand.isValue }
    return kind != "sequence_expr" || !nodes("elements").contains { $0.kind == "assign_expr" }
  }

  /// The names that are read when the node is executed, without those that are declared in it.
  ///
  /// Closures, functions and types are left out, since they may be executed later.
  var uses: Set<String> {
    var used: Set<String> = []
    var declared: Set<String> = []
    var waiting = [self]
    while let node = waiting.popLast() {
      if node.kind == "unresolved_decl_ref_expr", let name = node.object["name"] as? String {
        used.insert(name)
      }
      if let name = node.name { declared.insert(name) }
      for value in node.object.values {
        waiting += ((value as? [Any]) ?? [value]).compactMap { DumpedNode($0) }.filter { !$0.isExecutedLater }
      }
    }
    return used.subtracting(declared)
  }

  private var isExecutedLater: Bool {
    guard let kind else { return false }
    return kind == "closure_expr"
      || kind.hasSuffix("_decl") && kind != "pattern_binding_decl" && kind != "var_decl"
  }
}
