import Foundation

/// The modules whose pages stand together, and where in them each symbol is told of.
public struct Library: Sendable {
  /// The place of something that is told of: a file in the library's folder, and a name on its page.
  public struct Place: Equatable, Sendable {
    /// The module.
    public let module: String
    /// The page's file in the module's folder.
    public let file: String
    /// The name on the page; none for the page itself.
    public let anchor: String?

    /// The address in the library's folder.
    public var address: String { "\(module)/\(addressInModule)" }

    /// The address in the module's folder.
    public var addressInModule: String { Place.encoded(file, .urlPathAllowed) + fragment }

    /// The address on its page.
    public var fragment: String { anchor.map { "#" + Place.encoded($0, .urlFragmentAllowed) } ?? "" }

    private static func encoded(_ text: String, _ allowed: CharacterSet) -> String {
      text.addingPercentEncoding(withAllowedCharacters: allowed) ?? text
    }
  }

  /// The modules, in the order given.
  public let modules: [DocumentedModule]
  private var places: [String: Place] = [:]
  /// The compiler's names of symbols by their names in a module, the first of each.
  private var ids: [String: String] = [:]

  /// Gives everything in some modules a place.
  ///
  /// - Parameter taken: names that no anchor may be.
  public init(_ modules: [DocumentedModule], taken: Set<String> = []) {
    self.modules = modules
    for module in modules {
      var overview = UniqueNames(taken: taken)
      for symbol in module.symbols {
        add(
          symbol,
          Place(module: module.name, file: Library.overview, anchor: overview.name(anchor(symbol.name))))
      }
      // Some file systems hold no two files whose names differ in case alone.
      var files = UniqueNames(taken: ["index"], ignoringCase: true)
      for type in module.types {
        let file = files.name(Library.fileName(type.name)) + ".html"
        places[type.id] = Place(module: module.name, file: file, anchor: nil)
        if type.symbol != nil { add(type.id, type.path) }
        var anchors = UniqueNames(taken: taken)
        for member in type.members {
          add(member, Place(module: module.name, file: file, anchor: anchors.name(anchor(member.name))))
        }
      }
    }
  }

  /// The file of a module's own page in its folder.
  public static let overview = "index.html"

  private mutating func add(_ symbol: Symbol, _ place: Place) {
    places[symbol.id] = place
    add(symbol.id, symbol.path)
  }

  private mutating func add(_ id: String, _ path: [String]) {
    for name in [path, path.dropLast() + [Symbol.base(of: path.last ?? "")]] {
      let key = name.joined(separator: "/")
      if ids[key] == nil { ids[key] = id }
    }
  }

  /// The place of a symbol, by the compiler's name; none for what is not told of.
  public func place(of id: String) -> Place? { places[id] }

  /// The place that documentation means by `Matrix/row(_:)`, with or without labels, from the type it stands in.
  public func place(named link: String, in type: [String]) -> Place? {
    let link = link.split(separator: "/").map { String($0) }
    guard !link.isEmpty else { return nil }
    for count in stride(from: type.count, through: 0, by: -1) {
      if let place = ids[(type.prefix(count) + link).joined(separator: "/")].flatMap({ places[$0] }) {
        return place
      }
    }
    return modules.contains { $0.name == link[0] } && link.count > 1
      ? place(named: link.dropFirst().joined(separator: "/"), in: []) : nil
  }

  /// The name as one that a file may have anywhere.
  private static func fileName(_ name: String) -> String {
    String(name.map { $0.isLetter || $0.isNumber || $0 == "." || $0 == "_" ? $0 : "-" })
  }

  /// The name as one that an element may have: without blanks.
  private func anchor(_ name: String) -> String { String(name.map { $0.isWhitespace ? "-" : $0 }) }
}

/// Names, each given once.
private struct UniqueNames {
  private var taken: Set<String>
  private let ignoresCase: Bool

  init(taken: Set<String>, ignoringCase: Bool = false) { (self.taken, ignoresCase) = (taken, ignoringCase) }

  /// The name, with a number where it is taken.
  mutating func name(_ wanted: String) -> String {
    var name = wanted
    var number = 2
    while !taken.insert(ignoresCase ? name.lowercased() : name).inserted {
      name = "\(wanted)-\(number)"
      number += 1
    }
    return name
  }
}
