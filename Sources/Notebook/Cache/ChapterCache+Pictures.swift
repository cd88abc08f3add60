import Foundation

extension ChapterCache {
  /// The picture of a chapter's figure, taken from the cache where it was made before by this very program.
  ///
  /// - Parameters:
  ///   - chapter: the chapter.
  ///   - drawing: all that the picture depends on besides the program.
  ///   - make: makes the picture; none, if there is none, is kept too.
  package func picture(of chapter: String, drawing: String, make: () -> [UInt8]?) -> [UInt8]? {
    let (name, key) = ("picture of \(chapter)", "\(Engine.identity)\n\(drawing)")
    if let kept = record(Data.self, of: name, key: key) { return kept.isEmpty ? nil : Array(kept) }
    let made = make()
    keep(Data(made ?? []), of: name, key: key)
    return made
  }
}
