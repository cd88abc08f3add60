public import Foundation
import SymbolKit

extension DocumentedModule {
  /// Reads the symbol graphs that the compiler wrote of a module.
  ///
  /// Left out are names that begin with an underscore, which say that they are not meant for others, and what only
  /// carries out a protocol from elsewhere and says no more than that does: the conformance tells of it.
  ///
  /// - Parameters:
  ///   - name: the module's name.
  ///   - graphs: the content of its graphs: its own symbols, and those it adds to types of other modules.
  /// - Throws: what a decoder says of a graph that is none.
  public init(_ name: String, reading graphs: [Data]) throws {
    let reading = GraphReading(
      try graphs.map { try JSONDecoder().decode(SymbolGraph.self, from: $0) }, of: name)
    self.init(name: name, types: reading.types, symbols: reading.free.filter { !$0.kind.isType })
  }
}

/// The symbols of some graphs, put in their places.
private struct GraphReading {
  /// All symbols of the graphs, by the compiler's names.
  private let found: [String: SymbolGraph.Symbol]
  /// The types that symbols stand in.
  private var owners: [String: String] = [:]
  /// What symbols carry out, where that is declared by a protocol.
  private var origins: [String: String] = [:]
  private var conformances: [String: [DocumentedType.Conformance]] = [:]
  private var conforming: [String: [DocumentedType.Conformance]] = [:]
  /// The symbols that are told of, in order, by the type they stand in; by nothing those outside any.
  private var symbols: [String: [Symbol]] = [:]

  init(_ graphs: [SymbolGraph], of module: String) {
    found = Dictionary(graphs.flatMap { $0.symbols.map { ($0.key, $0.value) } }) { first, _ in first }
    for relation in graphs.flatMap(\.relationships) { read(relation) }
    for symbol in found.values.filter({ isTold($0, in: module) }).sorted(by: { $0.precedes($1) }) {
      let owner = owners[symbol.identifier.precise]
      guard let read = Symbol(symbol, in: module, of: owner.flatMap { found[$0] }) else { continue }
      symbols[owner ?? "", default: []].append(read)
    }
  }

  private mutating func read(_ relation: SymbolGraph.Relationship) {
    switch relation.kind {
    case .memberOf, .requirementOf, .optionalRequirementOf:
      owners[relation.source] = relation.target
      origins[relation.source] = relation[mixin: SymbolGraph.Relationship.SourceOrigin.self]?.identifier
    case .conformsTo, .inheritsFrom:
      let known = found[relation.source]?.constraints ?? []
      let needed = relation[mixin: SymbolGraph.Relationship.Swift.GenericConstraints.self]?.constraints ?? []
      let conditions = needed.filter { !known.contains($0) }.map(\.text)
      let target = found[relation.target]?.fullName
      if let name = target ?? relation.targetFallback, !GraphReading.ofNearlyAll.contains(name) {
        conformances[relation.source, default: []].append(
          .init(name: target ?? withoutModule(name), id: relation.target, conditions: conditions))
      }
      if target != nil, let source = found[relation.source] {
        conforming[relation.target, default: []].append(
          .init(name: source.fullName, id: relation.source, conditions: conditions))
      }
    default: break
    }
  }

  /// The protocols that nearly every type conforms to by itself.
  private static let ofNearlyAll: Set = [
    "Swift.Copyable", "Swift.Escapable", "Swift.SendableMetatype", "Swift.BitwiseCopyable",
  ]

  private func withoutModule(_ name: String) -> String {
    name.split(separator: ".", maxSplits: 1).last.map { String($0) } ?? name
  }

  private func isTold(_ symbol: SymbolGraph.Symbol, in module: String) -> Bool {
    let isHidden =
      !["public", "open"].contains(symbol.accessLevel.rawValue) || symbol.place == nil
      || symbol.pathComponents.contains { $0.hasPrefix("_") }
    let isForeign = origins[symbol.identifier.precise].map { found[$0] == nil } ?? false
    return !isHidden && !(isForeign && symbol.words(in: module).isEmpty)
  }

  /// What stands outside any type.
  var free: [Symbol] { symbols[""] ?? [] }

  var types: [DocumentedType] {
    let foreign = symbols.keys.filter { !$0.isEmpty && found[$0] == nil }.map { id in
      type(nil, id, path: symbols[id]?.first.map { Array($0.path.dropLast()) } ?? [])
    }
    return free.filter(\.kind.isType).flatMap(withNested) + foreign.sorted { $0.name < $1.name }
  }

  /// A type, and behind it the types in it.
  private func withNested(_ symbol: Symbol) -> [DocumentedType] {
    [type(symbol, symbol.id, path: symbol.path)]
      + (symbols[symbol.id] ?? []).filter(\.kind.isType).flatMap(withNested)
  }

  private func type(_ symbol: Symbol?, _ id: String, path: [String]) -> DocumentedType {
    /// By name, each once, on the fewest conditions: what several protocols bring stands there for each.
    func inOrder(_ list: [DocumentedType.Conformance]?) -> [DocumentedType.Conformance] {
      let byID = Dictionary((list ?? []).map { ($0.id, $0) }) {
        $0.conditions.count <= $1.conditions.count ? $0 : $1
      }
      return byID.values.sorted { ($0.name, $0.id) < ($1.name, $1.id) }
    }
    // What stands in the type's own file comes first.
    let file = found[id]?.place?.uri
    let members = symbols[id]?.filter { !$0.kind.isType } ?? []
    let isBeside = Dictionary(members.map { ($0.id, found[$0.id]?.place?.uri == file) }) { first, _ in first }
    return DocumentedType(
      symbol: symbol, id: id, path: path,
      members: members.filter { isBeside[$0.id] == true } + members.filter { isBeside[$0.id] != true },
      conformances: inOrder(conformances[id]), conforming: inOrder(conforming[id]))
  }
}

extension SymbolGraph.Symbol {
  fileprivate var fullName: String { pathComponents.joined(separator: ".") }
}
