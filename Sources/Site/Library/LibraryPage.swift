import Display
import Documentation

/// A page of the library without what every page of the site has around its article.
struct LibraryPage: Codable, Equatable, Sendable {
  /// The file in the library's folder.
  var file: String
  /// The file's address, there.
  var address: String
  var title: String
  /// What the page is about, in a sentence of HTML.
  var about: String
  var article: String

  /// The page of a type: how it is declared, what it conforms to, and its members.
  init(of type: DocumentedType, in module: DocumentedModule, of library: Library) {
    let place = library.place(of: type.id)
    let links = LibraryLinks(library: library, module: module.name, file: place?.file ?? "", type: type.path)
    let symbols = SymbolMarkup(links: links)
    let comment = links.comment(of: type.symbol, under: 1)
    let declaration = type.symbol.map {
      "<pre class=\"declaration\"><code>\(links.html(of: $0.declaration))</code></pre>\n"
    }
    let around = type.path.count > 1 ? module.types.first { $0.path == type.path.dropLast() } : nil
    let outer = around.flatMap { around in links.address(of: around.id).map { (around.name, $0) } }
    file = "\(module.name)/\(place?.file ?? "")"
    address = place?.address ?? ""
    title = type.name
    let relation = type.symbol == nil ? "with additions of" : "in"
    about =
      "\(type.words) \(HTML.escape(type.name)) \(relation) \(HTML.escape(module.name))."
      + (comment.summary.isEmpty ? "" : " " + comment.summary)
    article = """
      <h1><code>\(HTML.escape(type.name))</code></h1>
      <p class="kind">\(type.words) \(relation) \
      \(LibraryPage.link(module.name, to: Library.overview))\
      \(outer.map { ", within \(LibraryPage.link($0.0, to: $0.1))" } ?? "")</p>
      \(declaration ?? "")\(symbols.conditions(type.symbol?.constraints ?? []))\(comment.html)\
      \(LibraryPage.conformances(type, links))\(symbols.overview(of: module.types(in: type), under: "Types"))\
      \(symbols.groups(of: type.members))
      """
  }

  /// The page of a module: its types, and what stands outside them.
  init(of module: DocumentedModule, of library: Library) {
    let links = LibraryLinks(library: library, module: module.name, file: Library.overview, type: [])
    let symbols = SymbolMarkup(links: links)
    file = "\(module.name)/\(Library.overview)"
    address = file
    title = module.name
    about = "What \(HTML.escape(module.name)) offers: its types, functions and operators."
    let own = module.types.filter { $0.symbol != nil && $0.path.count == 1 }.sorted { $0.name < $1.name }
    article = """
      <h1><code>\(HTML.escape(module.name))</code></h1>
      <p class="kind">\(LibraryPage.condition(of: module))</p>
      \(symbols.overview(of: own.filter { $0.symbol?.kind != .protocol }, under: "Types"))\
      \(symbols.overview(of: own.filter { $0.symbol?.kind == .protocol }, under: "Protocols"))\
      \(symbols.overview(of: module.types.filter { $0.symbol == nil }, under: "Additions to other types"))\
      \(symbols.groups(of: module.symbols))
      """
  }

  /// What a cell must do to use a module.
  private static func condition(of module: DocumentedModule) -> String {
    module.name == LibraryShelf.always
      ? "What every cell may use" : "What cells may use after <code>import \(HTML.escape(module.name))</code>"
  }

  private static func link(_ name: String, to address: String) -> String {
    "<code><a href=\"\(HTML.escape(address))\">\(HTML.escape(name))</a></code>"
  }

  private static func conformances(_ type: DocumentedType, _ links: LibraryLinks) -> String {
    func list(_ title: String, _ conformances: [DocumentedType.Conformance]) -> String {
      if conformances.isEmpty { return "" }
      let names = conformances.map { conformance in
        let name = links.address(of: conformance.id).map { link(conformance.name, to: $0) }
        let conditions = conformance.conditions
        return (name ?? "<code>\(HTML.escape(conformance.name))</code>")
          + (conditions.isEmpty ? "" : " where \(SymbolMarkup.list(conditions))")
      }
      return "<dt>\(title)</dt><dd>\(names.joined(separator: ", "))</dd>\n"
    }
    let lists = list("Conforms to", type.conformances) + list("Conforming types", type.conforming)
    return lists.isEmpty ? "" : "<dl>\n\(lists)</dl>\n"
  }
}

extension DocumentedType {
  /// What it is, in a word.
  fileprivate var words: String {
    switch symbol?.kind {
    case .structure: "Structure"
    case .enumeration: "Enumeration"
    case .class: symbol?.declaration.text.contains("actor ") == true ? "Actor" : "Class"
    case .protocol: "Protocol"
    default: "Type"
    }
  }
}
