import Foundation
import Spelling

/// A link that means a Markdown file of the book.
public struct ChapterLink: Equatable, Sendable {
  /// The file's path in the book's folder, without `.md`; it begins with `../` where it is outside.
  public var name: String

  /// The link to the table of contents.
  public static let summary = ChapterLink(name: "SUMMARY")

  /// Whether the file is not in the book's folder.
  var leadsOutside: Bool { name.split(separator: "/").first == ".." }

  private init(name: String) { self.name = name }

  /// Reads a link's destination.
  ///
  /// - Parameters:
  ///   - destination: the destination, as CommonMark gives it.
  ///   - source: the chapter the link stands in, as its path in the book's folder; none for the summary.
  /// - Returns: none where the link means anything else, such as another site or a place on the page.
  public init?(_ destination: String, in source: String?) {
    guard let path = bookPath(of: destination, from: source), path.hasSuffix(".md") else { return nil }
    let name = path.dropLast(".md".count)
    guard !name.isEmpty, !name.hasSuffix("/") else { return nil }
    self.name = String(name)
  }

  /// The chapter that was likely meant by a link to none: one of the same name in another folder, or of nearly the same name.
  func likely(among names: some Collection<String>) -> String? {
    func file(_ name: String) -> String { name.split(separator: "/").last.map(String.init) ?? name }
    let own = file(name)
    let near = NearMiss.of(own, in: names.map(file))
    return names.filter { file($0) == own }.min() ?? names.filter { file($0) == near }.min()
  }

  /// The destination of a link from one chapter, or from the summary, to another.
  static func destination(from source: String?, to name: String) -> String {
    var folders = (source?.split(separator: "/") ?? []).dropLast()[...]
    var target = name.split(separator: "/")[...]
    while target.count > 1, let folder = folders.first, folder == target.first {
      folders.removeFirst()
      target.removeFirst()
    }
    let path = (folders.map { _ in ".." } + target).joined(separator: "/") + ".md"
    return path.map(written).joined()
  }

  /// A character as it stands in a link's destination: those that would end the destination or mean something in it as
  /// their bytes in hexadecimal.
  private static func written(_ character: Character) -> String {
    let isPlain =
      !character.isWhitespace && !"%#?()<>\\\"".contains(character) && (character.asciiValue ?? 32) >= 32
    guard !isPlain else { return String(character) }
    return character.utf8.map { "%" + ($0 < 16 ? "0" : "") + String($0, radix: 16, uppercase: true) }.joined()
  }
}
