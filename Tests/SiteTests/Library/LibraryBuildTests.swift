import Foundation
import Testing

@testable import Notebook
@testable import Site

/// The library's pages in a book that is built.
@Suite struct LibraryBuildTests {
  private static let text = "# A\n\n" + cell("import Recurrent\nlet cell: GRUCell<Float>? = nil; cell")

  @Test func pagesOfWhatIsImportedAreInTheSite() async throws {
    let book = try TemporaryBook(["a": Self.text])
    #expect(try await book.build().diagnostics == [])
    let files = try book.siteFiles()
    let page = String(decoding: try #require(files["library/Recurrent/GRUCell.html"]), as: UTF8.self)
    #expect(page.contains("The gated recurrent unit"))
    #expect(
      try book.article("a").contains("href=\"library/Recurrent/GRUCell.html\" tabindex=\"-1\">GRUCell</a>"))
    #expect(!files.keys.contains { $0.hasPrefix("library/Corpora") || $0.hasPrefix("library/Display") })
    #expect(files.keys.allSatisfy { !$0.hasPrefix("library") || $0.hasSuffix(".html") })
  }

  @Test func checkSeesAPageThatWasChanged() async throws {
    let book = try TemporaryBook(["a": Self.text])
    #expect(try await book.build().diagnostics == [])
    let path = "site/library/Recurrent/Matrix.html"
    let page = try String(contentsOf: book.folder.appending(path: path), encoding: .utf8)
    try book.write(page.replacing("<h2>Methods</h2>", with: "<h2>Ways</h2>"), to: path)
    var build = BookBuild(folder: book.book.path, output: book.site.path)
    build.isCheck = true
    let report = try await Workshop.shared.build(build)
    #expect(report.diagnostics.map(\.identifier) == [.siteDiffers])
    #expect(report.diagnostics.first?.path.hasSuffix("site/library/Recurrent/Matrix.html") == true)
  }

  /// A library of whose modules one cannot be read by the compiler's tool.
  private func brokenLibrary(in folder: URL) async throws -> RuntimeLibrary {
    let place = try BookPlace(of: ".", package: Workshop.package.path, settings: BookSettings())
    var library = try await RuntimeLibrary(for: place, started: {})
    let files = FileManager.default
    func link(_ from: URL, _ to: URL) throws {
      try files.createDirectory(at: to, withIntermediateDirectories: true)
      for name in try files.contentsOfDirectory(atPath: from.path) where name != "Modules" {
        try files.createSymbolicLink(
          at: to.appending(path: name), withDestinationURL: from.appending(path: name))
      }
    }
    try link(library.folder, folder)
    try link(library.folder.appending(path: "Modules"), folder.appending(path: "Modules"))
    try files.createDirectory(at: folder.appending(path: "Broken.build"), withIntermediateDirectories: true)
    try Data("none".utf8).write(to: folder.appending(path: "Modules/Broken.swiftmodule"))
    try Data("\(Workshop.package.path)/Sources/Broken.swift\n".utf8).write(
      to: folder.appending(path: "Broken.build/sources"))
    library.folder = folder
    library.scratch = folder.appending(path: "scratch")
    return library
  }

  @Test func aLibraryThatCannotBeToldOfIsSaidAndTheBookBuilt() async throws {
    let book = try TemporaryBook(["a": "# A\n\n" + cell("Chart.self")])
    let library = try await brokenLibrary(in: book.folder.appending(path: "library"))
    for _ in 0..<2 {
      let report = try await Workshop.shared.inTurn {
        try await BookBuild(folder: book.book.path, output: book.site.path).run(
          library: { _, _ in library }, progress: { _ in })
      }
      #expect(report.diagnostics.map(\.identifier) == [.noLibraryPages])
      #expect(report.diagnostics.map(\.severity) == [.warning])
      let message = report.diagnostics.first?.message ?? ""
      #expect(
        message.hasPrefix("the names of 'Broken' have no pages: swift-symbolgraph-extract fails:\n"),
        "\(message)")
      #expect(try book.siteFiles().keys.contains("a.html"))
      #expect(try book.siteFiles().keys.allSatisfy { !$0.hasPrefix("library") })
      #expect(try !book.article("a").contains("tabindex"))
    }
  }

  @Test func whatIsKeptIsTakenAndDamageIsMended() async throws {
    let place = try BookPlace(of: ".", package: Workshop.package.path, settings: BookSettings())
    var library = try await RuntimeLibrary(for: place, started: {})
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: folder) }
    library.scratch = folder
    let first = try await LibraryReference(of: library)
    #expect(first.modules.map(\.name) == ["Display"])
    let names = library.documentation.appending(path: "names")
    let stamp = FileStamp(names.path)
    #expect(try await LibraryReference(of: library).modules.map(\.names) == first.modules.map(\.names))
    #expect(FileStamp(names.path) == stamp)
    try Data("damage".utf8).write(to: names)
    #expect(try await LibraryReference(of: library).modules.map(\.names) == first.modules.map(\.names))
    try Data("damage".utf8).write(to: library.documentation.appending(path: "pages-Display"))
    let pages = try await LibraryReference(of: library).pages(of: "Display")
    #expect(pages == first.pages(of: "Display") && !pages.isEmpty)
    let graphs = library.documentation.appending(path: "symbols-state")
    let before = FileStamp(graphs.path)
    _ = try await LibraryReference(of: library)
    #expect(FileStamp(graphs.path) == before)
    library.documentationIdentity += "\nof another state"
    #expect(try await LibraryReference(of: library).modules.map(\.names) == first.modules.map(\.names))
    #expect(FileStamp(graphs.path) != before)
  }
}
