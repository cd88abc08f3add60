/// The words that are keywords, everywhere or in some places.
enum Word: String, CaseIterable {
  // Reserved.
  case `associatedtype`, `class`, `deinit`, `enum`, `extension`, `fileprivate`, `func`, `import`, `init`,
    `inout`
  case `internal`, `let`, `operator`, `precedencegroup`, `private`, `protocol`, `public`, `static`, `struct`
  case `subscript`, `typealias`, `var`
  case `break`, `case`, `catch`, `continue`, `default`, `defer`, `do`, `else`, `fallthrough`, `for`, `guard`,
    `if`
  case `in`, `repeat`, `return`, `switch`, `throw`, `where`, `while`
  case `as`, `false`, `is`, `nil`, `rethrows`, `self`, `super`, `throws`, `true`, `try`
  case anyType = "Any"
  case selfType = "Self"

  // Modifiers of declarations.
  case actor, borrowing, consuming, convenience, distributed, dynamic, final, indirect, infix, isolated, lazy
  case mutating, nonisolated, nonmutating, open, optional, override, package, postfix, prefix, required,
    unowned
  case weak

  // Before a type or an expression.
  case any, await, consume, copy, discard, each, macro, sending, some, unsafe, yield

  // Elsewhere.
  case async, get, set, willSet, didSet, of, safe, nonsending
  case read = "_read"
  case modify = "_modify"

  private static let words = Dictionary(uniqueKeysWithValues: allCases.map { ($0.rawValue, $0) })
  private static let longest = allCases.reduce(0) { max($0, $1.rawValue.utf8.count) }

  init?(_ bytes: ArraySlice<UInt8>) {
    guard bytes.count <= Word.longest, let word = Word.words[String(decoding: bytes, as: UTF8.self)] else {
      return nil
    }
    self = word
  }

  /// A keyword wherever it stands, but for a member's name or a label.
  var isReserved: Bool {
    switch self {
    case .associatedtype, .class, .deinit, .enum, .extension, .fileprivate, .func, .import, .`init`, .inout,
      .internal, .let, .operator, .precedencegroup, .private, .protocol, .public, .static, .struct,
      .subscript,
      .typealias, .var, .break, .case, .catch, .continue, .default, .defer, .do, .else, .fallthrough, .for,
      .guard, .if, .in, .repeat, .return, .switch, .throw, .where, .while, .as, .false, .is, .nil, .rethrows,
      .`self`, .super, .throws, .true, .try, .anyType, .selfType:
      true
    default: false
    }
  }

  /// A value or a type by itself: an operator may follow it.
  var isOperand: Bool {
    switch self {
    case .true, .false, .nil, .`self`, .super, .anyType, .selfType: true
    default: false
    }
  }

  /// Begins a declaration, after its modifiers.
  var introducesDeclaration: Bool {
    switch self {
    case .associatedtype, .class, .deinit, .enum, .extension, .func, .import, .`init`, .let, .operator,
      .protocol,
      .struct, .subscript, .typealias, .var, .case, .actor, .macro, .get, .set, .read, .modify:
      true
    default: false
    }
  }

  var modifiesDeclaration: Bool {
    switch self {
    case .borrowing, .consuming, .convenience, .distributed, .dynamic, .final, .indirect, .infix, .isolated,
      .lazy,
      .mutating, .nonisolated, .nonmutating, .open, .optional, .override, .package, .postfix, .prefix,
      .required,
      .unowned, .weak, .actor, .unsafe, .async, .static, .public, .private, .fileprivate, .internal:
      true
    default: false
    }
  }

  /// Stands before a type or an expression and makes a phrase with it.
  var isPrefix: Bool {
    switch self {
    case .any, .await, .borrowing, .consume, .consuming, .copy, .discard, .each, .isolated, .macro,
      .nonisolated, .sending, .some,
      .unowned, .unsafe, .weak, .yield, .actor:
      true
    default: false
    }
  }

  var isAccessor: Bool {
    switch self {
    case .get, .set, .willSet, .didSet, .read, .modify: true
    default: false
    }
  }

  /// Begins a statement whose condition ends at a brace.
  var beginsHeader: Bool {
    switch self {
    case .if, .guard, .while, .for, .switch, .catch: true
    default: false
    }
  }
}
