import Foundation
import Testing

@testable import Preview

/// What is answered to whom, without a network.
@Suite struct ResponderTests {
  private let folder: TemporaryFolder
  private let page = "<html><body>Page</body></html>\n"

  init() throws {
    folder = try TemporaryFolder()
    try folder.write("secret", to: "secret.txt")
    try folder.write(page, to: "site/index.html")
    try folder.write("Part", to: "site/part/index.html")
    try folder.write("B", to: "site/part/b.html")
    try folder.write("a {}", to: "site/style.css")
    try folder.write("secret", to: "site/.hidden")
    try folder.write("no page", to: "site/a b/other.txt")
    try folder.link("site/out.html", to: "../secret.txt")
  }

  private func answer(
    _ target: String, method: String = "GET", host: String = "127.0.0.1:8000", hasSite: Bool = true,
    errors: [PreviewState.Fault] = []
  ) -> Responder.Answer {
    let responder = Responder(
      files: SiteFiles(folder: folder.url.appending(path: "site").path), hasSite: { hasSite }, port: 8000,
      state: { PreviewState(build: "s-1", errors: errors) })
    return responder.answer(RequestHead(method: method, target: target, host: host))
  }

  private func response(_ target: String, method: String = "GET", hasSite: Bool = true) -> Response {
    guard case .response(let response) = answer(target, method: method, hasSite: hasSite) else {
      return Response(.ok, fields: ["events"])
    }
    return response
  }

  private func text(_ response: Response) -> String { String(decoding: response.body, as: UTF8.self) }

  @Test(arguments: [
    ("/", Status.ok, "text/html; charset=utf-8"), ("/index.html", .ok, "text/html; charset=utf-8"),
    ("/index.html?x=/../y", .ok, "text/html; charset=utf-8"), ("/part/", .ok, "text/html; charset=utf-8"),
    ("/part/b.html", .ok, "text/html; charset=utf-8"), ("/style.css", .ok, "text/css; charset=utf-8"),
    ("/_build-book/preview.js", .ok, "text/javascript; charset=utf-8"),
    ("/_build-book/preview.css", .ok, "text/css; charset=utf-8"),
    ("/a%20b/other.txt", .ok, "text/plain; charset=utf-8"),
    ("/part", .found, "text/plain; charset=utf-8"), ("/none.html", .notFound, "text/html; charset=utf-8"),
    ("/none", .notFound, "text/html; charset=utf-8"), ("/a%20b/", .notFound, "text/html; charset=utf-8"),
    ("/none.png", .notFound, "text/plain; charset=utf-8"),
    ("/index.html/", .notFound, "text/html; charset=utf-8"),
    ("/.hidden", .notFound, "text/plain; charset=utf-8"),
    ("/out.html", .notFound, "text/html; charset=utf-8"),
    ("/_build-book", .notFound, "text/plain; charset=utf-8"),
    ("/_build-book/", .notFound, "text/plain; charset=utf-8"),
    ("/_build-book/events/", .notFound, "text/plain; charset=utf-8"),
    ("/_build-book/../secret.txt", .badRequest, "text/plain; charset=utf-8"),
    ("/../secret.txt", .badRequest, "text/plain; charset=utf-8"),
  ])
  func statusAndType(target: String, status: Status, type: String) {
    let response = response(target)
    #expect(response.status == status)
    #expect(response.type == type)
    #expect(!text(response).contains("secret"))
  }

  @Test func everyAnswerIsForThisMomentAndThisSite() {
    for target in ["/", "/style.css", "/none", "/..", "/part"] {
      let head = String(decoding: response(target).bytes(withBody: false), as: UTF8.self)
      #expect(head.contains("\r\nCache-Control: no-store\r\n") && head.hasSuffix("\r\n\r\n"))
      #expect(head.contains("\r\nX-Content-Type-Options: nosniff\r\n"))
      #expect(head.contains("\r\nContent-Length: \(response(target).body.count)\r\n"))
      #expect(head.contains("\r\nConnection: close\r\n"))
    }
  }

  @Test(arguments: [
    "127.0.0.1:8000", "localhost:8000", "LocalHost:8000",
  ])
  func ownHostIsAnswered(host: String) { #expect(answer("/style.css", host: host) == answer("/style.css")) }

  @Test(arguments: [
    "", "127.0.0.1", "localhost", "127.0.0.1:8001", "127.0.0.1:80000", "evil.example", "evil.example:8000",
    "localhost.evil.example:8000", "127.0.0.1:8000.evil.example", "evil@127.0.0.1:8000", "0.0.0.0:8000",
    "[::1]:8000",
    "127.1:8000", "127.0.0.1:08000",
  ])
  func otherHostsAreNot(host: String) {
    for target in ["/", "/_build-book/events", "/.."] {
      #expect(answer(target, host: host) == .response(Response(.misdirectedRequest)))
    }
  }

  @Test(arguments: ["POST", "PUT", "DELETE", "OPTIONS", "TRACE", "CONNECT", "get", "BREW"])
  func otherMethodsAreRefused(method: String) {
    for target in ["/", "/none", "/_build-book/events"] {
      #expect(
        answer(target, method: method) == .response(Response(.methodNotAllowed, fields: ["Allow: GET, HEAD"]))
      )
    }
  }

  @Test func eventsHaveAnAddress() {
    #expect(answer("/_build-book/events") == .events)
    #expect(answer("/_build-book/events?x") == .events)
    #expect(response("/_build-book/events", method: "HEAD") == Response(type: "text/event-stream", body: []))
  }

  @Test func aFolderIsLedToItsPage() {
    #expect(response("/part").fields == ["Location: /part/"])
    #expect(response("/a%20b").fields == ["Location: /a%20b/"])
  }

  @Test func onlyPagesHaveTheScriptAndNoFileDoes() throws {
    let script =
      "<script src=\"/_build-book/preview.js\" data-state=\"{&quot;build&quot;:&quot;s-1&quot;,&quot;errors&quot;:[]}\"></script>\n"
    #expect(text(response("/")) == "<html><body>Page\(script)</body></html>\n")
    #expect(text(response("/part/b.html")) == "B" + script)
    #expect(text(response("/style.css")) == "a {}")
    let file = folder.url.appending(path: "site/index.html")
    #expect(try String(contentsOf: file, encoding: .utf8) == page)
  }

  @Test func theScriptStandsBeforeTheLastEndOfTheBody() {
    let state = PreviewState(build: "1")
    func place(_ html: String) -> Int? {
      let live = String(decoding: LivePage.make(of: Array(html.utf8), state: state), as: UTF8.self)
      #expect(live.components(separatedBy: "<script").count == 2)
      return live.range(of: "<script").map { live.distance(from: live.startIndex, to: $0.lowerBound) }
    }
    #expect(place("a</body>b</BODY >c</body></html>") == 18)
    #expect(place("a</BoDy></html>") == 1)
    #expect(place("a") == 1)
    #expect(place("") == 0)
    #expect(place("</body") == 6)
    #expect(place("</body>") == 0)
  }

  @Test func whatErrorsSayIsNoMarkup() {
    let fault = PreviewState.Fault(
      place: "a.md:1:1", message: "\"><script>alert(1)</script>", source: "</body>")
    guard case .response(let response) = answer("/", errors: [fault]) else { return }
    #expect(response.status == .ok)
    #expect(text(response).components(separatedBy: "<script").count == 2)
    #expect(text(response).components(separatedBy: "</body>").count == 2)
    #expect(text(response).contains("&lt;script&gt;alert(1)"))
  }

  @Test func aSiteMayHaveAPageForWhatItHasNot() throws {
    try folder.write("Own page", to: "site/404.html")
    #expect(response("/none.html").status == .notFound)
    #expect(text(response("/none.html")).hasPrefix("Own page<script"))
    #expect(text(response("/none.png")) == "404 Not Found\n")
    #expect(response("/404.html").status == .ok)
  }

  @Test func whileThereIsNoSiteNothingOfTheFolderIsServed() {
    for target in ["/", "/index.html", "/part/b.html", "/other"] {
      #expect(response(target, hasSite: false).status == .unavailable)
      #expect(text(response(target, hasSite: false)).contains("There is no site yet"))
      #expect(text(response(target, hasSite: false)).contains("<script"))
    }
    #expect(response("/style.css", hasSite: false).status == .notFound)
    #expect(response("/_build-book/preview.js", hasSite: false).status == .ok)
  }
}
