import Documentation
import Foundation
public import Notebook

/// The pages of the library that cells import, and where names lead in them.
///
/// They are made once for each state of the library, and kept beside it. A build that finds them reads the names, and the
/// pages of those modules that the site shows.
public struct LibraryReference: Sendable {
  /// A module, as far as the pages of chapters need it.
  struct Module: Codable, Sendable {
    let name: String
    /// The modules that its pages lead to.
    let mentions: [String]
    /// Its `NameAddresses`, as text.
    let names: String
  }

  /// The modules, in the order of their names.
  let modules: [Module]
  /// The pages of some modules, by their names.
  private let pages: @Sendable (String) -> [LibraryPage]

  /// No library: nothing links, and there are no pages.
  public static let none = LibraryReference(modules: [], pages: [:])

  /// A reference in memory.
  init(modules: [Module], pages: [String: [LibraryPage]]) {
    self.modules = modules
    self.pages = { pages[$0] ?? [] }
  }

  /// Where the pages of a module are kept.
  private static func file(of module: String, in folder: URL) -> URL {
    folder.appending(path: "pages-\(module)")
  }

  /// The pages of a module.
  func pages(of module: String) -> [LibraryPage] { pages(module) }

  /// What is kept: the modules, what they were made from and by, and the files with their pages.
  private struct Record: Codable {
    let key: String
    let modules: [Module]
    let files: [FileStamp]
  }

  /// The reference of a library, made anew only where the library or this program is another.
  ///
  /// - Throws: a `Failure` with a warning where the compiler does not tell of the library.
  public init(of library: RuntimeLibrary) async throws {
    let folder = library.documentation
    let key = "\(library.documentationIdentity)\n\(LibraryReference.program)"
    let record = folder.appending(path: "names")
    pages = { module in
      SealedFile.read([LibraryPage].self, from: LibraryReference.file(of: module, in: folder)) ?? []
    }
    if let known = SealedFile.read(Record.self, from: record), known.key == key,
      known.files.allSatisfy(\.holds)
    {
      modules = known.modules
      return
    }
    let graphs = try await library.symbolGraphs()
    let made: [(module: Module, pages: [LibraryPage])]
    do {
      let standard = try StandardNames(reading: graphs.standardGraphs(in: folder))
      let documented = try graphs.modules.map {
        try DocumentedModule($0, reading: graphs.graphs(of: $0, in: folder))
      }
      made = LibraryReference.make(documented, standard: standard)
      for (module, pages) in made {
        try SealedFile.write(pages, to: LibraryReference.file(of: module.name, in: folder))
      }
      let files = made.compactMap { FileStamp(LibraryReference.file(of: $0.module.name, in: folder).path) }
      try SealedFile.write(Record(key: key, modules: made.map(\.module), files: files), to: record)
    } catch {
      throw Failure([
        Diagnostic(
          .noLibraryPages, .warning, path: folder.path, "the library's names have no pages: \(error)")
      ])
    }
    modules = made.map(\.module)
  }

  /// The reference of some modules.
  init(of modules: [DocumentedModule], standard: StandardNames) {
    let made = LibraryReference.make(modules, standard: standard)
    self.init(
      modules: made.map(\.module),
      pages: Dictionary(made.map { ($0.module.name, $0.pages) }) { first, _ in first })
  }

  private static func make(
    _ modules: [DocumentedModule], standard: StandardNames
  ) -> [(module: Module, pages: [LibraryPage])] {
    let library = Library(modules, taken: Page.ids)
    return modules.map { module in
      let pages =
        [LibraryPage(of: module, of: library)]
        + module.types.map { LibraryPage(of: $0, in: module, of: library) }
      let mentions = modules.map(\.name).filter { other in
        pages.contains { $0.article.contains("href=\"../\(other)/") }
      }
      let names = NameAddresses(of: module, in: library, standard: standard).text
      return (Module(name: module.name, mentions: mentions, names: names), pages)
    }
  }

  /// What tells this program from another, which may make other pages of the same library.
  private static let program: String = {
    #if os(Linux)
      let path: String? = "/proc/self/exe"
    #else
      let path = Bundle.main.executablePath
    #endif
    return path.flatMap { FileStamp($0)?.description } ?? ""
  }()
}
