/// What a module of a library declares for others.
public struct DocumentedModule: Equatable, Sendable {
  /// Its name.
  public let name: String
  /// Its types, and the types from elsewhere to which it adds something: those of each file in their order, the files in
  /// the order of their names; each nested type behind the one around it.
  public let types: [DocumentedType]
  /// What stands outside any type: functions, operators, variables, aliases.
  public let symbols: [Symbol]

  /// The types that stand in a type.
  public func types(in type: DocumentedType) -> [DocumentedType] {
    types.filter { $0.path.count == type.path.count + 1 && $0.path.dropLast() == type.path[...] }
  }
}
