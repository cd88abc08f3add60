public import Foundation

/// The names that the standard library and Foundation declare, which a program may use of any library.
public struct StandardNames: Codable, Equatable, Sendable {
  /// Those outside any type.
  public private(set) var free: Set<String> = []
  /// Those in types, of whatever type.
  public private(set) var members: Set<String> = []

  /// Reads the names out of symbol graphs.
  ///
  /// - Throws: what a decoder says of a graph that is none.
  public init(reading graphs: [Data]) throws {
    for graph in graphs {
      for symbol in try JSONDecoder().decode(Graph.self, from: graph).symbols {
        guard let name = symbol.pathComponents.last.map(Symbol.base) else { continue }
        if symbol.pathComponents.count > 1 { members.insert(name) } else { free.insert(name) }
      }
    }
  }

  /// What is read of a graph: these are of tens of megabytes.
  private struct Graph: Decodable {
    struct Symbol: Decodable { let pathComponents: [String] }
    let symbols: [Symbol]
  }
}
