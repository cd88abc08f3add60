import Foundation
import Testing

@testable import Preview

/// What counts as a change of a book.
@Suite struct WatchedBookTests {
  private let folder: TemporaryFolder
  private let watched: WatchedBook

  init() throws {
    folder = try TemporaryFolder()
    try folder.write("# Book\n\n- [A](a.md)\n", to: "book/SUMMARY.md")
    try folder.write(#"{"libraries": ["Numbers"]}"#, to: "book/book.json")
    try folder.write("# A\n\n```swift reads=\"../data\"\n1\n```\n", to: "book/a.md")
    try folder.write("1", to: "data/one.csv")
    try folder.write("package", to: "package/Package.swift")
    try folder.write("let x = 1\n", to: "package/Sources/Display/x.swift")
    try folder.write("page", to: "book/site/index.html")
    watched = WatchedBook(
      book: folder.url.appending(path: "book").path, output: folder.url.appending(path: "book/site").path,
      package: folder.url.appending(path: "package").path)
  }

  /// Whether some work changes the inputs, and whether it changes other files.
  private func changes(_ work: () throws -> Void) throws -> (inputs: Bool, others: Bool) {
    let before = watched.look()
    #expect(watched.look() == before)
    try work()
    let after = watched.look()
    return (before.inputs != after.inputs, before.others != after.others)
  }

  @Test func filesAreSortedByWhatTheyDecide() {
    func names(_ paths: some Sequence<String>) -> [String] {
      paths.map { URL(fileURLWithPath: $0).lastPathComponent }.sorted()
    }
    #expect(
      names(watched.look().inputs.keys) == [
        "Package.swift", "SUMMARY.md", "a.md", "book.json", "one.csv", "x.swift",
      ])
    #expect(watched.look().others == [:])
  }

  @Test func everyKindOfSaveIsSeen() throws {
    #expect(try changes { try folder.write("# A, longer\n", to: "book/a.md") } == (true, false))
    #expect(try changes { try folder.write("# B\n", to: "book/part/b.md") } == (true, false))
    #expect(try changes { try folder.move("book/part/b.md", to: "book/part/c.md") } == (true, false))
    #expect(try changes { try folder.remove("book/part/c.md") } == (true, false))
    // An editor writes the new content beside the file, and gives it the file's name.
    #expect(
      try changes {
        try folder.write("# A, newer!\n", to: "book/.a.md.swp")
        try folder.remove("book/a.md")
        try folder.move("book/.a.md.swp", to: "book/a.md")
      } == (true, false))
    #expect(try changes { try folder.write("picture", to: "book/picture.svg") } == (false, true))
    #expect(
      try changes { try folder.write("let x = 2\n", to: "package/Sources/Display/x.swift") } == (true, false))
    #expect(try changes { try folder.write("else", to: "package/README") } == (false, false))
  }

  @Test(arguments: [".a.md.swp", "a.md~", "#a.md#", ".#a.md", ".git/index", "part/.hidden/b.md"])
  func whatEditorsWriteBesideIsNot(name: String) throws {
    #expect(try changes { try folder.write("# A\n", to: "book/\(name)") } == (false, false))
  }

  @Test func theSiteInTheBooksFolderIsNot() throws {
    #expect(try changes { try folder.write("new", to: "book/site/index.html") } == (false, false))
    #expect(try changes { try folder.write("new", to: "book/site/part/b.md") } == (false, false))
    // As a build puts a new site in the old one's place.
    #expect(
      try changes {
        try folder.write("newer", to: "book/.site.1/index.html")
        try folder.remove("book/site")
        try folder.move("book/.site.1", to: "book/site")
      } == (false, false))
    try folder.link("book/link", to: "site")
    #expect(try changes { try folder.write("newest", to: "book/site/index.html") } == (false, false))
  }

  @Test func declaredFilesAreThoseOfTheLastBookThatCouldBeRead() throws {
    #expect(try changes { try folder.write("2", to: "data/two.csv") } == (true, false))
    try folder.write("", to: "book/SUMMARY.md")
    #expect(try changes { try folder.write("22", to: "data/two.csv") } == (true, false))
    try folder.write("# Book\n\n- [A](a.md)\n", to: "book/SUMMARY.md")
    try folder.write("# A\n\n```swift reads=\"made.csv\"\n1\n```\n", to: "book/a.md")
    #expect(try changes { try folder.write("222", to: "data/two.csv") } == (false, false))
    #expect(try changes { try folder.write("1", to: "book/made.csv") } == (true, false))
    #expect(try changes { try folder.write("11", to: "book/made.csv") } == (true, false))
  }

  @Test func linksThatLeadInCirclesEnd() throws {
    try folder.link("book/circle", to: ".")
    try folder.link("book/up", to: "..")
    try folder.link("book/broken", to: "nothing")
    let text = "# A, longer\n\n```swift reads=\"../data\"\n1\n```\n"
    #expect(try changes { try folder.write(text, to: "book/a.md") } == (true, false))
  }
}
