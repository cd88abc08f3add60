import CommonMark
import Foundation
import Spelling

/// What a book says of itself: which package's libraries its cells import, and where its site will stand.
///
/// They stand in `book.json`, or in a block of JSON that is the first block of code in `SUMMARY.md`.
public struct BookSettings: Equatable, Sendable {
  /// The package's folder, seen from the book's; none for the nearest package around the book.
  public var package: String?
  /// The names of the package's library products that cells may import.
  public var libraries: [String] = []

  /// Where the site stands on the network, with a slash at its end; none if that is not known.
  public var address: String?

  /// The settings of a book that says nothing: cells import what shows things, and nothing else.
  public init() {}

  /// The settings of the book in a folder.
  public init(readingAt path: String) throws(Failure) {
    let files = try BookFiles(path)
    self = try BookSettings(reading: files, summary: Document(parsing: files.read("SUMMARY.md")))
  }

  init(reading files: BookFiles, summary: Document) throws(Failure) {
    let file = "book.json"
    if files.contains(file) {
      self = try BookSettings(json: files.read(file), path: files.path(of: file), at: .start)
      return
    }
    self.init()
    for node in summary.nodes {
      guard case .codeBlock(let info) = node.kind else { continue }
      guard info.split(whereSeparator: \.isWhitespace).first == "json" else { return }
      self = try BookSettings(
        json: Array(node.literal.utf8), path: files.path(of: "SUMMARY.md"), at: node.range?.start ?? .start)
      return
    }
  }

  /// Where a site stands on the network, with a slash at its end; none for what is no address of a folder there.
  public static func address(_ text: String) -> String? {
    guard let url = URL(string: text), ["http", "https"].contains(url.scheme), url.host()?.isEmpty == false,
      url.query() == nil, url.fragment() == nil
    else { return nil }
    return text.hasSuffix("/") ? text : text + "/"
  }

  private init(json: [UInt8], path: String, at position: SourcePosition) throws(Failure) {
    func failure(_ message: String) -> Failure {
      Failure(.bookSettings, path: path, at: position, message)
    }
    guard let object = try? JSONSerialization.jsonObject(with: Data(json)) as? [String: Any] else {
      throw failure("the book's settings are not a JSON object")
    }
    let members = ["package", "libraries", "address"]
    for name in object.keys.sorted() where !members.contains(name) {
      let likely = NearMiss.of(name, in: members).map { "; did you mean '\($0)'?" } ?? ""
      throw failure("the book's settings have no member '\(name)'" + likely)
    }
    if let value = object["package"] {
      guard let folder = value as? String, !folder.isEmpty else {
        throw failure("the setting 'package' is not the name of a folder")
      }
      package = folder
    }
    if let value = object["address"] {
      guard let place = (value as? String).flatMap(BookSettings.address) else {
        throw failure("the setting 'address' is not an address that begins with https://")
      }
      address = place
    }
    if let value = object["libraries"] {
      let isName = { (name: String) in name.wholeMatch(of: #/[A-Za-z_][A-Za-z0-9_-]*/#) != nil }
      guard let names = value as? [String], names.allSatisfy(isName) else {
        throw failure("the setting 'libraries' is not a list of names of libraries")
      }
      libraries = names
    }
  }
}
