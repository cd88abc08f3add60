import Documentation
import Highlighting
import Notebook

/// Where names in a chapter's code lead: to the library's pages, where it is certain enough what they mean.
///
/// 1. A name by itself links if it is a public type or function outside any type of exactly one module that the chapter
///    imports; `Display` is always imported.
/// 2. A name behind a type's name and a dot links to that type's member.
/// 3. Any other name behind a dot links if exactly one type of these modules has a public member of that base name;
///    overloads lead to the first.
/// 4. No name links that the chapter declares anywhere, be it a variable, a parameter, a type, or a tuple's label; no
///    label of an argument; and none that the standard library or Foundation declares, but for 2.
struct CellLinks {
  private let modules: [NameAddresses]
  /// The names of all modules that the site tells of, for the text around the cells.
  private var told: [NameAddresses] = []
  private let declared: Set<String>
  /// How the page reaches the library's folder.
  private var root: String

  /// The links of a chapter.
  ///
  /// - Parameters:
  ///   - modules: the names of the modules that the chapter imports.
  ///   - declared: the names that the chapter declares.
  ///   - root: how the page reaches the library's folder, with a slash at its end.
  init(to modules: [NameAddresses], declared: Set<String>, root: String) {
    (self.modules, self.declared, self.root) = (modules, declared, root)
  }

  /// No links.
  static let none = CellLinks(to: [], declared: [], root: "")

  /// The same links on a page that reaches the library's folder another way.
  func from(_ root: String) -> CellLinks {
    var links = self
    links.root = root
    return links
  }

  /// The same links, and those of the text to some modules.
  func with(_ told: [NameAddresses]) -> CellLinks {
    var links = self
    links.told = told
    return links
  }

  /// Where a name in code leads, if anywhere.
  func address(of name: Highlighting.Name) -> String? {
    if modules.isEmpty || name.use == .label || declared.contains(name.text) { return nil }
    switch name.use {
    case .free: return only(modules.compactMap { $0.address(of: name.text) })
    case .member(let base):
      if let base, !declared.contains(base) {
        let found = modules.filter { $0.address(of: base) != nil }
        if found.count == 1, let address = found[0].address(of: name.text, in: base) { return root + address }
      }
      return only(modules.flatMap { $0.addresses(ofMember: name.text) })
    case .label: return nil
    }
  }

  /// Where a code span in a sentence leads, if it is a type's exact name.
  func address(ofType name: String) -> String? {
    guard !declared.contains(name) else { return nil }
    // Only a type has a page of its own.
    return only(told.compactMap { $0.address(of: name) }).flatMap { $0.contains("#") ? nil : $0 }
  }

  /// The address, if it is the only one, and not one elsewhere.
  private func only(_ addresses: [String]) -> String? {
    addresses.count == 1 && !addresses[0].isEmpty ? root + addresses[0] : nil
  }
}
