import Documentation
import Highlighting
import Notebook

/// What of the library stands in the site of a book: the modules that its chapters import, those that their pages lead to,
/// and `Display`, which needs no import, where a cell uses a name of it.
struct LibraryShelf {
  /// The modules, in the order of their names.
  let modules: [String]
  /// The pages' folder in the site.
  let folder: String
  /// The links of each chapter, seen from the site's folder.
  private let links: [CellLinks]
  private let reference: LibraryReference

  /// The module that cells use without an import.
  static let always = "Display"

  init(of reference: LibraryReference, for book: Book) {
    self.reference = reference
    let names = Dictionary(reference.modules.map { ($0.name, NameAddresses(text: $0.names)) }) { first, _ in
      first
    }
    let folder = LibraryShelf.folder(avoiding: book.chapters.map(\.name))
    var shown: Set<String> = []
    var links: [CellLinks] = []
    for chapter in book.chapters {
      let source = SourceNames(of: chapter.cells.map(\.code).joined(separator: "\n"))
      let imported = source.imported.intersection(names.keys)
      let known = imported.union([LibraryShelf.always]).sorted().compactMap { names[$0] }
      shown.formUnion(imported)
      links.append(CellLinks(to: known, declared: source.declared, root: folder + "/"))
    }
    if !shown.contains(LibraryShelf.always) {
      let isUsed = zip(book.chapters, links).contains { chapter, links in
        chapter.cells.contains {
          LibraryShelf.leads($0.code, to: "\(folder)/\(LibraryShelf.always)/", by: links)
        }
      }
      if isUsed { shown.insert(LibraryShelf.always) }
    }
    var waiting = Array(shown)
    while let module = waiting.popLast() {
      for other in reference.modules.first(where: { $0.name == module })?.mentions ?? []
      where shown.insert(other).inserted { waiting.append(other) }
    }
    modules = reference.modules.map(\.name).filter(shown.contains)
    let told = modules.compactMap { names[$0] }
    self.folder = folder
    self.links = links.map { $0.with(told) }
  }

  /// A folder that none of the chapters stands in.
  private static func folder(avoiding chapters: [String]) -> String {
    let taken = Set(
      chapters.map { $0.split(separator: "/") }.filter { $0.count > 1 }.map { $0[0].lowercased() })
    var (folder, number) = ("library", 2)
    while taken.contains(folder) { (folder, number) = ("library-\(number)", number + 1) }
    return folder
  }

  /// Whether code has a name that leads to a page in a folder.
  private static func leads(_ code: String, to folder: String, by links: CellLinks) -> Bool {
    var isFound = false
    _ = Highlighting.html(of: code) { name in
      isFound = isFound || links.address(of: name)?.hasPrefix(folder) == true
      return nil
    }
    return isFound
  }

  /// The links of a chapter's page, or of the page that holds the whole book.
  func links(of chapter: Int, root: String) -> CellLinks { links[chapter].from("\(root)\(folder)/") }

  /// The modules' own pages, seen from the site's folder.
  var overviews: [Page.Link] {
    modules.map { Page.Link(title: $0, address: "\(folder)/\($0)/\(Library.overview)") }
  }

  /// How the library's pages reach the site's folder.
  static let root = "../../"

  /// The pages of a module; their files and addresses are seen from the site's folder.
  func pages(of module: String) -> [LibraryPage] {
    reference.pages(of: module).map { page in
      var page = page
      page.address = "\(folder)/\(page.address)"
      page.file = "\(folder)/\(page.file)"
      return page
    }
  }
}
