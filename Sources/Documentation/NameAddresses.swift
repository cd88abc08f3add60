/// Where a program's names of a module's symbols lead: what a page needs of the library, and no more.
///
/// As text it has a line for each name, so that it is read in less than a millisecond.
public struct NameAddresses: Equatable, Sendable {
  /// Addresses by names outside any type.
  private var free: [Substring: Substring] = [:]
  /// Addresses by names in types and the types' own names.
  private var members: [Substring: [Substring: Substring]] = [:]

  /// The names of a module, with addresses in the library's folder. Overloads lead to the first of them.
  ///
  /// - Parameter standard: names that mean nothing of the library by themselves.
  public init(of module: DocumentedModule, in library: Library, standard: StandardNames) {
    func add(_ symbol: Symbol, in owner: String?) {
      guard let place = library.place(of: symbol.id) else { return }
      let name = symbol.baseName[...]
      guard Self.isNamed(symbol) else { return }
      if let owner {
        if members[name]?[owner[...]] == nil { members[name, default: [:]][owner[...]] = place.address[...] }
        if standard.members.contains(String(name)) { members[name]?[""] = "" }
      } else if !standard.free.contains(String(name)), free[name] == nil {
        free[name] = place.address[...]
      }
    }
    for symbol in module.symbols { add(symbol, in: nil) }
    for type in module.types {
      if let symbol = type.symbol {
        add(symbol, in: type.path.count > 1 ? type.path.dropLast().joined(separator: ".") : nil)
      }
      for member in type.members { add(member, in: type.name) }
    }
  }

  /// Whether a program names the symbol, and does not write an operator or brackets.
  private static func isNamed(_ symbol: Symbol) -> Bool {
    switch symbol.kind {
    case .initializer, .subscript, .typeSubscript, .operator, .associatedType: false
    default: !symbol.baseName.contains { $0.isWhitespace }
    }
  }

  /// Reads the names from text.
  public init(text: String) {
    for line in text.split(separator: "\n") {
      let parts = line.split(separator: "\t", maxSplits: 2, omittingEmptySubsequences: false)
      guard parts.count == 3 else { continue }
      if parts[1] == "-" {
        free[parts[0]] = parts[2]
      } else {
        members[parts[0], default: [:]][parts[1]] = parts[2]
      }
    }
  }

  /// The names as text.
  public var text: String {
    let lines =
      free.map { "\($0.key)\t-\t\($0.value)\n" }
      + members.flatMap { name, owners in owners.map { "\(name)\t\($0.key)\t\($0.value)\n" } }
    return lines.sorted().joined()
  }

  /// The address of a name outside any type.
  public func address(of name: String) -> String? { free[name[...]].map { String($0) } }

  /// The address of a name in a type.
  public func address(of name: String, in type: String) -> String? {
    members[name[...]]?[type[...]].map { String($0) }
  }

  /// The addresses of a name in whatever type; an empty one stands for types from elsewhere.
  public func addresses(ofMember name: String) -> [String] {
    members[name[...]].map { $0.values.map { String($0) } } ?? []
  }
}
