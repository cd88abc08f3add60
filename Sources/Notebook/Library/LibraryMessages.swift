import CommonMark
import Foundation

/// What the package manager said of a library that does not build, as diagnostics.
struct LibraryMessages {
  let diagnostics: [Diagnostic]

  /// Reads the compiler's errors out of what was printed; where there are none, all of it is one.
  ///
  /// - Parameter descriptions: the packages' descriptions, one of which stands for the place where no other is named.
  init(_ words: String, of descriptions: [URL]) {
    let headline = #/^(/.+?):(\d+):(\d+): error: (.*)$/#.anchorsMatchLineEndings()
    let here = FileManager.default.currentDirectoryPath + "/"
    func name(_ path: String) -> String {
      path.hasPrefix(here) ? String(path.dropFirst(here.count)) : path
    }
    let errors = words.matches(of: headline).map { match in
      Diagnostic(
        .libraryDoesNotBuild, path: name(String(match.1)),
        at: SourcePosition(line: Int(match.2) ?? 1, column: Int(match.3) ?? 1), String(match.4))
    }.inReadingOrder
    let path = name(descriptions.map(\.path).sorted().first ?? "")
    diagnostics =
      errors.isEmpty
      ? [
        Diagnostic(
          .libraryDoesNotBuild, path: path, "the library that cells import does not build:\n\(words)")
      ] : errors
  }
}
