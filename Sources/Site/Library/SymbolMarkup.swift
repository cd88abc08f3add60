import Display
import Documentation

/// Symbols as sections of a page of the library.
struct SymbolMarkup {
  let links: LibraryLinks

  /// The kinds of members in the order of a page, each with its heading.
  private static let groups: [(title: String, kinds: Set<Symbol.Kind>)] = [
    ("Cases", [.case]), ("Initialisers", [.initializer]), ("Properties", [.property]), ("Methods", [.method]),
    ("Subscripts", [.subscript, .typeSubscript]), ("Type properties", [.typeProperty]),
    ("Type methods", [.typeMethod]), ("Functions", [.function]), ("Variables", [.variable]),
    ("Macros", [.macro]), ("Operators", [.operator]), ("Associated types", [.associatedType]),
    ("Type aliases", [.typealias]),
  ]

  /// Symbols under headings for their kinds.
  func groups(of symbols: [Symbol]) -> String {
    SymbolMarkup.groups.map { title, kinds in
      let symbols = symbols.filter { kinds.contains($0.kind) }
      return symbols.isEmpty ? "" : "<h2>\(title)</h2>\n" + symbols.map(section).joined()
    }.joined()
  }

  private func section(of symbol: Symbol) -> String {
    guard let place = links.library.place(of: symbol.id), let anchor = place.anchor else { return "" }
    // The id says the name already, and a long page says it often.
    let label = "Link to this"
    return """
      <h3 class="symbol" id="\(HTML.escape(anchor))"><a class="anchor" href="\(HTML.escape(place.fragment))" \
      aria-label="\(label)"></a><code>\(links.html(of: symbol.declaration))</code></h3>
      \(conditions(symbol.constraints))\(links.comment(of: symbol, under: 3).html)
      """
  }

  /// What must hold of a type for something of it.
  func conditions(_ conditions: [String]) -> String {
    conditions.isEmpty ? "" : "<p class=\"conditions\">Where \(SymbolMarkup.list(conditions))</p>\n"
  }

  /// Source texts in a sentence.
  static func list(_ texts: [String]) -> String {
    texts.map { "<code>\(HTML.escape($0))</code>" }.joined(separator: ", ")
  }

  /// Types, each with the first sentence that is said of it.
  func overview(of types: [DocumentedType], under title: String) -> String {
    if types.isEmpty { return "" }
    let lines = types.map { type in
      let address = HTML.escape(links.address(of: type.id) ?? "")
      let summary = links.comment(of: type.symbol, under: 2).summary
      return
        "<dt><code><a href=\"\(address)\">\(HTML.escape(type.name))</a></code></dt>\n<dd>\(summary)</dd>\n"
    }
    return "<h2>\(title)</h2>\n<dl>\n\(lines.joined())</dl>\n"
  }
}
