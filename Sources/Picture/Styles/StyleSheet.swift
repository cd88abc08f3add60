/// What a style sheet says of the elements of drawings, in the light theme.
///
/// It takes rules of names, classes and descendants, and the variables of `:root`. What stands under a condition
/// (`@media`, `@container`) or has any other selector is left out.
public struct StyleSheet: Sendable {
  struct Rule: Sendable {
    let selector: Selector
    let order: Int
    let declarations: [(property: String, value: String)]
  }

  private var variables: [String: String] = [:]
  /// By a class of the element itself, or its name, or nothing.
  private var rules: [String: [Rule]] = [:]

  /// Reads a style sheet, or several, one behind the other.
  public init(_ text: String) {
    var order = 0
    for block in Blocks(text) {
      let declarations = block.content.split(separator: ";").compactMap { line -> (String, String)? in
        guard let colon = line.firstIndex(of: ":") else { return nil }
        return (line[..<colon].trimmed, line[line.index(after: colon)...].trimmed)
      }
      // A comma within a function parts no selectors.
      guard !block.head.contains("(") else { continue }
      for text in block.head.split(separator: ",") {
        if text.trimmed == ":root" {
          for (name, value) in declarations where name.hasPrefix("--") { variables[name] = value }
        }
        guard let selector = Selector(text), let part = selector.parts.last else { continue }
        order += 1
        rules[part.classes.first ?? part.name ?? "", default: []].append(
          Rule(selector: selector, order: order, declarations: declarations))
      }
    }
  }

  /// What the rules say of the last element of `path`, the weakest first.
  func declarations(for path: [Element]) -> [(property: String, value: String)] {
    guard let element = path.last else { return [] }
    let matching = (element.classes + [element.name]).flatMap { rules[$0] ?? [] }
      .filter { $0.selector.matches(path) }
    return matching.sorted { ($0.selector.weight, $0.order) < ($1.selector.weight, $1.order) }
      .flatMap(\.declarations)
  }

  /// The colour that a variable has in the light theme.
  public func colour(_ variable: String) -> Colour? { colour(of: "var(\(variable))") }

  /// The colour of a value: `#…`, `var(--name)` or `light-dark(one, other)`; none for another.
  func colour(of value: String) -> Colour? {
    var value = value[...]
    // A variable may be named in the value of another; one that leads back to itself has no colour.
    for _ in 0..<8 {
      if let name = value.argument(of: "var", upTo: ")") {
        guard let known = variables[name.trimmed] else { return nil }
        value = known[...]
      } else if let light = value.argument(of: "light-dark", upTo: ",") {
        value = light
      } else {
        return Colour(value.trimmed)
      }
    }
    return nil
  }
}

/// The blocks of a style sheet that stand under no condition, each with what stands before its brace.
private struct Blocks: Sequence, IteratorProtocol {
  private var rest: Substring

  init(_ text: String) { rest = Self.withoutComments(text)[...] }

  mutating func next() -> (head: Substring, content: Substring)? {
    while let open = rest.firstIndex(of: "{") {
      // What ends with a semicolon before the block is a statement of its own, such as an import.
      let head = rest[..<open].split(separator: ";").last ?? ""
      var (depth, end) = (1, rest.index(after: open))
      while end < rest.endIndex, depth > 0 {
        depth += rest[end] == "{" ? 1 : rest[end] == "}" ? -1 : 0
        end = rest.index(after: end)
      }
      let content = rest[rest.index(after: open)..<end].dropLast()
      rest = rest[end...]
      if !head.trimmed.hasPrefix("@") { return (head, content) }
    }
    return nil
  }

  private static func withoutComments(_ text: String) -> String {
    var (kept, rest) = ("", text[...])
    while let start = rest.firstRange(of: "/*") {
      kept += rest[..<start.lowerBound]
      let end = rest[start.upperBound...].firstRange(of: "*/")?.upperBound ?? rest.endIndex
      rest = rest[end...]
    }
    return kept + rest
  }
}

extension StringProtocol {
  /// Without blanks at either end.
  var trimmed: String {
    String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
  }
}

extension Substring {
  /// What stands in a call of a function up to its end, or up to its next argument.
  fileprivate func argument(of function: String, upTo end: Character) -> Substring? {
    guard hasPrefix(function + "(") else { return nil }
    return dropFirst(function.count + 1).prefix { $0 != end }
  }
}
