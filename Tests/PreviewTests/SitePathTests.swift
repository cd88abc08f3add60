import Foundation
import Testing

@testable import Preview

/// What a request may ask for, and that no path leads out of the site.
@Suite struct SitePathTests {
  @Test(arguments: [
    ("/../secret.txt", Status.badRequest), ("/part/../../secret.txt", .badRequest), ("/..", .badRequest),
    ("/.", .badRequest), ("/./index.html", .badRequest), ("/part/..", .badRequest),
    ("/%2e%2e/secret.txt", .badRequest), ("/%2E./secret.txt", .badRequest),
    ("/part/%2e%2e/%2e%2e/secret.txt", .badRequest),
    ("/..%2fsecret.txt", .badRequest), ("/part%2Fb.html", .badRequest), ("/%2fetc%2fpasswd", .badRequest),
    ("/index.html%00", .badRequest), ("/%00", .badRequest), ("/a%0d%0ab", .badRequest), ("/%7f", .badRequest),
    ("/%", .badRequest), ("/%2", .badRequest), ("/%zz", .badRequest),
    ("/%c0%ae%c0%ae/secret.txt", .badRequest),
    ("/%ff", .badRequest), ("", .badRequest), ("*", .badRequest), ("index.html", .badRequest),
    ("http://127.0.0.1:80/index.html", .badRequest), ("file:///etc/passwd", .badRequest),
    ("/a#b", .badRequest),
    ("//etc/passwd", .notFound), ("/part//b.html", .notFound), ("//", .notFound), ("/.hidden", .notFound),
    ("/.git/config", .notFound), ("/%2ehidden", .notFound), ("/part/.hidden/", .notFound),
    ("/...", .notFound),
    ("/%252e%252e/secret.txt", nil), ("/..\\secret.txt", .notFound), ("/a?b=/../c", nil), ("/~", nil),
  ])
  func paths(target: String, status: Status?) {
    var seen: Status?
    do throws(Status) { _ = try SitePath(target: target) } catch { seen = error }
    #expect(seen == status)
  }

  @Test func names() throws {
    #expect(try SitePath(target: "/").names == [])
    #expect(try SitePath(target: "/").isFolder)
    #expect(try SitePath(target: "/part/%C3%BC%20b.html?x#").names == ["part", "ü b.html"])
    #expect(try SitePath(target: "/part/").names == ["part"])
    #expect(try SitePath(target: "/part/").isFolder && !SitePath(target: "/part").isFolder)
    #expect(try SitePath(target: "/%252e%252e").names == ["%2e%2e"])
  }

  @Test func onlyFilesAndFoldersOfTheSite() throws {
    let folder = try TemporaryFolder()
    try folder.write("secret", to: "secret.txt")
    try folder.write("page", to: "site/part/b.html")
    try folder.link("site/out.txt", to: "../secret.txt")
    try folder.link("site/absolute.txt", to: folder.url.appending(path: "secret.txt").path)
    try folder.link("site/up", to: "..")
    try folder.link("site/inside.html", to: "part/b.html")
    try folder.link("other", to: "site")
    #expect(mkfifo(folder.url.appending(path: "site/pipe").path, 0o600) == 0)
    let files = SiteFiles(folder: folder.url.appending(path: "site").path)
    #expect(files.find(["part", "b.html"]) == .file(Array("page".utf8)))
    try folder.write("", to: "site/empty.txt")
    #expect(files.find(["empty.txt"]) == .file([]))
    #expect(files.find(["part"]) == .folder && files.find([]) == .folder)
    for names in [
      ["out.txt"], ["absolute.txt"], ["up"], ["up", "secret.txt"], ["inside.html"], ["pipe"], ["none"],
      ["part", "b.html", "c"], ["part", String(repeating: "x", count: 300)],
    ] {
      #expect(files.find(names) == nil, "\(names)")
    }
    #expect(SiteFiles(folder: folder.url.appending(path: "other").path).find(["part"]) == .folder)
    #expect(SiteFiles(folder: folder.url.appending(path: "none").path).find([]) == nil)
  }
}
