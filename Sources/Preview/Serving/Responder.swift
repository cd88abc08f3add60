/// Answers requests for the pages of a site, without a network.
struct Responder: Sendable {
  /// What is answered.
  enum Answer: Equatable {
    case response(Response)
    /// The states of the preview, one after the other, as long as someone reads.
    case events
  }

  let files: SiteFiles
  /// Whether a site made by build-book stands in the folder: nothing of any other folder is served.
  let hasSite: @Sendable () -> Bool
  let port: UInt16
  let state: @Sendable () -> PreviewState

  /// Answers a request.
  ///
  /// 1. The head must be one.
  /// 2. The host must be this server's own name: a page of another site whose name was made to lead here is refused.
  /// 3. Only GET and HEAD are answered.
  /// 4. The path must lead to a file of the site, or to the preview's own.
  func answer(_ head: RequestHead) -> Answer {
    do throws(Status) {
      guard isOwn(head.host) else { throw .misdirectedRequest }
      guard head.method == "GET" || head.method == "HEAD" else { throw .methodNotAllowed }
      let path = try SitePath(target: head.target)
      if path.names.first == LivePage.folder { return try own(path, isHead: head.method == "HEAD") }
      return .response(try page(path))
    } catch {
      return .response(refusal(error))
    }
  }

  /// The answer to what was refused.
  func refusal(_ status: Status) -> Response {
    Response(status, fields: status == .methodNotAllowed ? ["Allow: GET, HEAD"] : [])
  }

  private func isOwn(_ host: String) -> Bool {
    let names = ["127.0.0.1", "localhost"]
    let host = host.lowercased()
    return names.contains { host == "\($0):\(port)" || port == 80 && host == $0 }
  }

  private func own(_ path: SitePath, isHead: Bool) throws(Status) -> Answer {
    guard !path.isFolder, path.names.count == 2 else { throw .notFound }
    let name = path.names[1]
    switch name {
    case "events": return isHead ? .response(Response(type: "text/event-stream", body: [])) : .events
    case "preview.js":
      return .response(Response(type: contentType(of: name), body: PackageResources.preview_js))
    case "preview.css":
      return .response(Response(type: contentType(of: name), body: PackageResources.preview_css))
    default: throw .notFound
    }
  }

  private func page(_ path: SitePath) throws(Status) -> Response {
    // Before the file is read: a page may then be newer than it says, and is loaded once too often, but never older.
    let state = state()
    guard hasSite() else {
      guard isPage(path) else { throw .notFound }
      let text =
        state.errors.isEmpty
        ? "It is being built, and appears here when it is done."
        : "It appears here when the book can be built."
      return live(.unavailable, LivePage.words("There is no site yet", text), state)
    }
    switch files.find(path.names) {
    case .folder? where !path.isFolder:
      // The links of a page in a folder are seen from the folder.
      let address = path.names.map { "/" + escaped($0) }.joined() + "/"
      return Response(.found, fields: ["Location: \(address)"])
    case .folder?:
      guard case .file(let html)? = files.find(path.names + ["index.html"]) else { break }
      return live(.ok, html, state)
    case .file(let content)? where !path.isFolder:
      let type = contentType(of: path.names.last ?? "")
      return type.hasPrefix("text/html") ? live(.ok, content, state) : Response(type: type, body: content)
    default: break
    }
    guard isPage(path) else { throw .notFound }
    if case .file(let html)? = files.find(["404.html"]) { return live(.notFound, html, state) }
    return live(
      .notFound, LivePage.words("There is no such page", "The site has none at this address."), state)
  }

  /// Whether a page is meant, and not a picture or the like that a page shows.
  private func isPage(_ path: SitePath) -> Bool {
    path.isFolder || path.names.last.map { !$0.contains(".") || $0.hasSuffix(".html") } ?? true
  }

  private func live(_ status: Status, _ html: [UInt8], _ state: PreviewState) -> Response {
    Response(status, type: contentType(of: "page.html"), body: LivePage.make(of: html, state: state))
  }

  private func escaped(_ name: String) -> String {
    name.utf8.map { byte in
      let scalar = Unicode.Scalar(byte)
      let isPlain =
        scalar.isASCII && (scalar.properties.isAlphabetic || "0123456789-._~".unicodeScalars.contains(scalar))
      return isPlain
        ? String(Character(scalar)) : "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
    }.joined()
  }
}
