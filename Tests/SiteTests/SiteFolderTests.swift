import Foundation
import Testing

@testable import Site

/// The folder that a site is written to.
@Suite struct SiteFolderTests {
  private let files = FileManager.default
  private let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)

  private func site(_ files: [String: String]) -> Site {
    Site(files: files.mapValues { Array($0.utf8) })
  }

  @Test func aLinkedFolderStaysALink() throws {
    defer { try? files.removeItem(at: folder) }
    let real = folder.appending(path: "real")
    let link = folder.appending(path: "site")
    try files.createDirectory(at: real, withIntermediateDirectories: true)
    try files.createSymbolicLink(at: link, withDestinationURL: real)
    try SiteFolder(path: link.path).write(site(["index.html": "new"]))
    #expect(try files.destinationOfSymbolicLink(atPath: link.path) == real.path)
    #expect(try String(contentsOf: real.appending(path: "index.html"), encoding: .utf8) == "new")
  }
}
