/// Something public that a library declares.
public struct Symbol: Equatable, Sendable {
  /// What a symbol is.
  public enum Kind: String, Equatable, Sendable {
    case structure = "struct"
    case enumeration = "enum"
    case `class`
    case `protocol`
    case `typealias`
    case associatedType = "associatedtype"
    case initializer = "init"
    case property
    case method
    case `subscript`
    case `case` = "enum.case"
    case typeProperty = "type.property"
    case typeMethod = "type.method"
    case typeSubscript = "type.subscript"
    case `operator` = "func.op"
    case function = "func"
    case variable = "var"
    case macro

    /// Whether it is a type with members of its own.
    public var isType: Bool {
      switch self {
      case .structure, .enumeration, .class, .protocol: true
      default: false
      }
    }
  }

  /// What tells it from every other: the compiler's name for it.
  public let id: String
  /// What it is.
  public let kind: Kind
  /// Its name with the names of the types around it, the outermost first: `["Matrix", "row(_:)"]`.
  public let path: [String]
  /// How it is declared.
  public let declaration: Declaration
  /// What its documentation says, as Markdown; empty where there is none.
  public let comment: String
  /// What must hold of the type that is extended, beyond what holds of it anyway: `Element == Float`.
  public let constraints: [String]

  /// Its name with the labels of its arguments.
  public var name: String { path.last ?? "" }
  /// Its name without labels.
  public var baseName: String { Symbol.base(of: name) }

  /// A name without the labels of arguments; an operator may hold parentheses of no one else's.
  static func base(of name: String) -> String { String(name.prefix { $0 != "(" }) }
}
