/// A type with its members, as its page tells of it; or what a library adds to a type from elsewhere.
public struct DocumentedType: Equatable, Sendable {
  /// A protocol that the type conforms to, or a type that conforms to the protocol.
  public struct Conformance: Equatable, Sendable {
    /// The other's name.
    public let name: String
    /// The other's symbol.
    public let id: String
    /// On which conditions, as source text.
    public let conditions: [String]
  }

  /// The type's symbol; none for a type from elsewhere.
  public let symbol: Symbol?
  /// What the compiler calls the type.
  public let id: String
  /// Its name with the names of the types around it.
  public let path: [String]
  /// What it declares, in the order of the sources.
  public let members: [Symbol]
  /// What it conforms to, but for what nearly every type does; a class also what it inherits from.
  public let conformances: [Conformance]
  /// What conforms to it, for a protocol.
  public let conforming: [Conformance]

  /// The name with those around it, as it is written in a program.
  public var name: String { path.joined(separator: ".") }
}
