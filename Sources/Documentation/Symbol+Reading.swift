import SymbolKit

extension Symbol {
  /// A symbol of a graph; none of a kind that is not known.
  ///
  /// - Parameters:
  ///   - symbol: what the graph has.
  ///   - module: the module, whose own documentation counts: what is inherited from elsewhere is said there.
  ///   - owner: the type around it, if the graph has it.
  init?(_ symbol: SymbolGraph.Symbol, in module: String, of owner: SymbolGraph.Symbol?) {
    guard let kind = Kind(rawValue: symbol.kind.identifier.identifier) else { return nil }
    self.kind = kind
    id = symbol.identifier.precise
    path = symbol.pathComponents
    declaration = Declaration(symbol.parts)
    comment = symbol.words(in: module)
    let known = owner?.constraints ?? []
    let needed = symbol[mixin: SymbolGraph.Symbol.Swift.Extension.self]?.constraints ?? []
    constraints = needed.filter { !known.contains($0) && $0.leftTypeName != "Self" }.map(\.text)
  }
}

extension SymbolGraph.Symbol {
  /// Where it is declared; none for what the compiler adds.
  var place: SymbolGraph.Symbol.Location? { self[mixin: SymbolGraph.Symbol.Location.self] }

  /// The order of the sources, and of the compiler's names where that does not tell.
  func precedes(_ other: SymbolGraph.Symbol) -> Bool {
    func key(_ symbol: SymbolGraph.Symbol) -> (String, Int, Int, String) {
      let place = symbol.place
      return (
        place?.uri ?? "", place?.position.line ?? 0, place?.position.character ?? 0, symbol.identifier.precise
      )
    }
    return key(self) < key(other)
  }

  /// The documentation that stands in the module itself.
  func words(in module: String) -> String {
    guard let comment = docComment, comment.moduleName ?? module == module else { return "" }
    return comment.lines.map(\.text).joined(separator: "\n")
  }

  /// What holds of the names that it is generic over.
  var constraints: Set<SymbolGraph.Symbol.Swift.GenericConstraint> {
    Set(self[mixin: SymbolGraph.Symbol.Swift.Generics.self]?.constraints ?? [])
  }

  fileprivate var parts: [Declaration.Part] {
    var fragments = self[mixin: DeclarationFragments.self]?.declarationFragments ?? []
    // It tells the compiler something, and those who call nothing.
    if fragments.first?.spelling == "@frozen" { fragments.removeFirst(min(2, fragments.count)) }
    var parts: [Declaration.Part] = []
    for (index, fragment) in fragments.enumerated() {
      // A parameter begins with its label; one that has no label with its name, behind a parenthesis or a comma.
      let before = index > 0 ? fragments[index - 1].spelling : ""
      let isName = fragment.kind == .internalParameter && (before.hasSuffix("(") || before.hasSuffix(", "))
      parts.append(
        Declaration.Part(
          text: fragment.spelling,
          target: fragment.kind == .typeIdentifier ? fragment.preciseIdentifier : nil,
          beginsParameter: fragment.kind == .externalParameter || isName))
    }
    return parts
  }
}

extension SymbolGraph.Symbol.Swift.GenericConstraint {
  /// The constraint as source text.
  var text: String { "\(leftTypeName)\(kind == .sameType ? " ==" : ":") \(rightTypeName)" }
}
