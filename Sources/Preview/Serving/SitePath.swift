/// A path in the site's folder that a request asks for: names, none of which leads anywhere but down.
struct SitePath: Equatable {
  /// The names of folders and, last, of a file; empty for the site's folder.
  var names: [String]
  /// Whether a folder is meant.
  var isFolder: Bool

  /// Reads what a request asks for.
  ///
  /// - Throws: `badRequest` for what no link of a site can be: not from the root, a wrong escape, an escaped slash, a
  ///   control character, `.` and `..`, bytes that are no UTF-8. `notFound` for names that a site never has: an empty one,
  ///   or one that begins with a dot.
  init(target: String) throws(Status) {
    let path = target.prefix { $0 != "?" }
    guard path.hasPrefix("/"), !path.contains("#") else { throw .badRequest }
    var names: [String] = []
    var isHidden = false
    for part in path.dropFirst().split(separator: "/", omittingEmptySubsequences: false) {
      let name = try SitePath.decoded(part)
      guard name != ".", name != ".." else { throw .badRequest }
      if name.hasPrefix(".") { isHidden = true }
      names.append(name)
    }
    isFolder = names.last == ""
    if isFolder { names.removeLast() }
    guard !isHidden, !names.contains("") else { throw .notFound }
    self.names = names
  }

  /// A name without its escapes.
  private static func decoded(_ part: Substring) throws(Status) -> String {
    var bytes: [UInt8] = []
    var rest = part.utf8[...]
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "%") else {
        bytes.append(byte)
        continue
      }
      guard let high = rest.popFirst().flatMap(SitePath.digit),
        let low = rest.popFirst().flatMap(SitePath.digit)
      else { throw .badRequest }
      bytes.append(high << 4 | low)
    }
    guard bytes.allSatisfy({ $0 >= 0x20 && $0 != 0x7F && $0 != UInt8(ascii: "/") }),
      let name = String(validating: bytes, as: UTF8.self)
    else { throw .badRequest }
    return name
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    default: nil
    }
  }
}
